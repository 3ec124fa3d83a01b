// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/zone.h"

#include <algorithm>
#include <stdexcept>

#include <date/tz.h>

namespace undelivered {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Either a zone of the IANA database or, where there is none, a fixed offset.
struct Zone::Data {
  std::string name;
  const date::time_zone* zone = nullptr;
  seconds offset{};
};

namespace {

// Far enough from any time that a log can hold, and within what the calendar can compute.
constexpr Timestamp kBeginOfTime{milliseconds{-62'135'596'800'000}};  // year 1
constexpr Timestamp kEndOfTime{milliseconds{253'402'300'800'000}};    // year 10000

std::optional<seconds> fixedOffset(std::string_view text) {
  if (text == "Z" || text == "UTC") return seconds{0};
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  for (std::size_t i : {1u, 2u, 4u, 5u}) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  }
  const int hours = (text[1] - '0') * 10 + (text[2] - '0');
  const int minutes = (text[4] - '0') * 10 + (text[5] - '0');
  if (hours > 14 || minutes > 59) return std::nullopt;  // UTC+14 is the largest there is
  const seconds offset{hours * 3600 + minutes * 60};
  return text[0] == '-' ? -offset : offset;
}

}  // namespace

Zone::Zone() {
  static const auto kUtc = std::make_shared<const Data>(Data{"UTC", nullptr, seconds{0}});
  m_data = kUtc;
}

Zone::Zone(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

Result<Zone> Zone::find(std::string_view name) {
  if (const auto offset = fixedOffset(name)) {
    return Zone(std::make_shared<const Data>(Data{std::string(name == "Z" ? "UTC" : name), nullptr, *offset}));
  }
  try {
    return Zone(std::make_shared<const Data>(Data{std::string(name), date::locate_zone(std::string(name)), {}}));
  } catch (const std::exception& problem) {
    return failure(ErrorCode::UnknownZone, std::string(name), problem.what());
  }
}

const std::string& Zone::name() const { return m_data->name; }

ZoneCursor::ZoneCursor(Zone zone) : m_zone(std::move(zone)) {}

ZoneCursor::Interval ZoneCursor::intervalOf(Timestamp time) const {
  const Zone::Data& data = *m_zone.m_data;
  if (!data.zone) return {Timestamp::min(), Timestamp::max(), milliseconds{data.offset}};
  if (time < kBeginOfTime || time >= kEndOfTime) return {time, time + milliseconds{1}, milliseconds{0}};
  const auto info = data.zone->get_info(date::sys_seconds{std::chrono::floor<seconds>(time).time_since_epoch()});
  const auto clamp = [](date::sys_seconds edge) {
    if (edge.time_since_epoch() <= kBeginOfTime.time_since_epoch()) return kBeginOfTime;
    if (edge.time_since_epoch() >= kEndOfTime.time_since_epoch()) return kEndOfTime;
    return Timestamp{edge.time_since_epoch()};
  };
  return {clamp(info.begin), clamp(info.end), info.offset};
}

void ZoneCursor::lookUp(Timestamp time) {
  for (const Interval& interval : m_recent) {
    if (time >= interval.begin && time < interval.end) {
      m_interval = interval;
      return;
    }
  }
  m_interval = intervalOf(time);
  m_recent[m_oldest++ % m_recent.size()] = m_interval;
}

LocalTime ZoneCursor::toLocal(Timestamp time) {
  if (time < m_interval.begin || time >= m_interval.end) lookUp(time);
  return LocalTime{time.time_since_epoch() + m_interval.offset};
}

LocalDay ZoneCursor::dayOf(Timestamp time) { return std::chrono::floor<std::chrono::days>(toLocal(time)); }

ZoneCursor::DayStretch ZoneCursor::stretchOf(Timestamp time) {
  const LocalDay day = dayOf(time);
  const Timestamp midnight{day.time_since_epoch() - m_interval.offset};
  return {day, std::max(midnight, m_interval.begin), std::min(midnight + std::chrono::days{1}, m_interval.end)};
}

ZoneCursor::ToUtc ZoneCursor::toUtc(LocalTime local) {
  // Deep inside the interval known from the last call nothing can be ambiguous: no change of clocks is that large.
  constexpr milliseconds kMargin = std::chrono::hours{30};
  const Timestamp guess{local.time_since_epoch() - m_interval.offset};
  const bool known =
      m_interval.begin < m_interval.end && m_interval.begin < guess - kMargin && guess + kMargin < m_interval.end;
  if (known) return {guess, ToUtc::Kind::Unique};

  const Zone::Data& data = *m_zone.m_data;
  const Timestamp asUtc{local.time_since_epoch()};
  if (!data.zone) {
    lookUp(asUtc);
    return {asUtc - data.offset, ToUtc::Kind::Unique};
  }
  if (asUtc < kBeginOfTime || asUtc >= kEndOfTime) return {asUtc, ToUtc::Kind::Unique};
  const auto info = data.zone->get_info(date::local_seconds{std::chrono::floor<seconds>(local).time_since_epoch()});
  ToUtc result{asUtc - info.first.offset, ToUtc::Kind::Unique};
  if (info.result == date::local_info::ambiguous) {
    result = {asUtc - info.second.offset, ToUtc::Kind::Ambiguous};
  } else if (info.result == date::local_info::nonexistent) {
    // By the offset that was in force before the gap: the clock time comes out later by the gap's length.
    result = {asUtc - info.first.offset, ToUtc::Kind::Skipped};
  }
  lookUp(result.time);
  return result;
}

Timestamp startOfDay(LocalDay day, const Zone& zone) {
  ZoneCursor cursor(zone);
  const LocalTime midnight{day};
  const auto start = cursor.toUtc(midnight);
  if (start.kind != ZoneCursor::ToUtc::Kind::Ambiguous) return start.time;
  // Where midnight comes twice the day starts with the first one.
  const Timestamp earlier = start.time - std::chrono::hours{1};
  return cursor.toLocal(earlier) == midnight ? earlier : start.time;
}

}  // namespace undelivered
