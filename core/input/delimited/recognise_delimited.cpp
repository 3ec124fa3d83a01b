// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/recognise_delimited.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/blanks.h"
#include "input/delimited/cell_reader.h"
#include "input/delimited/header_doubt.h"
#include "input/delimited/split.h"
#include "input/delimited/table_shape.h"
#include "input/encoding.h"
#include "input/excel_damage.h"
#include "input/field_header.h"

namespace undelivered {
namespace {

constexpr std::array kDelimiters{';', ',', '\t', '|'};
constexpr int kHeaderCandidates = 10;       // title lines that a report may have above its header
constexpr std::uint32_t kHeaderLines = 10;  // more line breaks than people put into the cells of a header
constexpr std::size_t kShownHeader = 200;
constexpr int kRowsLookedAt = 1000;

/// The beginning of a log, and what the caller knows of it.
struct Sample {
  std::string_view text;
  bool wholeFile = false;
  const ReadOptions& options;
};

struct Header {
  std::vector<std::string> cells;
  std::uint32_t end = 0;   // where the first record starts
  std::uint64_t line = 1;  // the line there
  char delimiter = ',';
  int known = 0;      // cells whose meaning is known
  bool tied = false;  // another delimiter knows as many
};

std::string cellText(std::string_view text, Cell cell) {
  std::string result{text.substr(cell.begin, cell.end - cell.begin)};
  for (std::size_t at = 0; cell.quoted && (at = result.find("\"\"", at)) != std::string::npos; ++at)
    result.erase(at, 1);
  return std::string(trimBlanks(toUtf8(result)));
}

bool isNamed(const ReadOptions& options, std::string_view header) {
  return std::any_of(options.columns.begin(), options.columns.end(),
                     [&](const auto& named) { return sameHeader(named.second, header); });
}

Header headerOf(const Sample& sample, const SplitRecord& split, std::uint64_t line, char delimiter) {
  Header header;
  header.delimiter = delimiter;
  header.end = split.end;
  header.line = line + split.lines;
  for (Cell cell : split.cells) {
    header.cells.push_back(cellText(sample.text, cell));
    const auto meaning = meaningOfHeader(header.cells.back());
    header.known += (meaning && !meaning->lastResort) || isProviderColumn(header.cells.back()) ||
                    isNamed(sample.options, header.cells.back());
  }
  return header;
}

/// The record at `start` as a header; nothing where it does not end in the text. A line break within quotes belongs to
/// its cell, unless the first line means more by itself: then the quote is a stray one.
std::optional<Header> headerAt(const Sample& sample, std::uint32_t start, std::uint64_t line, char delimiter) {
  SplitRecord split;
  if (!trySplitRecord(sample.text, sample.wholeFile, start, delimiter, 0, split) || split.tooLong) return std::nullopt;
  Header header = headerOf(sample, split, line, delimiter);
  if (split.innerBreaks == 0) return header;
  const bool tooMany = split.innerBreaks >= kHeaderLines;
  if (!trySplitLine(sample.text, sample.wholeFile, start, delimiter, split) || split.tooLong) return std::nullopt;
  Header firstLine = headerOf(sample, split, line, delimiter);
  return tooMany || firstLine.known > header.known ? firstLine : header;
}

/// The best of the first lines as a header, with that delimiter.
Header bestHeader(const Sample& sample, std::uint32_t start, std::uint64_t line, char delimiter) {
  Header best;
  best.delimiter = delimiter;
  std::uint32_t at = start;
  for (int candidates = 0; candidates < kHeaderCandidates && at < sample.text.size();) {
    auto header = headerAt(sample, at, line, delimiter);
    if (!header) break;
    at = header->end;
    line = header->line;
    const bool blank =
        std::all_of(header->cells.begin(), header->cells.end(), [](const auto& cell) { return cell.empty(); });
    if (blank) continue;
    // A data line below the header may hold a word that is also a header; it takes two to start later.
    if (candidates == 0 || (header->known > best.known && header->known >= 2)) best = std::move(*header);
    ++candidates;
  }
  return best;
}

/// The delimiter that a first line "sep=;" names, and where the text below it starts.
std::optional<char> hintedDelimiter(std::string_view sample, std::string_view firstLine, std::uint32_t& start) {
  const std::string_view hint = firstLine.starts_with('"') ? firstLine.substr(1) : firstLine;
  if (hint.size() < 5 || !(hint.starts_with("sep=") || hint.starts_with("SEP=") || hint.starts_with("Sep=")))
    return std::nullopt;
  start = static_cast<std::uint32_t>(firstLine.size());
  if (start < sample.size()) start += sample.substr(start).starts_with("\r\n") ? 2 : 1;
  return hint[4];
}

/// The header by the delimiter that gives the most cells whose meaning is known; where several do, by the one that the
/// log names, then by the one that gives the most cells.
Header headerByContent(const Sample& sample, std::uint32_t start, std::uint64_t line, std::optional<char> named) {
  std::vector<char> delimiters;
  if (named && *named != '"') delimiters.push_back(*named);
  for (char delimiter : kDelimiters) {
    if (delimiter != named) delimiters.push_back(delimiter);
  }
  Header best;
  for (char delimiter : delimiters) {
    Header header = bestHeader(sample, start, line, delimiter);
    const bool sure = best.delimiter == named && best.known > 0;
    const bool better =
        header.known > best.known || (header.known == best.known && !sure && header.cells.size() > best.cells.size());
    const bool tied =
        header.known == best.known && header.known > 0 && !sure && header.cells.size() > 1 && best.cells.size() > 1;
    if (best.cells.empty() || better) best = std::move(header);
    best.tied |= tied;
  }
  return best;
}

void nameEmptyColumns(std::vector<std::string>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].empty()) columns[i] = fmt::format("#{}", i + 1);
  }
}

/// The header that somebody chose a mapping for, wherever it stands among the first lines, and that mapping. Without a
/// delimiter of its own a mapping is for headers that are read with the guessed one.
std::optional<std::pair<Header, const HeaderMapping*>> chosenHeader(const Sample& sample, std::uint32_t start,
                                                                    std::uint64_t firstLine, char guessed) {
  std::set<char> delimiters;
  for (const HeaderMapping& mapping : sample.options.mappings) {
    const char delimiter = mapping.delimiter.value_or(guessed);
    if (sample.options.delimiter.value_or(delimiter) == delimiter) delimiters.insert(delimiter);
  }
  for (const char delimiter : delimiters) {
    std::uint32_t at = start;
    std::uint64_t line = firstLine;
    for (int i = 0; i < kHeaderCandidates && at < sample.text.size(); ++i) {
      auto header = headerAt(sample, at, line, delimiter);
      if (!header) break;
      at = header->end;
      line = header->line;
      std::vector<std::string> columns = header->cells;
      nameEmptyColumns(columns);
      const std::uint64_t key = headerKey(columns);
      for (const HeaderMapping& mapping : sample.options.mappings) {
        const bool sameDelimiter = mapping.delimiter.value_or(guessed) == delimiter;
        if (sameDelimiter && fits(mapping, key, columns.size())) return std::pair(std::move(*header), &mapping);
      }
    }
  }
  return std::nullopt;
}

std::optional<std::uint16_t> columnByOption(const std::string& wanted, const std::vector<std::string>& columns) {
  if (wanted.starts_with('#')) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(wanted.data() + 1, wanted.data() + wanted.size(), number);
    if (error == std::errc{} && end == wanted.data() + wanted.size() && number >= 1 && number <= columns.size()) {
      return static_cast<std::uint16_t>(number - 1);
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == wanted) return static_cast<std::uint16_t>(i);
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (sameHeader(columns[i], wanted)) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

void mapColumns(Recognition& recognition) {
  struct Candidate {
    int rank;
    std::uint16_t column;
    bool lastResort;
  };
  std::array<std::vector<Candidate>, kFieldCount> candidates;
  for (std::size_t i = 0; i < recognition.columns.size(); ++i) {
    const auto meaning = meaningOfHeader(recognition.columns[i]);
    if (!meaning) continue;
    candidates[static_cast<std::size_t>(meaning->field)].push_back(
        {meaning->rank, static_cast<std::uint16_t>(i), meaning->lastResort});
  }
  for (Field field : kFields) {
    auto& list = candidates[static_cast<std::size_t>(field)];
    if (list.empty()) continue;
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
      return std::pair(a.lastResort, a.rank) < std::pair(b.lastResort, b.rank);
    });
    const auto index = static_cast<std::size_t>(field);
    recognition.columnOf[index] = list.front().column;
    // A second status or channel column means something else ("type" beside "status"); a second address does not.
    if (field == Field::Status || field == Field::Channel || field == Field::EventId) continue;
    for (std::size_t i = 1; i < list.size() && !list[i].lastResort; ++i)
      recognition.fallbackColumns[index].push_back(list[i].column);
  }
}

/// Logs that are read together need not all have the columns that the caller names.
void applyOptions(Recognition& recognition, const ReadOptions& options) {
  for (const auto& [field, wanted] : options.columns) {
    const auto column = columnByOption(wanted, recognition.columns);
    if (!column) continue;
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      if (recognition.columnOf[i] == column) recognition.columnOf[i].reset();
      std::erase(recognition.fallbackColumns[i], *column);
    }
    recognition.columnOf[static_cast<std::size_t>(field)] = column;
    recognition.fallbackColumns[static_cast<std::size_t>(field)].clear();
    recognition.named.insert(field);
  }
}

void choose(Recognition& recognition, const HeaderMapping& mapping) {
  setColumns(recognition, mapping.columns);
  recognition.chosen = true;
  recognition.chosenZone = mapping.zone;
  const bool ofBytes = mapping.encoding == Encoding::Utf8 || mapping.encoding == Encoding::Windows1252;
  if (ofBytes) recognition.chosenEncoding = mapping.encoding;
}

/// What a spreadsheet has left in the first rows.
void lookAtFirstRows(const Sample& sample, Recognition& recognition) {
  const std::size_t columns = recognition.columns.size();
  std::size_t named = columns;
  while (named > 1 && recognition.columns[named - 1] == fmt::format("#{}", named)) --named;
  std::size_t filled = named;
  const auto reference = recognition.columnOf[static_cast<std::size_t>(Field::Reference)];
  auto at = static_cast<std::uint32_t>(recognition.dataOffset);
  SplitRecord split;
  for (int row = 0; row < kRowsLookedAt && at < sample.text.size(); ++row) {
    if (!trySplitRecord(sample.text, sample.wholeFile, at, recognition.delimiter, columns, split) || split.tooLong)
      break;
    at = split.end;
    for (std::size_t i = filled; i < split.cells.size(); ++i) {
      if (split.cells[i].begin != split.cells[i].end) filled = i + 1;
    }
    if (reference && *reference < split.cells.size()) {
      recognition.datesAsReferences |= isDateForm(cellText(sample.text, split.cells[*reference]));
    }
  }
  if (filled < columns) recognition.emptyColumns = static_cast<std::uint16_t>(columns - filled);
}

}  // namespace

Result<Recognition> recogniseDelimited(std::string_view sample, bool wholeFile, const ReadOptions& options,
                                       const std::string& path) {
  Recognition recognition;
  std::uint32_t start = 0;
  std::string_view firstLine = sample.substr(0, sample.find_first_of("\r\n"));
  const std::optional<char> named = hintedDelimiter(sample, firstLine, start);
  const std::uint64_t line = start > 0 ? 2 : 1;
  const Sample known{sample, wholeFile, options};
  Header best = options.delimiter ? bestHeader(known, start, line, *options.delimiter)
                                  : headerByContent(known, start, line, named);
  const auto chosen = chosenHeader(known, start, line, best.delimiter);
  if (chosen) best = chosen->first;
  recognition.delimiter = best.delimiter;
  recognition.columns = best.cells;
  recognition.dataOffset = best.end;
  recognition.dataLine = best.line;
  nameEmptyColumns(recognition.columns);
  mapColumns(recognition);
  applyTableShape(recognition);
  applyOptions(recognition, options);
  recognition.doubt = doubtOfHeader(sample, wholeFile, recognition, best.known, best.tied);
  if (chosen) choose(recognition, *chosen->second);

  if (areUsable(columnsOf(recognition))) {
    lookAtFirstRows(known, recognition);
    return recognition;
  }
  // Bytes that are no text make no table, whatever they are cut by.
  if (options.anyTable && sample.find('\0') == std::string_view::npos) return recognition;
  for (Field field : {Field::Code, Field::Status}) {
    const auto wanted = options.columns.find(field);
    if (wanted == options.columns.end()) continue;
    return failure(ErrorCode::BadArgument, wanted->second,
                   fmt::format("no such column; the header is: {}", fmt::join(recognition.columns, ", ")));
  }
  if (best.cells.size() < 2) {
    const std::string_view found = sample.substr(std::min(sample.find_first_not_of(" \t\r\n", start), sample.size()));
    firstLine = found.substr(0, found.find_first_of("\r\n"));
    return failure(ErrorCode::NotALog, path, toUtf8(beginningOf(firstLine, kShownHeader)));
  }
  const std::string header = fmt::format("{}", fmt::join(best.cells, ", "));
  return failure(ErrorCode::NoUsableColumn, path, std::string(beginningOf(header, kShownHeader)));
}

}  // namespace undelivered
