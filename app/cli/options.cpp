// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <future>
#include <limits>

#include <fmt/format.h>

#include "input/time_parser.h"
#include "reading_options.h"

namespace undelivered::cli {
namespace {

template <class E>
Result<EnumSet<E>> parseSet(const std::vector<std::string>& words, std::string_view allowed) {
  EnumSet<E> set;
  for (const std::string& word : words) {
    const auto value = fromName<E>(word);
    if (!value) return failure(ErrorCode::BadArgument, word, fmt::format("allowed are: {}", allowed));
    set.insert(*value);
  }
  return set;
}

bool isDateAlone(const std::string& text) {
  return text.find_first_of(":Tt") == std::string::npos && text.size() <= 10;
}

/// A time of the command line. `end`: a date alone stands for the whole day, so the moment meant is the next day's
/// start.
Result<std::optional<Timestamp>> parseMoment(const std::string& text, const Zone& zone, bool end) {
  if (text.empty()) return std::optional<Timestamp>();
  const auto parsed = parseTime(text);
  if (!parsed)
    return failure(ErrorCode::BadArgument, text,
                   "not a date or time; examples: 2025-03-04, 2025-03-04T08:15, 2025-03-04T08:15Z");
  if (const auto* moment = std::get_if<Timestamp>(&*parsed)) return std::optional(*moment);
  const LocalTime local = std::get<LocalTime>(*parsed);
  if (isDateAlone(text)) {
    const auto day = std::chrono::floor<std::chrono::days>(local);
    return std::optional(startOfDay(end ? day + std::chrono::days{1} : day, zone));
  }
  return std::optional(ZoneCursor(zone).toUtc(local).time);
}

Result<Filter> understandFilter(const Options& options, const Catalogue& catalogue, const Zone& zone) {
  Filter filter;
  for (const std::string& reason : options.reasons) {
    const auto known = catalogue.find(reason);
    const bool anyUnknown = normaliseCode(reason) == kAnyUnknownReason;
    filter.reasons.push_back(known ? catalogue.reason(*known).code : anyUnknown ? kAnyUnknownReason : reason);
  }
  const auto channels = parseSet<Channel>(options.channels, "email, sms, letter, unknown");
  if (!channels) return tl::unexpected(channels.error());
  filter.channels = *channels;
  const auto persistences = parseSet<Persistence>(options.persistences, "permanent, temporary, unknown");
  if (!persistences) return tl::unexpected(persistences.error());
  filter.persistences = *persistences;
  const auto actionabilities = parseSet<Actionability>(options.actionabilities, "yes, partially, no, unknown");
  if (!actionabilities) return tl::unexpected(actionabilities.error());
  filter.actionabilities = *actionabilities;
  const auto phases = parseSet<Phase>(options.phases, "before, while, after, unknown");
  if (!phases) return tl::unexpected(phases.error());
  filter.phases = *phases;

  std::vector<std::string> outcomes = options.outcomes;
  if (outcomes.empty()) outcomes.push_back("failed");
  const bool all = std::erase(outcomes, "all") > 0;
  const auto chosen = parseSet<Outcome>(outcomes, "failed, delivered, pending, unknown, all");
  if (!chosen) return tl::unexpected(chosen.error());
  if (!all) filter.outcomes = *chosen;

  const auto since = parseMoment(options.since, zone, false);
  if (!since) return tl::unexpected(since.error());
  const auto until = parseMoment(options.until, zone, true);
  if (!until) return tl::unexpected(until.error());
  filter.since = *since;
  filter.until = *until;
  filter.search = options.search;
  filter.matchCase = options.matchCase;
  return filter;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

/// The filter is called --actionable, and so is the member of a reason: that name is as good as the column's own.
std::string_view columnNamed(const std::string& word) {
  return word == "actionable" ? "actionability" : std::string_view(word);
}

}  // namespace

Result<Request> understand(const Options& options) {
  Request request;
  // Where the zones are takes as long to find out as half of the catalogue to read.
  auto zoneFound = std::async(std::launch::async, [&] { return Zone::find(options.zone); });
  request.catalogue = Catalogue::builtIn();
  if (!options.catalogue.empty()) {
    auto loaded = Catalogue::load(options.catalogue);
    if (!loaded) return tl::unexpected(loaded.error());
    request.catalogue = std::move(*loaded);
  }
  const std::vector<std::string> languages = request.catalogue->languages();
  if (std::find(languages.begin(), languages.end(), options.language) == languages.end()) {
    return failure(ErrorCode::BadArgument, "--lang " + options.language,
                   fmt::format("allowed are: {}", fmt::join(languages, ", ")));
  }
  auto zone = zoneFound.get();
  if (!zone) return tl::unexpected(zone.error());
  request.zone = *zone;
  auto reading = readingOptions(options);
  if (!reading) return tl::unexpected(reading.error());
  request.reading = std::move(*reading);
  auto filter = understandFilter(options, *request.catalogue, request.zone);
  if (!filter) return tl::unexpected(filter.error());
  request.filter = std::move(*filter);
  return request;
}

Result<std::vector<Dimension>> parseDimensions(const std::string& by) {
  std::vector<Dimension> dimensions;
  for (const std::string& word : split(by, ',')) {
    const auto dimension = dimensionFromName(columnNamed(word));
    if (!dimension) {
      return failure(
          ErrorCode::BadArgument, word,
          "allowed are: reason, channel, outcome, persistence, actionability, phase, day, week, month, source");
    }
    dimensions.push_back(*dimension);
  }
  return dimensions;
}

Result<Sort> parseSort(const std::string& text, const std::string& language) {
  Sort sort;
  sort.language = language;
  if (text.empty()) return sort;
  const auto parts = split(text, ':');
  sort.column = columnFromName(parts[0] == "code" ? "reason" : columnNamed(parts[0]));
  const bool direction = parts.size() == 1 || (parts.size() == 2 && (parts[1] == "desc" || parts[1] == "asc"));
  if (!sort.column || !direction) {
    return failure(
        ErrorCode::BadArgument, text,
        "a column and perhaps :desc; columns: time, channel, recipient, customer, reference, reason, title, "
        "persistence, actionability, phase, outcome, explanation, action, diagnostic, messageId, file, line");
  }
  sort.descending = parts.size() == 2 && parts[1] == "desc";
  return sort;
}

Result<std::uint64_t> parseLimit(const std::string& text) {
  if (text.empty()) return std::numeric_limits<std::uint64_t>::max();
  std::uint64_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc() || end != text.data() + text.size())
    return failure(ErrorCode::BadArgument, "--limit " + text, "a whole number is needed, 0 or more");
  return limit;
}

std::string languageOfEnvironment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("de") ? "de" : "en";
  }
  return "en";
}

std::string languageOf(int argc, const char* const* argv) {
  constexpr std::string_view kOption = "--lang";
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == kOption && i + 1 < argc) return argv[i + 1];
    if (argument.starts_with(kOption) && argument.substr(kOption.size()).starts_with('='))
      return std::string(argument.substr(kOption.size() + 1));
  }
  return languageOfEnvironment();
}

Filter filterFor(const Request& request, const DeliveryLog& log) {
  Filter filter = request.filter;
  for (const std::string& name : request.filter.reasons) {
    const std::string spelling = normaliseCode(name);
    for (std::size_t i = 0; i < log.reasonCount() && !spelling.empty(); ++i) {
      const LogReason& reason = log.reason(ReasonId{static_cast<std::uint16_t>(i)});
      if (!reason.known && reason.code != name && normaliseCode(reason.code) == spelling)
        filter.reasons.push_back(reason.code);
    }
  }
  return filter;
}

}  // namespace undelivered::cli
