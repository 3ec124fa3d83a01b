// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/quoted_lines.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "input/delimited/split.h"
#include "input/field_header.h"

namespace undelivered {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;
constexpr int kLinesLookedAt = 20;
constexpr std::array kDelimiters{';', ',', '\t', '|'};
// A line without an end would have to be held as a whole.
constexpr std::size_t kLongestLine = std::size_t{4} << 20;

/// The line without the empty cells that a spreadsheet leaves behind it, and without its end.
std::string_view withoutTail(std::string_view line) {
  const std::size_t last = line.find_last_not_of("\r\n;,\t");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// The next line of `rest`, which is taken off it, without its line feed; nothing where its end is not there.
std::optional<std::string_view> takeLine(std::string_view& rest, bool wholeFile) {
  const std::size_t end = rest.find('\n');
  if (rest.empty() || (end == std::string_view::npos && !wholeFile)) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

bool areQuotedLines(std::string_view sample, bool wholeFile) {
  int lines = 0;
  while (lines < kLinesLookedAt) {
    const auto line = takeLine(sample, wholeFile);
    if (!line) break;
    if (withoutTail(*line).empty()) continue;
    const bool delimited = withoutTail(*line).find_first_of(";,\t|") != std::string_view::npos;
    if (!isQuotedCell(*line) || !delimited) return false;
    ++lines;
  }
  return lines >= 2;
}

void appendCell(std::string& out, std::string_view text, Cell cell) {
  for (std::size_t i = cell.begin; i < cell.end; ++i) {
    out += text[i];
    if (cell.quoted && text[i] == '"') ++i;
  }
}

bool onlyFirstIsFilled(const SplitRecord& row) {
  return row.cells[0].begin < row.cells[0].end &&
         std::all_of(row.cells.begin() + 1, row.cells.end(), [](const Cell& cell) { return cell.begin == cell.end; });
}

/// Whether a text is a header by another delimiter than that: two names in it are known.
bool isHeaderOf(const std::string& text, char outer) {
  for (const char delimiter : kDelimiters) {
    SplitRecord header;
    if (delimiter == outer || !trySplitLine(text, true, 0, delimiter, header)) continue;
    const auto known = std::count_if(header.cells.begin(), header.cells.end(), [&](const Cell& cell) {
      return fieldOfHeader(std::string_view(text).substr(cell.begin, cell.end - cell.begin)).has_value();
    });
    if (known >= 2) return true;
  }
  return false;
}

/// Whether the lines make a table by `outer` whose header stands in its first column, as most lines do.
bool areCutBy(char outer, std::string_view sample, bool wholeFile) {
  std::size_t columns = 0;
  int lines = 0, whole = 0;
  while (lines < kLinesLookedAt) {
    const auto line = takeLine(sample, wholeFile);
    if (!line) break;
    if (withoutTail(*line).empty()) continue;
    SplitRecord row;
    trySplitLine(*line, true, 0, outer, row);
    if (columns == 0) {
      std::string header;
      appendCell(header, *line, row.cells[0]);
      columns = row.cells.size();
      if (columns < 2 || !onlyFirstIsFilled(row) || !isHeaderOf(header, outer)) return false;
    }
    if (row.cells.size() != columns) return false;
    ++lines;
    whole += onlyFirstIsFilled(row);
  }
  return lines >= 2 && 2 * whole > lines;
}

/// The cells of a line put together again, without the empty ones behind them.
void appendJoined(std::string& out, std::string_view line, char outer) {
  SplitRecord row;
  trySplitLine(line, true, 0, outer, row);
  while (row.cells.size() > 1 && row.cells.back().begin == row.cells.back().end) row.cells.pop_back();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i > 0) out += outer;
    appendCell(out, line, row.cells[i]);
  }
}

}  // namespace

bool isQuotedCell(std::string_view line) {
  line = withoutTail(line);
  if (line.size() < 2 || line.front() != '"' || line.back() != '"') return false;
  line = line.substr(1, line.size() - 2);
  for (std::size_t at = 0; (at = line.find('"', at)) != std::string_view::npos; at += 2) {
    if (at + 1 >= line.size() || line[at + 1] != '"') return false;
  }
  return true;
}

void appendUnquoted(std::string& out, std::string_view line) {
  if (!isQuotedCell(line)) {
    out += line;
    return;
  }
  line = withoutTail(line);
  line = line.substr(1, line.size() - 2);
  for (std::size_t i = 0; i < line.size(); ++i) {
    out += line[i];
    if (line[i] == '"') ++i;
  }
}

std::optional<LinesInCells> linesInCells(std::string_view sample, bool wholeFile) {
  if (areQuotedLines(sample, wholeFile)) return LinesInCells{};
  for (const char outer : kDelimiters) {
    if (areCutBy(outer, sample, wholeFile)) return LinesInCells{outer};
  }
  return std::nullopt;
}

Result<std::size_t> UnquotedLinesStream::read(std::span<char> into, const std::stop_token& stop) {
  while (m_taken == m_text.size() && !m_ended) {
    if (stop.stop_requested()) return cancelled();
    std::vector<char> piece(kPieceBytes);
    const auto read = m_quoted->read(piece, stop);
    if (!read) return read;
    m_ended = *read == 0;
    m_rest.append(piece.data(), *read);
    m_text.clear();
    m_taken = 0;
    const auto append = [this](std::string_view line) {
      m_form.outer ? appendJoined(m_text, line, *m_form.outer) : appendUnquoted(m_text, line);
    };
    std::size_t from = 0;
    for (std::size_t end = 0; (end = m_rest.find('\n', from)) != std::string::npos; from = end + 1) {
      append(std::string_view(m_rest).substr(from, end - from));
      m_text += '\n';
    }
    m_rest.erase(0, from);
    if (!m_ended && m_rest.size() <= kLongestLine) continue;
    append(m_rest);
    m_rest.clear();
  }
  const std::size_t count = std::min(into.size(), m_text.size() - m_taken);
  std::copy_n(m_text.data() + m_taken, count, into.data());
  m_taken += count;
  return count;
}

}  // namespace undelivered
