// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/container/workbook_parts.h"
#include "input/container/xml_part.h"
#include "input/spool.h"

namespace undelivered {

/// Turns the cells of a sheet into delimited text while they are read (see readFirstSheet).
class SheetWriter final : public XmlHandler {
 public:
  SheetWriter(const WorkbookParts& parts, Spool& spool) : m_parts(parts), m_spool(spool) {}

  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view utf8) override;
  /// Writes what is left.
  Result<void> finish();

 private:
  void startRow(const XmlAttributes& attributes);
  void startCell(const XmlAttributes& attributes);
  /// What the cell says; nothing where that is damaged.
  std::optional<std::string> value() const;
  std::string numberValue() const;
  void endCell();
  void endRow();
  void write();

  const WorkbookParts& m_parts;
  Spool& m_spool;
  std::string m_text;              // not yet in the spool
  std::vector<std::string> m_row;  // up to the last cell with a value
  std::uint64_t m_rowNumber = 0;   // 1-based, as in the sheet
  std::uint64_t m_written = 0;     // rows
  std::size_t m_width = 0;         // of the first row that has several cells, to which all others are filled up
  std::size_t m_column = 0;        // of the next cell without a reference
  std::string m_type, m_value;
  std::size_t m_style = 0;
  int m_phonetic = 0;
  bool m_inRow = false, m_inCell = false, m_inValue = false;
};

/// Looks whether a sheet has any value.
class SheetProbe final : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "v" || name == "is") setDone();
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

}  // namespace undelivered
