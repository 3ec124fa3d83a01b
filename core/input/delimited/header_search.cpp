// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/header_search.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/blanks.h"
#include "input/delimited/line_in_cell.h"
#include "input/delimited/table_shape.h"
#include "input/encoding.h"
#include "input/field_header.h"
#include "input/headerless_key.h"

namespace undelivered {
namespace {

constexpr std::array kDelimiters{';', ',', '\t', '|'};
constexpr int kHeaderCandidates = 10;       // title lines that a report may have above its header
constexpr int kChosenCandidates = 50;       // the same above one that somebody has chosen
constexpr std::uint32_t kHeaderLines = 10;  // more line breaks than people put into the cells of a header

bool isNamed(const ReadOptions& options, std::string_view header) {
  return std::any_of(options.columns.begin(), options.columns.end(),
                     [&](const auto& named) { return sameHeader(named.second, header); });
}

/// `text` is what `split` is of.
TableHeader headerOf(const TableSample& sample, std::string_view text, const SplitRecord& split, std::uint64_t line,
                     char delimiter) {
  TableHeader header;
  header.delimiter = delimiter;
  header.end = split.end;
  header.line = line + split.lines;
  header.startLine = line;
  for (Cell cell : split.cells) {
    header.cells.push_back(cellText(text, cell));
    const auto meaning = meaningOfHeader(header.cells.back());
    header.known += (meaning && !meaning->lastResort) || isProviderColumn(header.cells.back()) ||
                    isNamed(sample.options, header.cells.back());
  }
  return header;
}

/// The record at `start` as a header; nothing where it does not end in the text. A line break within quotes belongs to
/// its cell, unless the first line means more by itself: then the quote is a stray one.
std::optional<TableHeader> headerAt(const TableSample& sample, std::uint32_t start, std::uint64_t line,
                                    char delimiter) {
  SplitRecord split;
  if (!trySplitRecord(sample.text, sample.wholeFile, start, delimiter, 0, split) || split.tooLong) return std::nullopt;
  TableHeader header = headerOf(sample, sample.text, split, line, delimiter);
  // A header that is one quoted cell as a whole, as LineInCell has it.
  if (LineInCell inner;
      split.cells.size() == 1 && inner.take(sample.text.substr(start, split.end - start), delimiter, 0)) {
    TableHeader known = headerOf(sample, inner.text(), inner.split(), line, delimiter);
    known.end = split.end;
    known.line = line + split.lines;
    if (known.known > header.known) return known;
  }
  if (split.innerBreaks == 0) return header;
  const bool tooMany = split.innerBreaks >= kHeaderLines;
  if (!trySplitLine(sample.text, sample.wholeFile, start, delimiter, split) || split.tooLong) return std::nullopt;
  TableHeader firstLine = headerOf(sample, sample.text, split, line, delimiter);
  return tooMany || firstLine.known > header.known ? firstLine : header;
}

std::size_t filledCells(const TableHeader& header) {
  return static_cast<std::size_t>(
      std::count_if(header.cells.begin(), header.cells.end(), [](const auto& cell) { return !cell.empty(); }));
}

/// Whether `best` is a title above the table, and `header` the first line of the table: one or two cells of which
/// nothing is known, above at least twice as many. Where nothing at all is known it may be prose with commas in it, so
/// that only a preview takes it.
bool isBelowTitle(const TableHeader& header, const TableHeader& best, bool anyTable) {
  const std::size_t title = filledCells(best), cells = filledCells(header);
  return best.known == 0 && title <= 2 && cells >= std::max<std::size_t>(2, 2 * title) &&
         (header.known > 0 || (anyTable && title <= 1));
}

/// The best of the first lines as a header, with that delimiter; the first one alone where the caller knows it.
TableHeader bestHeader(const TableSample& sample, std::uint32_t start, std::uint64_t line, char delimiter) {
  TableHeader best;
  best.delimiter = delimiter;
  std::uint32_t at = start;
  const int most = sample.options.headerLine.value_or(0) > 0 ? 1 : kHeaderCandidates;
  for (int candidates = 0; candidates < most && at < sample.text.size();) {
    auto header = headerAt(sample, at, line, delimiter);
    if (!header) break;
    at = header->end;
    line = header->line;
    const bool blank =
        std::all_of(header->cells.begin(), header->cells.end(), [](const auto& cell) { return cell.empty(); });
    if (blank) continue;
    // A data line below the header may hold a word that is also a header; it takes two to start later.
    const bool better =
        (header->known > best.known && header->known >= 2) || isBelowTitle(*header, best, sample.options.anyTable);
    if (candidates == 0 || better) best = std::move(*header);
    ++candidates;
  }
  return best;
}

/// The header by the delimiter that gives the most cells whose meaning is known; where several do, by the one that the
/// log names, then by the one that gives the most cells.
TableHeader headerByContent(const TableSample& sample, std::uint32_t start, std::uint64_t line,
                            std::optional<char> named) {
  std::vector<char> delimiters;
  if (named && *named != '"') delimiters.push_back(*named);
  for (char delimiter : kDelimiters) {
    if (delimiter != named) delimiters.push_back(delimiter);
  }
  TableHeader best;
  for (char delimiter : delimiters) {
    TableHeader header = bestHeader(sample, start, line, delimiter);
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

/// A table without a header, with that delimiter or the one that gives the most columns.
TableHeader withoutHeader(const TableSample& sample, std::uint32_t start, std::uint64_t line,
                          std::optional<char> delimiter) {
  TableHeader best;
  for (const char each : kDelimiters) {
    TableHeader header;
    header.delimiter = delimiter.value_or(each);
    header.cells.resize(columnsOfRows(sample.text, sample.wholeFile, start, header.delimiter));
    header.end = start;
    header.line = line;
    header.startLine = 0;
    if (header.cells.size() > best.cells.size()) best = std::move(header);
  }
  return best;
}

/// The header that somebody chose a mapping for, wherever it stands among the first lines, and that mapping. Without a
/// delimiter of its own a mapping is for headers that are read with the guessed one.
std::optional<std::pair<TableHeader, const HeaderMapping*>> chosenHeader(const TableSample& sample, std::uint32_t start,
                                                                         std::uint64_t firstLine, char guessed) {
  std::set<char> delimiters;
  for (const HeaderMapping& mapping : sample.options.mappings) {
    const char delimiter = mapping.delimiter.value_or(guessed);
    if (sample.options.delimiter.value_or(delimiter) == delimiter) delimiters.insert(delimiter);
  }
  for (const char delimiter : delimiters) {
    std::uint32_t at = start;
    std::uint64_t line = firstLine;
    const int most = sample.options.headerLine ? 1 : kChosenCandidates;
    for (int i = 0; i < most && at < sample.text.size(); ++i) {
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

}  // namespace

std::string cellText(std::string_view text, Cell cell) {
  std::string result{text.substr(cell.begin, cell.end - cell.begin)};
  for (std::size_t at = 0; cell.quoted && (at = result.find("\"\"", at)) != std::string::npos; ++at)
    result.erase(at, 1);
  return std::string(trimBlanks(toUtf8(result)));
}

std::optional<FoundHeader> findChosenWithoutHeader(const TableSample& sample, LinePlace from, std::optional<char> named,
                                                   const TableHeader& guess, bool anyLine) {
  std::vector<std::string> columns = guess.cells;
  nameEmptyColumns(columns);
  const std::uint64_t key = headerlessKey(headerKey(columns));
  for (const HeaderMapping& mapping : sample.options.mappings) {
    if (mapping.header != key && !(anyLine && mapping.header == kNoHeader)) continue;
    const auto delimiter = sample.options.delimiter ? sample.options.delimiter : mapping.delimiter;
    TableHeader header = withoutHeader(sample, from.offset, from.line, delimiter ? delimiter : named);
    if (fits(mapping, mapping.header, header.cells.size())) return FoundHeader{std::move(header), &mapping};
  }
  return std::nullopt;
}

FoundHeader findHeader(const TableSample& sample, LinePlace from, std::optional<char> named) {
  const ReadOptions& options = sample.options;
  TableHeader best = options.delimiter ? bestHeader(sample, from.offset, from.line, *options.delimiter)
                                       : headerByContent(sample, from.offset, from.line, named);
  if (options.headerLine == 0u) {
    if (const auto chosen = findChosenWithoutHeader(sample, from, named, best, true)) return *chosen;
    return {withoutHeader(sample, from.offset, from.line, options.delimiter ? options.delimiter : named), nullptr};
  }
  const auto chosen = chosenHeader(sample, from.offset, from.line, best.delimiter);
  if (chosen) return {chosen->first, chosen->second};
  return {std::move(best), nullptr};
}

}  // namespace undelivered
