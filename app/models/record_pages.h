// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include <QObject>
#include <QTimer>

#include "base/result.h"
#include "document/latest_job.h"
#include "query/row_set.h"
#include "store/delivery_log.h"
#include "store/record.h"

namespace undelivered {

/// The records of a row set in full, read from the logs page by page in the background as they are asked for, and
/// kept while they are likely to be asked for again.
class RecordPages : public QObject {
  Q_OBJECT

 public:
  static constexpr std::uint32_t kPageRows = 128;
  static constexpr std::size_t kPagesKept = 64;

  explicit RecordPages(QObject* parent = nullptr);

  void reset(std::shared_ptr<const DeliveryLog> log, RowSet rows);
  /// The record at that place of the row set; null: it is on its way, loaded() will tell, or error() is set.
  const Record* find(std::uint32_t place);
  /// Why records of this row set cannot be read, once that was met.
  const std::optional<Error>& error() const { return m_error; }

 signals:
  void loaded(quint32 firstPlace, quint32 lastPlace);
  void failed(const undelivered::Error& error);

 private:
  struct Page {
    std::vector<Record> records;
    std::uint64_t lastUse = 0;
  };
  using Loaded = std::vector<std::pair<std::uint32_t, Result<std::vector<Record>>>>;

  void want(std::uint32_t page);
  void load();
  void take(Loaded& pages);
  void forgetOldest();

  std::shared_ptr<const DeliveryLog> m_log;
  RowSet m_rows;
  std::unordered_map<std::uint32_t, Page> m_pages;
  std::vector<std::uint32_t> m_wanted;  // the latest last
  std::uint64_t m_uses = 0;
  std::optional<Error> m_error;  // told once for a row set
  QTimer m_start;
  LatestJob m_job;
};

}  // namespace undelivered
