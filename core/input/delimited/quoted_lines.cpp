// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/quoted_lines.h"

#include <algorithm>
#include <string>
#include <vector>

namespace undelivered {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;
constexpr int kLinesLookedAt = 20;
// A line without an end would have to be held as a whole.
constexpr std::size_t kLongestLine = std::size_t{4} << 20;

/// The line without the empty cells that a spreadsheet leaves behind it, and without its end.
std::string_view withoutTail(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ';' || line.back() == ',' || line.back() == '\t')) {
    line.remove_suffix(1);
  }
  return line;
}

/// Whether a line is one cell in quotes: each quote in it is doubled.
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

}  // namespace

bool areQuotedLines(std::string_view sample, bool wholeFile) {
  int lines = 0;
  while (lines < kLinesLookedAt && !sample.empty()) {
    const std::size_t end = sample.find('\n');
    if (end == std::string_view::npos && !wholeFile) break;
    const std::string_view line = sample.substr(0, end);
    sample.remove_prefix(end == std::string_view::npos ? sample.size() : end + 1);
    if (withoutTail(line).empty()) continue;
    const bool delimited = withoutTail(line).find_first_of(";,\t|") != std::string_view::npos;
    if (!isQuotedCell(line) || !delimited) return false;
    ++lines;
  }
  return lines >= 2;
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
    std::size_t from = 0;
    for (std::size_t end = 0; (end = m_rest.find('\n', from)) != std::string::npos; from = end + 1) {
      appendUnquoted(m_text, std::string_view(m_rest).substr(from, end - from));
      m_text += '\n';
    }
    m_rest.erase(0, from);
    if (!m_ended && m_rest.size() <= kLongestLine) continue;
    appendUnquoted(m_text, m_rest);
    m_rest.clear();
  }
  const std::size_t count = std::min(into.size(), m_text.size() - m_taken);
  std::copy_n(m_text.data() + m_taken, count, into.data());
  m_taken += count;
  return count;
}

}  // namespace undelivered
