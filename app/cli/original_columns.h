// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "input/record_view.h"
#include "store/delivery_log.h"
#include "store/record.h"

namespace undelivered::cli {

/// A name of its own for every field of a record, so that two columns of one header do not hide each other: the second
/// "x" is "x (2)", and so on.
class FieldNames {
 public:
  /// Quick for records whose fields are called as those of the record before.
  const std::vector<std::string>& of(const OriginalFields& fields);
  /// Counts the changes of what of() gives.
  std::size_t version() const { return m_version; }

 private:
  std::vector<std::string> m_fields, m_names;
  std::size_t m_version = 0;
};

/// The original columns of all logs as one table: every name once, in the order of the logs and of its first occurrence
/// in each. Headers tell most of them; paths of JSON and cells beyond a header are known from the records alone, so
/// those are shown to collect() first. Keeps names, nothing of a record.
class OriginalColumns {
 public:
  explicit OriginalColumns(const DeliveryLog& log);

  /// Whether records can have names that no header tells.
  bool needRecords() const;
  void collect(const Record& record);
  /// No more names: fixes the columns.
  void seal();

  const std::vector<std::string>& names() const { return m_names; }
  /// A record's text in each column, empty where it has none; valid until the next call, and as long as the record.
  const std::vector<std::string_view>& cells(const Record& record);

 private:
  struct Names {
    std::vector<std::string> inOrder;
    std::unordered_set<std::string> known;
    void add(const std::string& name);
  };

  const DeliveryLog& m_log;
  std::vector<Names> m_ofSource;
  FieldNames m_fieldNames;
  std::size_t m_collected = 0;  // the version of m_fieldNames whose names have been added, and of which source
  std::size_t m_collectedSource = 0;
  std::vector<std::string> m_names;
  std::unordered_map<std::string, std::size_t> m_columnOf;
  std::vector<std::size_t> m_columns;  // of the fields, by m_fieldNames; an empty cell beyond a header may have none
  std::size_t m_placed = 0;            // the version of m_fieldNames that m_columns are of
  std::vector<std::string_view> m_cells;
};

}  // namespace undelivered::cli
