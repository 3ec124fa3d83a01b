// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <thread>

#include <fmt/format.h>

#include "bench/asking.h"
#include "export/action_list.h"
#include "store/load_log.h"

namespace undelivered::bench {
namespace {

using Clock = std::chrono::steady_clock;
using Work = std::function<Result<void>(const std::stop_token&)>;

constexpr int kStops = 20;

/// How long the work takes to end once it is told to, told at places that are spread evenly over it. Ends that came by
/// themselves first are none.
Result<std::vector<double>> endsOf(const Work& work) {
  const auto start = Clock::now();
  if (const auto whole = work({}); !whole) return tl::unexpected(whole.error());
  const auto duration = Clock::now() - start;
  std::vector<double> seconds;
  for (int i = 0; i < kStops; ++i) {
    std::stop_source source;
    Clock::time_point told;
    std::jthread teller([&] {
      std::this_thread::sleep_for(duration * (2 * i + 1) / (2 * kStops));
      told = Clock::now();
      source.request_stop();
    });
    const auto done = work(source.get_token());
    const auto ended = Clock::now();
    teller.join();
    if (done) continue;
    if (!done.error().isCancelled()) return tl::unexpected(done.error());
    seconds.push_back(std::chrono::duration<double>(ended - told).count());
  }
  return seconds;
}

Result<void> benchOne(const std::string& key, const std::string& name, const Work& work, const Session& session) {
  auto ends = endsOf(work);
  if (!ends) return tl::unexpected(ends.error());
  if (ends->empty()) {
    session.report.note(fmt::format("cancel {}: it had ended each time", name));
    return {};
  }
  std::sort(ends->begin(), ends->end());
  const std::string of = fmt::format("cancel {}", name);
  session.report.add({"cancel." + key, of + ", median", (*ends)[ends->size() / 2] * 1e3, "ms"});
  session.report.add({"cancel." + key + ".longest", of + ", longest", ends->back() * 1e3, "ms"});
  return {};
}

template <class T>
Result<void> outcome(const Result<T>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

}  // namespace

Result<void> benchCancel(const LogPointer& log, const std::string& path, const Session& session) {
  const auto rowsBy = [&](Filter filter, Sort sort) {
    return [&log, filter = std::move(filter), sort = std::move(sort)](const std::stop_token& stop) {
      return outcome(makeLocalQuery(log)->rows(filter, sort, stop));
    };
  };
  const auto load = [&](const std::stop_token& stop) {
    LoadRequest request;
    request.paths = {path};
    return outcome(loadLog(request, stop));
  };
  Filter text;
  text.search = "not to be found";
  auto done = benchOne("load", "a load", load, session);
  if (done) done = benchOne("search", "a search", rowsBy(text, {}), session);
  if (done) done = benchOne("sort.time", "a sort by time", rowsBy({}, {ColumnId::Time, true, "de"}), session);
  if (!done || log->recordCount() > session.options.detailUpTo) return done;
  done = benchOne("sort.text", "a sort by text", rowsBy(failedOnly(), {ColumnId::Diagnostic, false, "de"}), session);
  if (!done) return done;
  const auto failures = makeLocalQuery(log)->rows(failedOnly(), {});
  if (!failures) return tl::unexpected(failures.error());
  const std::string target = session.options.folder + "/cancelled.csv";
  const auto write = [&](const std::stop_token& stop) { return exportActionList(log, *failures, {}, target, stop); };
  done = benchOne("export", "an export", write, session);
  std::filesystem::remove(target);
  return done;
}

}  // namespace undelivered::bench
