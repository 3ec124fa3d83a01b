// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/measure.h"
#include "bench/suites.h"
#include "query/log_query.h"

namespace undelivered::bench {

/// A question that is asked several times, each time of a new LogQuery, which remembers nothing; and what it is
/// compared with, measured in turn with it.
struct Asked {
  Times times, reference;
  std::uint64_t found = 0;  ///< what the question's last answer says
};

/// `ask` gives a Result with the number of rows found.
template <class Ask, class Plain>
Result<Asked> askOften(const LogPointer& log, int runs, const Ask& ask, const Plain& plain) {
  Asked asked;
  for (int run = 0; run < runs; ++run) {
    const auto query = makeLocalQuery(log);
    const Result<std::uint64_t> answer = asked.times.measure([&] { return ask(*query); });
    if (!answer) return tl::unexpected(answer.error());
    asked.found = *answer;
    asked.reference.measure(plain);
  }
  return asked;
}
template <class Ask>
Result<Asked> askOften(const LogPointer& log, int runs, const Ask& ask) {
  return askOften(log, runs, ask, [] { return 0; });
}

/// The question for a filter's rows.
inline auto rowsOf(Filter filter, Sort sort = {}) {
  return [filter = std::move(filter), sort = std::move(sort)](const LogQuery& query) {
    return query.rows(filter, sort).map([](const RowSet& rows) { return std::uint64_t{rows.size()}; });
  };
}

inline Filter failedOnly() {
  Filter filter;
  filter.outcomes = {Outcome::Failed};
  return filter;
}

}  // namespace undelivered::bench
