// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "bench/measure.h"
#include "bench/suites.h"
#include "query/log_query.h"
#include "store/record_reader.h"

namespace undelivered::bench {
namespace {

constexpr int kScreenRows = 50;
constexpr std::uint32_t kHistoryRows = 20;

std::uint32_t randomBelow(std::uint32_t bound) {
  static std::uint64_t state = 88172645463325252u;
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return static_cast<std::uint32_t>(state % bound);
}

Result<std::size_t> readScreen(RecordReader& reader, std::uint32_t rows) {
  std::size_t bytes = 0;
  for (int i = 0; i < kScreenRows; ++i) {
    const auto record = reader.read(RowId{randomBelow(rows)});
    if (!record) return tl::unexpected(record.error());
    bytes += record->diagnostic.size();
  }
  return bytes;
}

std::size_t plainReads(int file, std::uint64_t size) {
  std::array<char, 4096> page;
  std::size_t bytes = 0;
  for (int i = 0; i < kScreenRows; ++i) {
    const std::uint64_t at = randomBelow(static_cast<std::uint32_t>(size / page.size())) * page.size();
    const ssize_t got = ::pread(file, page.data(), page.size(), static_cast<off_t>(at));
    bytes += got > 0 ? static_cast<std::size_t>(got) : 0;
  }
  return bytes;
}

Result<std::uint64_t> readHistory(const LogQuery& query, RecordReader& reader, RowId row) {
  const auto rows = query.sameRecipient(row);
  if (!rows) return tl::unexpected(rows.error());
  for (std::uint32_t i = rows->size(); i > 0 && rows->size() - i < kHistoryRows; --i) {
    if (const auto record = reader.read((*rows)[i - 1]); !record) return tl::unexpected(record.error());
  }
  return rows->size();
}

}  // namespace

Result<void> benchRecords(const LogPointer& log, const std::string& path, const Session& session) {
  if (log->recordCount() == 0) return {};
  RecordReader reader(log);
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const std::uint64_t size = std::filesystem::file_size(path);
  Times screen, pages;
  for (int run = 0; run < session.options.runs * 10; ++run) {
    const auto read = screen.measure([&] { return readScreen(reader, log->recordCount()); });
    if (!read) return tl::unexpected(read.error());
    pages.measure([&] { return plainReads(file, size); });
  }
  ::close(file);
  session.report.add({"screen", "one screen of 50 random rows", screen.median() * 1e3, "ms", "50 plain reads of 4 KiB",
                      pages.median() * 1e3});

  // What the details of a row show: every row of its recipient, and the newest of them in full.
  Times history;
  std::uint64_t found = 0;
  for (int run = 0; run < session.options.runs; ++run) {
    const auto query = makeLocalQuery(log);
    const RowId row{randomBelow(log->recordCount())};
    const auto rows = history.measure([&] { return readHistory(*query, reader, row); });
    if (!rows) return tl::unexpected(rows.error());
    found = *rows;
  }
  session.report.add({"history", "history of one recipient", history.median() * 1e3, "ms", "", 0, found});
  return {};
}

}  // namespace undelivered::bench
