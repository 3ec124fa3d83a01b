// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/plain_run.h"

#include <algorithm>

#include "input/record_parser.h"

namespace undelivered {
namespace {

// A block whose first runs are shorter has too few plain records.
constexpr std::uint32_t kTriedRuns = 32, kLeastPerRun = 4;

}  // namespace

void PlainRun::take(const ScannedLines& lines, const PlainColumns& columns, std::uint32_t cells) {
  // Copies, which stay in registers: what is written could be these.
  const char* const text = lines.text;
  const std::uint32_t* const lineEnds = lines.scan.lineEnds() + lines.line;
  const std::uint32_t* lastEnd = lines.ends() + cells - 1;
  const std::uint32_t before = std::min(lines.nextBreak(), lines.end);
  const std::uint32_t most = std::min(PlainRecords::kRoom, lines.scan.lineEndCount() - lines.line);
  std::uint32_t* const lineBefore = m_records.before.data();
  std::uint32_t* const lineStop = m_records.end.data();
  std::uint32_t at = lines.at;
  std::uint32_t last = lines.first + cells - 1;

  std::uint32_t count = 0;
  for (; count < most && lineEnds[count] == last; ++count, last += cells, lastEnd += cells) {
    const std::uint32_t lineEnd = *lastEnd;
    const bool crlf = (text[lineEnd] == '\n') & (text[lineEnd - 1] == '\r');
    const std::uint32_t stop = lineEnd - crlf;
    // A line of delimiters alone is one less than `cells` long, which makes no small number here.
    if (lineEnd >= before || stop - at - cells >= kMaxRecordBytes - cells - 2 || text[at] == '"') break;
    lineBefore[count] = at - 1;
    lineStop[count] = stop;
    at = lineEnd + 1;
  }
  m_text = text;
  m_ends = lines.ends();
  m_cells = cells;
  m_next = at;
  m_records.count = count;
  m_records.time = cellsOf(columns.time, columns.time);
  m_records.recipient = cellsOf(columns.recipient, columns.recipient);
  m_records.kind = cellsOf(columns.firstOfKind, columns.lastOfKind);
  m_taken += count;
  if (++m_runs >= kTriedRuns && m_taken < m_runs * kLeastPerRun) m_pays = false;
}

PlainRecords::Cells PlainRun::cellsOf(std::uint16_t first, std::uint16_t last, std::uint32_t index) const {
  const std::uint32_t* const ends = m_ends + std::size_t{index} * m_cells;
  PlainRecords::Cells cells{m_text, ends + first - 1, ends + last, m_cells, m_cells};
  if (first == 0) cells.before = m_records.before.data() + index, cells.beforeStep = 1;
  if (last + 1u == m_cells) cells.end = m_records.end.data() + index, cells.endStep = 1;
  return cells;
}

void PlainRun::pass(ScannedLines& lines) const {
  lines.at = m_next;
  lines.line += m_records.count;
  lines.first += m_records.count * m_cells;
}

}  // namespace undelivered
