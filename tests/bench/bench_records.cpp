// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "bench/suites.h"
#include "query/log_query.h"
#include "store/record_reader.h"

namespace undelivered::bench {
namespace {

constexpr int kScreenRows = 50;

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

}  // namespace

Result<void> benchRecords(const std::shared_ptr<const DeliveryLog>& log, const std::string& path,
                          const Options& options, Report& report) {
  const auto query = makeLocalQuery(log);
  if (log->recordCount() == 0) return {};
  RecordReader reader(log);
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const std::uint64_t size = std::filesystem::file_size(path);
  Times screen, pages, history;
  for (int run = 0; run < options.runs * 10; ++run) {
    const auto read = screen.measure([&] { return readScreen(reader, log->recordCount()); });
    if (!read) return tl::unexpected(read.error());
    pages.measure([&] { return plainReads(file, size); });
  }
  ::close(file);
  report.add({"one screen of 50 random rows", log->recordCount(), screen.median() * 1e3, "ms",
              "50 plain reads of 4 KiB", pages.median() * 1e3});
  for (int run = 0; run < options.runs; ++run) {
    const auto rows = history.measure([&] { return query->sameRecipient(RowId{randomBelow(log->recordCount())}); });
    if (!rows) return tl::unexpected(rows.error());
  }
  report.add({"history of one recipient", log->recordCount(), history.median() * 1e3, "ms", "", 0});
  return {};
}

}  // namespace undelivered::bench
