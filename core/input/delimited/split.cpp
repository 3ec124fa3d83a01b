// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/split.h"

#include <algorithm>

#include "input/record_parser.h"

namespace undelivered {
namespace {

constexpr std::size_t kExtendBytes = std::size_t{64} << 10;

enum class Stop { End, NeedMore, Misplaced, Unterminated, TooLong };

/// Walks one record over the text there is. NeedMore: the text ended before the record did.
class Splitter {
 public:
  Splitter(std::string_view text, bool atEnd, std::uint32_t start, char delimiter, SplitRecord& record)
      : m_text(text), m_atEnd(atEnd), m_start(start), m_delimiter(delimiter), m_record(record) {}

  /// `oneLine`: a quoted cell must close before the line ends, or its quote is text.
  Stop run(bool oneLine) {
    m_record.cells.clear();
    m_record.lines = 0;
    m_record.innerBreaks = 0;
    m_record.misplacedQuote = false;
    std::uint32_t at = m_start;
    while (true) {
      bool quoted = at < m_text.size() && m_text[at] == '"';
      std::uint32_t close = at;
      if (quoted) {
        const Stop stop = findClosingQuote(at, oneLine, close);
        if (stop == Stop::NeedMore || stop == Stop::Unterminated || stop == Stop::Misplaced) {
          if (!oneLine || stop == Stop::NeedMore) return stop;
          m_record.misplacedQuote |= stop == Stop::Misplaced;
          quoted = false;
        }
      }
      const std::uint32_t from = quoted ? close + 1 : (close > at ? close + 1 : at);
      const std::uint32_t end = cellEnd(from);
      if (tooLong(end)) return Stop::TooLong;
      if (end == m_text.size() && !m_atEnd) return Stop::NeedMore;
      if (quoted) {
        m_record.cells.push_back({at + 1, close, true});
      } else {
        m_record.cells.push_back({at, end, false});
      }
      if (end < m_text.size() && m_text[end] == m_delimiter) {
        at = end + 1;
        continue;
      }
      return endOfLine(end);
    }
  }

 private:
  bool isLineEnd(std::uint32_t at) const { return m_text[at] == '\n' || m_text[at] == '\r'; }
  bool tooLong(std::uint32_t at) const { return at - m_start > kMaxRecordBytes; }

  std::uint32_t cellEnd(std::uint32_t from) const {
    std::uint32_t at = from;
    while (at < m_text.size() && m_text[at] != m_delimiter && !isLineEnd(at) && !tooLong(at)) ++at;
    return at;
  }

  Stop endOfLine(std::uint32_t at) {
    if (at < m_text.size()) {
      const bool carriageReturn = m_text[at] == '\r';
      if (carriageReturn && at + 1 == m_text.size() && !m_atEnd) return Stop::NeedMore;
      at += carriageReturn && at + 1 < m_text.size() && m_text[at + 1] == '\n' ? 2 : 1;
      ++m_record.lines;
    }
    m_record.end = at;
    return Stop::End;
  }

  /// From the opening quote at `open`. End: `close` is the closing quote. Misplaced: text follows the closing quote;
  /// where both stand on one line `close` is that quote, so that a delimiter inside the quotes is none.
  Stop findClosingQuote(std::uint32_t open, bool oneLine, std::uint32_t& close) {
    std::uint32_t breaks = 0;
    std::uint32_t at = open + 1;
    while (at < m_text.size()) {
      const char c = m_text[at];
      if (c == '"') {
        if (at + 1 == m_text.size()) {
          if (!m_atEnd) return Stop::NeedMore;
        } else if (m_text[at + 1] == '"') {
          at += 2;
          continue;
        } else if (m_text[at + 1] != m_delimiter && !isLineEnd(at + 1)) {
          if (breaks == 0) {
            close = at;
            m_record.misplacedQuote = true;
            return Stop::Misplaced;
          }
          return Stop::Unterminated;
        }
        close = at;
        m_record.lines += breaks;
        m_record.innerBreaks += breaks;
        return Stop::End;
      }
      if (c == '\n' || (c == '\r' && !(at + 1 < m_text.size() && m_text[at + 1] == '\n'))) {
        if (oneLine) return Stop::Unterminated;
        ++breaks;
      }
      if (oneLine && c == '\r') return Stop::Unterminated;
      if (tooLong(at)) return Stop::Unterminated;
      ++at;
    }
    if (m_atEnd) return Stop::Unterminated;
    return Stop::NeedMore;
  }

  std::string_view m_text;
  bool m_atEnd;
  std::uint32_t m_start;
  char m_delimiter;
  SplitRecord& m_record;
};

bool hasRightCells(const SplitRecord& record, std::size_t columns) {
  if (record.cells.size() < columns) return false;
  return std::all_of(record.cells.begin() + static_cast<std::ptrdiff_t>(columns), record.cells.end(),
                     [](const Cell& cell) { return cell.begin == cell.end; });
}

/// Whether a record over several lines that ended in order is rather several records behind a stray quote.
bool looksSwallowed(std::string_view text, std::uint32_t start, char delimiter, std::size_t columns,
                    const SplitRecord& record) {
  // One cell is no shape that a line of text could not have by chance.
  if (record.innerBreaks < 2 || columns < 2) return false;
  if (record.innerBreaks < kTrustedLines && hasRightCells(record, columns)) return false;
  const std::uint32_t inner = record.innerBreaks - 1;
  std::uint32_t alike = 0;
  SplitRecord line;
  std::uint32_t at = start;
  for (std::uint32_t i = 0; i <= inner; ++i) {
    trySplitLine(text.substr(0, record.end), true, at, delimiter, line);
    alike += i > 0 && line.cells.size() == columns;
    at = line.end;
  }
  return alike > inner / 2;
}

/// The end of the physical line that was too long, wherever it is: its text is passed over, never kept.
Result<void> passLongLine(Block& block, std::uint32_t start, SplitRecord& record) {
  std::size_t at = start;
  while (true) {
    const std::size_t found = block.text().find_first_of("\r\n", at);
    if (found != std::string_view::npos && (found + 1 < block.text().size() || block.reachesEnd())) {
      const bool pair =
          block.text()[found] == '\r' && found + 1 < block.text().size() && block.text()[found + 1] == '\n';
      record.end = static_cast<std::uint32_t>(found + (pair ? 2 : 1));
      record.lines = 1;
      return {};
    }
    at = found == std::string_view::npos ? block.text().size() : found;
    if (block.reachesEnd() || at - start > kMaxRecordBytes * 64) {
      record.end = static_cast<std::uint32_t>(at);
      record.lines = 0;
      return {};
    }
    if (const auto extended = block.extend(kMaxRecordBytes); !extended) return tl::unexpected(extended.error());
  }
}

}  // namespace

bool trySplitLine(std::string_view text, bool atEnd, std::uint32_t start, char delimiter, SplitRecord& record) {
  record.unterminatedQuote = false;
  const Stop stop = Splitter(text, atEnd, start, delimiter, record).run(true);
  record.tooLong = stop == Stop::TooLong;
  return stop != Stop::NeedMore;
}

bool trySplitRecord(std::string_view text, bool atEnd, std::uint32_t start, char delimiter, std::size_t columns,
                    SplitRecord& record) {
  record.unterminatedQuote = false;
  record.tooLong = false;
  const Stop stop = Splitter(text, atEnd, start, delimiter, record).run(false);
  if (stop == Stop::NeedMore) return false;

  const bool swallowed =
      stop == Stop::Unterminated || (stop == Stop::End && looksSwallowed(text, start, delimiter, columns, record));
  if (swallowed || stop == Stop::Misplaced) {
    if (!trySplitLine(text, atEnd, start, delimiter, record)) return false;
    record.unterminatedQuote = swallowed;
    if (swallowed) record.misplacedQuote = false;
    return true;
  }
  record.tooLong = stop == Stop::TooLong;
  return true;
}

Result<void> splitRecord(Block& block, std::uint32_t start, char delimiter, std::size_t columns, SplitRecord& record) {
  std::size_t more = kExtendBytes;
  while (!trySplitRecord(block.text(), block.reachesEnd(), start, delimiter, columns, record)) {
    if (const auto extended = block.extend(more); !extended) return extended;
    more *= 2;
  }
  return record.tooLong ? passLongLine(block, start, record) : Result<void>{};
}

}  // namespace undelivered
