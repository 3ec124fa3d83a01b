// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/record_pages.h"

#include <algorithm>

#include "store/record_reader.h"

namespace undelivered {
namespace {

// More than a screen shows at once; what was wished for before is out of sight by then.
constexpr std::size_t kMostWanted = 8;

Result<std::vector<Record>> readPage(RecordReader& reader, const RowSet& rows, std::uint32_t page,
                                     const std::stop_token& stop) {
  const std::uint32_t first = page * RecordPages::kPageRows;
  const std::uint32_t end = std::min(rows.size(), first + RecordPages::kPageRows);
  std::vector<Record> records;
  records.reserve(end - first);
  for (std::uint32_t place = first; place < end; ++place) {
    if (stop.stop_requested()) return cancelled();
    auto record = reader.read(rows[place]);
    if (!record) return tl::unexpected(record.error());
    records.push_back(std::move(*record));
  }
  return records;
}

}  // namespace

RecordPages::RecordPages(QObject* parent) : QObject(parent) {
  m_start.setSingleShot(true);
  m_start.setInterval(0);
  connect(&m_start, &QTimer::timeout, this, &RecordPages::load);
}

void RecordPages::reset(std::shared_ptr<const DeliveryLog> log, RowSet rows) {
  m_job.stop();
  m_start.stop();
  m_pages.clear();
  m_wanted.clear();
  m_error.reset();
  m_log = std::move(log);
  m_rows = std::move(rows);
}

const Record* RecordPages::find(std::uint32_t place) {
  const std::uint32_t page = place / kPageRows;
  const auto found = m_pages.find(page);
  if (found == m_pages.end()) {
    want(page);
    return nullptr;
  }
  found->second.lastUse = ++m_uses;
  const auto& records = found->second.records;
  const std::size_t index = place % kPageRows;
  return index < records.size() ? &records[index] : nullptr;
}

void RecordPages::want(std::uint32_t page) {
  if (m_error) return;
  const auto there = std::find(m_wanted.begin(), m_wanted.end(), page);
  // Already on its way and nothing newer was asked for since: leave the job alone.
  if (there != m_wanted.end()) return;
  m_wanted.push_back(page);
  if (m_wanted.size() > kMostWanted) m_wanted.erase(m_wanted.begin());
  m_start.start();
}

void RecordPages::load() {
  if (!m_log || m_wanted.empty()) return;
  const auto job = [log = m_log, rows = m_rows, wanted = m_wanted](const std::stop_token& stop) {
    RecordReader reader(log);
    Loaded pages;
    for (auto page = wanted.rbegin(); page != wanted.rend() && !stop.stop_requested(); ++page) {
      pages.emplace_back(*page, readPage(reader, rows, *page, stop));
    }
    return pages;
  };
  m_job.start<Loaded>(job, [this](Loaded& pages) { take(pages); });
}

void RecordPages::take(Loaded& pages) {
  for (auto& [page, records] : pages) {
    if (!records) {
      if (!m_error && !records.error().isCancelled()) {
        m_error = records.error();
        emit failed(records.error());
      }
      continue;
    }
    std::erase(m_wanted, page);
    const auto count = static_cast<std::uint32_t>(records->size());
    m_pages[page] = {std::move(*records), ++m_uses};
    forgetOldest();
    if (count > 0) emit loaded(page * kPageRows, page * kPageRows + count - 1);
  }
}

void RecordPages::forgetOldest() {
  if (m_pages.size() <= kPagesKept) return;
  const auto oldest = std::min_element(
      m_pages.begin(), m_pages.end(), [](const auto& a, const auto& b) { return a.second.lastUse < b.second.lastUse; });
  m_pages.erase(oldest);
}

}  // namespace undelivered
