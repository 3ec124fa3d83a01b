// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/cell_reader.h"

#include <algorithm>

#include "base/blanks.h"
#include "base/formula_guard.h"
#include "input/encoding.h"

namespace undelivered {
namespace {

/// Whether the field is text of somebody else, which is shown and exported as it stands.
bool isVerbatim(Field field) {
  return field == Field::Diagnostic || field == Field::Reference || field == Field::Customer ||
         field == Field::MessageId;
}

void appendUndoubled(std::string& out, std::string_view content) {
  while (true) {
    const std::size_t quote = content.find("\"\"");
    if (quote == std::string_view::npos) break;
    out += content.substr(0, quote + 1);
    content.remove_prefix(quote + 2);
  }
  out += content;
}

}  // namespace

CellReader::CellReader(const Recognition& recognition)
    : m_timeOfDay(recognition.timeOfDayColumn),
      m_windows1252(recognition.encoding == Encoding::Windows1252),
      m_guarded(recognition.guarded) {
  constexpr std::array kClassifying{Field::Time,    Field::Code,      Field::Status,
                                    Field::Channel, Field::Recipient, Field::EventId};
  const auto want = [&](Field field) {
    const auto index = static_cast<std::size_t>(field);
    if (!recognition.columnOf[index]) return;
    m_wanted.push_back({field, *recognition.columnOf[index]});
    m_fallbacks.push_back(recognition.fallbackColumns[index]);
    // A column more makes no cell its own value.
    if (field == Field::Time && m_timeOfDay) m_fallbacks.back().push_back(*m_timeOfDay);
  };
  for (Field field : kClassifying) want(field);
  // A provider's table may look at what the server said.
  const bool ofProvider = recognition.provider != kNoProvider;
  if (ofProvider) want(Field::Diagnostic);
  m_classifying = m_wanted.size();
  if (!ofProvider) want(Field::Diagnostic);
  m_diagnosticByCode = m_wanted.size() > m_classifying;
  for (Field field : kFields) {
    const bool wanted =
        field == Field::Diagnostic || std::find(kClassifying.begin(), kClassifying.end(), field) != kClassifying.end();
    if (!wanted) want(field);
  }
  countPlain();
  findKindColumns(recognition);
}

void CellReader::findKindColumns(const Recognition& recognition) {
  if (!recognition.impliedStatus.empty()) return;  // which does not stand in the text
  std::vector<std::uint16_t> columns;
  std::uint32_t order = 1;
  for (Field field : {Field::Code, Field::Status, Field::Channel}) {
    const auto column = recognition.columnOf[static_cast<std::size_t>(field)];
    if (column) columns.push_back(*column);
    order = order << 2 | (column ? 1u : 0u);
  }
  if (columns.empty()) return;
  const auto [first, last] = std::minmax_element(columns.begin(), columns.end());
  if (static_cast<std::size_t>(*last - *first) + 1 != columns.size()) return;
  m_kindColumns = {{*first, *last}};
  for (const std::uint16_t column : columns) order = order << 2 | static_cast<std::uint32_t>(column - *first);
  m_kindOrder = order;
}

void CellReader::countPlain() {
  const auto plain = [this](const auto& fallbacks) { return fallbacks.empty() && !m_guarded; };
  m_plainClassifying =
      std::all_of(m_fallbacks.begin(), m_fallbacks.begin() + static_cast<std::ptrdiff_t>(m_classifying), plain);
  m_mayDefer = m_wantsToDefer && m_plainClassifying && m_kindColumns && !m_windows1252;
  m_undeferred.clear();
  for (std::size_t w = 0; w < m_classifying; ++w) {
    const Field field = m_wanted[w].field;
    const bool ofKind = field == Field::Code || field == Field::Status || field == Field::Channel;
    if (!ofKind) m_undeferred.push_back(m_wanted[w]);
  }
  findPlainColumns();
  m_plainAll = std::all_of(m_fallbacks.begin(), m_fallbacks.end(), plain);
  const auto diagnostic = std::find_if(m_wanted.begin(), m_wanted.end(),
                                       [](const Wanted& wanted) { return wanted.field == Field::Diagnostic; });
  m_diagnosticAt = static_cast<std::size_t>(diagnostic - m_wanted.begin());
}

void CellReader::findPlainColumns() {
  const bool both = m_undeferred.size() == 2 && m_undeferred[0].field == Field::Time &&
                    m_undeferred[1].field == Field::Recipient && m_undeferred[0].column != m_undeferred[1].column;
  m_plainColumns.reset();
  if (!m_mayDefer || !both) return;
  m_plainColumns = {m_undeferred[0].column, m_undeferred[1].column, m_kindColumns->first, m_kindColumns->second};
}

void CellReader::alsoRead(Field field) {
  const auto first = m_wanted.begin() + static_cast<std::ptrdiff_t>(m_classifying);
  const auto found = std::find_if(first, m_wanted.end(), [&](const Wanted& wanted) { return wanted.field == field; });
  if (found == m_wanted.end()) return;
  const auto at = found - m_wanted.begin();
  std::iter_swap(first, found);
  std::iter_swap(m_fallbacks.begin() + static_cast<std::ptrdiff_t>(m_classifying), m_fallbacks.begin() + at);
  ++m_classifying;
  countPlain();
}

bool CellReader::hasInvalid(std::string_view line) const { return !m_windows1252 && !isValidUtf8(line); }

bool CellReader::decode(std::string_view bytes, std::string& into) const {
  const bool asWindows1252 = m_windows1252 ? !isAscii(bytes) : m_doubtful && !isValidUtf8(bytes);
  if (!asWindows1252) return false;
  into.clear();
  appendWindows1252(into, bytes);
  return true;
}

std::string_view CellReader::value(std::string_view raw, Field field) {
  std::string& buffer = m_buffers[static_cast<std::size_t>(field)];
  bool quoted = false;
  std::string_view content = withoutQuotes(raw, quoted);
  if (quoted && content.find('"') != std::string_view::npos) {
    m_unquoted.clear();
    appendUndoubled(m_unquoted, content);
    buffer = m_unquoted;
    content = buffer;
  }
  if (m_windows1252 || m_doubtful) {
    std::string decoded;
    if (decode(content, decoded)) {
      buffer = std::move(decoded);
      content = buffer;
    }
  }
  if (m_guarded) content = withoutFormulaGuard(content);
  return isVerbatim(field) ? content : trimBlanks(content);
}

std::string_view CellReader::dayAndTime(std::string_view rawDay, std::string_view rawTime) {
  std::string joined(value(rawDay, Field::Time));
  const std::string_view time = value(rawTime, Field::Time);
  if (!joined.empty() && !time.empty()) joined += ' ';
  joined += time;
  std::string& buffer = m_buffers[static_cast<std::size_t>(Field::Time)];
  buffer = std::move(joined);
  return buffer;
}

std::string CellReader::text(std::string_view raw) const {
  bool quoted = false;
  const std::string_view content = withoutQuotes(raw, quoted);
  std::string plain;
  if (quoted) {
    appendUndoubled(plain, content);
  } else {
    plain = content;
  }
  std::string decoded;
  return decode(plain, decoded) ? decoded : plain;
}

std::string CellReader::unguarded(std::string text) {
  text.erase(0, text.size() - withoutFormulaGuard(text).size());
  return text;
}

}  // namespace undelivered
