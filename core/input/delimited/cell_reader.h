// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "input/delimited/plain_run.h"
#include "input/record_view.h"
#include "input/source.h"

namespace undelivered {

/// Turns the raw cells of a record into field values: quotes taken off, decoded to UTF-8, and blanks around trimmed
/// but for the fields whose text is kept exactly.
/// Views point into the raw text where that is possible, else into buffers that live until the next record.
class CellReader {
 public:
  explicit CellReader(const Recognition& recognition);

  /// The field is read with those that classifying needs.
  void alsoRead(Field field);

  /// read() may defer what only the kind of a record hangs on (RecordView::kindDeferred).
  void deferKind() {
    m_wantsToDefer = true;
    countPlain();
  }

  /// Whether text may be invalid as UTF-8 and has to be looked at cell by cell; set for each block.
  void setDoubtful(bool doubtful) { m_doubtful = doubtful; }

  /// Fills the values of `view` that classifying needs, or all. `raw(column)` gives a cell as it stands, with quotes;
  /// a padded one (see short_text.h), empty where there is none. `regular`: the line has just the header's columns, all
  /// quoted as they should.
  template <class Raw>
  void read(RecordView& view, bool all, bool regular, const Raw& raw) {
    if (m_mayDefer & regular & !all & !m_doubtful && readDeferring(view, raw)) [[likely]]
      return;
    view.kindDeferred = false;
    const std::size_t count = all ? m_wanted.size() : m_classifying;
    // Usual cells are their own values; whether all are is asked once a record.
    const bool maybePlain = !m_windows1252 && !m_doubtful && (all ? m_plainAll : m_plainClassifying);
    const bool plain = maybePlain && readPlain(view, count, raw);
    view.padded = plain;
    view.kindCells = plain ? kindCells(raw) : std::string_view();
    view.kindColumns = m_kindOrder;
    if (!plain) [[unlikely]]
      readSlowly(view, count, raw);
    if (m_diagnosticByCode && !all) readDiagnostic(view, raw);
  }
  /// Fills what the last read() has deferred.
  template <class Raw>
  void readKind(RecordView& view, const Raw& raw) {
    if (view.kindDeferred) read(view, false, false, raw);
  }
  /// Whether a line is not valid in the log's encoding.
  bool isInvalid(std::string_view line) const { return m_doubtful && hasInvalid(line); }

  /// Where plain records have their cells; nothing where the log needs more of a record than those, or where the kind
  /// is not deferred. Good while nothing is doubtful.
  const std::optional<PlainColumns>& plainColumns() const { return m_plainColumns; }
  /// RecordView::kindColumns.
  std::uint32_t kindColumns() const { return m_kindOrder; }

  /// Text as the user would read it: unquoted and decoded, blanks kept.
  std::string text(std::string_view raw) const;
  /// The same of one cell, without a guard where the log has them.
  std::string cell(std::string_view raw) const { return m_guarded ? unguarded(text(raw)) : text(raw); }

 private:
  struct Wanted {
    Field field = Field::Time;
    std::uint16_t column = 0;
  };

  /// Whether a cell is its own value: nothing, or text without quotes or blanks around it; what starts or ends outside
  /// of ASCII may be one of Unicode's blanks, and is looked at. All of it is computed, since nobody could foretell
  /// which of it decides.
  static bool isPlain(std::string_view raw) {
    const bool empty = raw.empty();
    const auto first = static_cast<unsigned char>(raw.data()[0]);
    const auto last = static_cast<unsigned char>(raw.data()[raw.size() - !empty]);
    const bool starts = static_cast<unsigned char>(first - '#') < 0x80 - '#';
    const bool ends = static_cast<unsigned char>(last - '!') < 0x80 - '!';
    return empty | (starts & ends);
  }
  /// Reads only the cells that differ from record to record; false where one of them is not its own value.
  template <class Raw>
  bool readDeferring(RecordView& view, const Raw& raw) const {
    // As many as most logs have: without a loop.
    const bool plain = m_undeferred.size() == 2
                           ? readPlain(view, m_undeferred, std::make_index_sequence<2>(), raw)
                           : std::all_of(m_undeferred.begin(), m_undeferred.end(),
                                         [&](const Wanted& wanted) { return readPlain(view, wanted, raw); });
    view.padded = true;
    view.kindDeferred = true;
    view.kindCells = kindCells(raw);
    view.kindColumns = m_kindOrder;
    return plain;
  }
  /// Whether the first cells are their own values; the values are made of them as far as they are.
  template <class Raw>
  bool readPlain(RecordView& view, std::size_t count, const Raw& raw) const {
    // As many as most logs have: without a loop.
    if (count == 5) return readPlain(view, m_wanted, std::make_index_sequence<5>(), raw);
    if (count == 6) return readPlain(view, m_wanted, std::make_index_sequence<6>(), raw);
    bool plain = true;
    for (std::size_t w = 0; w < count && plain; ++w) plain &= readPlain(view, m_wanted[w], raw);
    return plain;
  }
  template <std::size_t... W, class Raw>
  static bool readPlain(RecordView& view, const std::vector<Wanted>& all, std::index_sequence<W...>, const Raw& raw) {
    const Wanted* const wanted = all.data();
    return (unsigned{readPlain(view, wanted[W], raw)} & ...) != 0;
  }
  template <class Raw>
  static bool readPlain(RecordView& view, const Wanted& wanted, const Raw& raw) {
    const std::string_view text = raw(wanted.column);
    view[wanted.field] = text;
    return isPlain(text);
  }
  /// As RecordView has it.
  template <class Raw>
  std::string_view kindCells(const Raw& raw) const {
    if (!m_kindColumns) return {};
    const char* const begin = raw(m_kindColumns->first).data();
    const std::string_view last = raw(m_kindColumns->second);
    if (last.data() == kPaddedEmpty.data()) return {};  // a short line ends before it
    return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
  }
  template <class Raw>
  void readSlowly(RecordView& view, std::size_t count, const Raw& raw) {
    for (std::size_t w = 0; w < count; ++w) {
      std::string_view text = raw(m_wanted[w].column);
      for (std::uint16_t fallback : m_fallbacks[w]) {
        if (!text.empty()) break;
        text = raw(fallback);
      }
      const Field field = m_wanted[w].field;
      const bool inTwo = field == Field::Time && m_timeOfDay;
      view[field] = inTwo ? dayAndTime(raw(m_wanted[w].column), raw(*m_timeOfDay)) : value(text, field);
    }
  }
  /// Without a provider what the server said takes part only beside codes of e-mail itself, which begin with a digit.
  template <class Raw>
  void readDiagnostic(RecordView& view, const Raw& raw) {
    // Chosen by number, since whether a record has a code is foretold badly.
    const std::string_view code = view[std::array{Field::Code, Field::Status}[view[Field::Code].empty()]];
    view[Field::Diagnostic] = {};
    if (code.empty() || code[0] < '2' || code[0] > '5') return;
    std::string_view text = raw(m_wanted[m_diagnosticAt].column);
    for (std::uint16_t fallback : m_fallbacks[m_diagnosticAt]) {
      if (!text.empty()) break;
      text = raw(fallback);
    }
    view[Field::Diagnostic] = value(text, Field::Diagnostic);
  }
  static std::string unguarded(std::string text);
  bool hasInvalid(std::string_view line) const;
  std::string_view value(std::string_view raw, Field field);
  /// A time that stands in two cells, with a blank between them.
  std::string_view dayAndTime(std::string_view rawDay, std::string_view rawTime);
  bool decode(std::string_view bytes, std::string& into) const;

  void countPlain();
  void findPlainColumns();
  void findKindColumns(const Recognition& recognition);

  std::vector<Wanted> m_wanted;                         // those that classifying needs first
  std::vector<std::vector<std::uint16_t>> m_fallbacks;  // of each of them
  std::vector<Wanted> m_undeferred;                     // those that classifying needs but for kindCells
  bool m_plainClassifying = true, m_plainAll = true;    // no column has others to fall back on
  std::size_t m_classifying = 0;
  std::optional<std::pair<std::uint16_t, std::uint16_t>> m_kindColumns;  // see RecordView::kindCells
  std::uint32_t m_kindOrder = 0;
  bool m_wantsToDefer = false, m_mayDefer = false;
  bool m_diagnosticByCode = false;  // see readDiagnostic()
  std::size_t m_diagnosticAt = 0;
  std::optional<PlainColumns> m_plainColumns;
  std::optional<std::uint16_t> m_timeOfDay;  // see Recognition::timeOfDayColumn
  std::array<std::string, kFieldCount> m_buffers;
  std::string m_unquoted;
  bool m_windows1252;
  bool m_guarded;  // see Recognition::guarded; no cell is taken for its own value then
  bool m_doubtful = false;
};

/// The inside of a cell whose first and last characters are quotes; the cell itself otherwise.
inline std::string_view withoutQuotes(std::string_view raw, bool& quoted) {
  quoted = raw.size() >= 2 && raw.front() == '"' && raw.back() == '"';
  return quoted ? raw.substr(1, raw.size() - 2) : raw;
}

}  // namespace undelivered
