// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "bench/asking.h"
#include "export/action_list.h"

namespace undelivered::bench {
namespace {

constexpr std::uint32_t kMostRows = 1000000;

/// The bytes of an export, written without making them: what the disk takes.
bool plainWrite(const std::string& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return false;
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), std::min(bytes.size(), std::size_t{1} << 20));
    if (written <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  const bool synced = ::fsync(file) == 0;
  return ::close(file) == 0 && synced && bytes.empty();
}

RowSet firstOf(const RowSet& rows, std::uint32_t most) {
  std::vector<std::uint32_t> first(std::min(rows.size(), most));
  for (std::uint32_t i = 0; i < first.size(); ++i) first[i] = rows[i].value;
  return RowSet(std::move(first));
}

Result<void> benchDialect(const LogPointer& log, const RowSet& rows, bool forPeople, const Session& session) {
  const std::string target = session.options.folder + "/export.csv", copy = session.options.folder + "/copy.csv";
  ActionListOptions list;
  list.language = "de";
  list.forPeople = forPeople;
  list.dialect = forPeople ? CsvDialect::excel("de") : CsvDialect::machine();
  Times times, plain;
  double size = 0;
  for (int run = 0; run < session.options.runs; ++run) {
    const auto written = times.measure([&] { return exportActionList(log, rows, list, target); });
    if (!written) return written;
    std::ifstream in(target, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    size = static_cast<double>(bytes.size()) / 1e9;
    if (!plain.measure([&] { return plainWrite(copy, bytes); })) return failure(ErrorCode::WriteFailed, copy);
  }
  std::filesystem::remove(target);
  std::filesystem::remove(copy);
  const std::string name = forPeople ? "export failures, for Excel, German" : "export failures, for machines";
  const std::string key = forPeople ? "export.excel" : "export.machine";
  const std::string beside = "writing and syncing the same bytes";
  session.report.add({key, name, times.median() * 1e3, "ms", beside, plain.median() * 1e3, rows.size()});
  session.report.add({key + ".bytes", name + ": bytes", size / times.median(), "GB/s", beside, size / plain.median()});
  return {};
}

}  // namespace

Result<void> benchExport(const LogPointer& log, const Session& session) {
  const auto failures = makeLocalQuery(log)->rows(failedOnly(), {});
  if (!failures) return tl::unexpected(failures.error());
  const RowSet rows = firstOf(*failures, kMostRows);
  const auto done = benchDialect(log, rows, true, session);
  return done ? benchDialect(log, rows, false, session) : done;
}

}  // namespace undelivered::bench
