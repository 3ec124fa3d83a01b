// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/sheet.h"

#include <charconv>

namespace undelivered {
namespace {

// What a sheet holds at most (Excel's specifications and limits).
constexpr std::uint64_t kMostRows = 1'048'576;
constexpr std::size_t kMostColumns = 16'384;
// A cell holds 32,767 characters; this is room for more, and an end for what never ends.
constexpr std::size_t kMostCellBytes = std::size_t{1} << 24;
constexpr std::size_t kPieceBytes = std::size_t{1} << 18;

std::optional<std::uint64_t> numberOf(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// The 0-based column of a reference such as "BC12".
std::optional<std::size_t> columnOf(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > kMostColumns) return std::nullopt;
  }
  return column == 0 ? std::nullopt : std::optional(column - 1);
}

void appendCell(std::string& text, std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    text += cell;
    return;
  }
  text += '"';
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

}  // namespace

void SheetWriter::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "row") {
    startRow(attributes);
  } else if (name == "c" && m_inRow) {
    startCell(attributes);
  } else if (name == "rPh") {
    ++m_phonetic;
  }
  m_inValue = m_inCell && m_phonetic == 0 && (name == "v" || (name == "t" && m_type == "inlineStr"));
}

void SheetWriter::end(std::string_view name) {
  m_inValue = false;
  if (name == "rPh") --m_phonetic;
  if (name == "c" && m_inCell) endCell();
  if (name == "row" && m_inRow) endRow();
}

void SheetWriter::text(std::string_view utf8) {
  if (!m_inValue) return;
  m_value += utf8;
  if (m_value.size() > kMostCellBytes) failDamaged();
}

void SheetWriter::startRow(const XmlAttributes& attributes) {
  const auto reference = attributes.find("r");
  const auto row = reference ? numberOf(*reference) : m_rowNumber + 1;
  // Rows follow each other in a sheet; one that comes too late has no place left.
  if (!row || *row <= m_rowNumber || *row > kMostRows) return failDamaged();
  m_rowNumber = *row;
  m_row.clear();
  m_column = 0;
  m_inRow = true;
}

void SheetWriter::startCell(const XmlAttributes& attributes) {
  if (const auto reference = attributes.find("r")) {
    const auto column = columnOf(*reference);
    if (!column) return failDamaged();
    m_column = *column;
  }
  if (m_column >= kMostColumns) return failDamaged();
  m_type = attributes.find("t").value_or("n");
  m_style = static_cast<std::size_t>(numberOf(attributes.value("s")).value_or(0));
  m_value.clear();
  m_inCell = true;
}

std::string SheetWriter::numberValue() const {
  const NumberKind kind = m_style < m_parts.styles.size() ? m_parts.styles[m_style] : NumberKind::Number;
  if (kind != NumberKind::Number) {
    if (auto date = dateText(m_value, kind, m_parts.from1904)) return *std::move(date);
  }
  return numberText(m_value);
}

std::optional<std::string> SheetWriter::value() const {
  if (m_value.empty()) return std::string();
  if (m_type == "s") {
    const auto index = numberOf(m_value);
    if (!index || *index >= m_parts.texts.size()) return std::nullopt;
    return std::string(m_parts.texts[static_cast<std::size_t>(*index)]);
  }
  if (m_type == "n") return numberValue();
  if (m_type == "b") return m_value == "0" ? "FALSE" : "TRUE";
  // Errors such as #N/A, dates in ISO 8601, and texts: as they stand.
  return m_type == "str" || m_type == "inlineStr" ? unescaped(m_value) : m_value;
}

void SheetWriter::endCell() {
  m_inCell = false;
  auto cell = value();
  if (!cell) return failDamaged();
  const std::size_t column = m_column++;
  if (cell->empty()) return;
  if (m_row.size() <= column) m_row.resize(column + 1);
  m_row[column] = std::move(*cell);
}

void SheetWriter::endRow() {
  m_inRow = false;
  if (m_row.empty()) return;
  if (m_width == 0 && m_row.size() > 1) m_width = m_row.size();
  m_text.append(static_cast<std::size_t>(m_rowNumber - 1 - m_written), '\n');
  m_written = m_rowNumber;
  for (std::size_t i = 0; i < m_row.size(); ++i) {
    if (i > 0) m_text += ',';
    appendCell(m_text, m_row[i]);
  }
  if (m_row.size() < m_width) m_text.append(m_width - m_row.size(), ',');
  m_text += '\n';
  if (m_text.size() >= kPieceBytes) write();
}

void SheetWriter::write() {
  if (auto added = m_spool.append(m_text); !added) fail(added.error());
  m_text.clear();
}

Result<void> SheetWriter::finish() {
  write();
  return error() ? Result<void>(tl::unexpected(*error())) : Result<void>();
}

}  // namespace undelivered
