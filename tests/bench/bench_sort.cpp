// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>

#include "bench/asking.h"

namespace undelivered::bench {
namespace {

std::size_t plainSort(const std::vector<std::uint32_t>& times, std::vector<std::uint32_t>& rows) {
  std::iota(rows.begin(), rows.end(), 0u);
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return times[a] < times[b]; });
  return rows.size();
}

}  // namespace

Result<void> benchSortByTime(const LogPointer& log, const Session& session) {
  std::vector<std::uint32_t> times(log->recordCount()), order(log->recordCount());
  std::uint32_t state = 1;
  for (auto& time : times) time = state = state * 1664525u + 1013904223u;
  const bool compared = log->recordCount() <= session.options.detailUpTo;
  for (const bool descending : {false, true}) {
    const auto asked = askOften(log, session.options.runs, rowsOf({}, {ColumnId::Time, descending, "en"}),
                                [&] { return compared && descending ? plainSort(times, order) : 0; });
    if (!asked) return tl::unexpected(asked.error());
    Figure figure{descending ? "sort.time" : "sort.time.ascending",
                  descending ? "sort everything by time, newest first" : "sort everything by time, oldest first",
                  asked->times.median() * 1e3, "ms"};
    if (compared && descending) {
      figure.comparedWith = "std::stable_sort of random times";
      figure.reference = asked->reference.median() * 1e3;
    }
    session.report.add(figure);
  }
  return {};
}

Result<void> benchSortByText(const LogPointer& log, const Session& session) {
  for (const ColumnId column :
       {ColumnId::Recipient, ColumnId::Customer, ColumnId::Reference, ColumnId::MessageId, ColumnId::Diagnostic}) {
    const auto asked = askOften(log, session.options.runs, rowsOf(failedOnly(), {column, false, "de"}));
    if (!asked) return tl::unexpected(asked.error());
    const std::string text(name(column));
    session.report.add({"sort." + text, "sort the failures by " + text + ", German order", asked->times.median() * 1e3,
                        "ms", "", 0, asked->found});
  }
  return {};
}

}  // namespace undelivered::bench
