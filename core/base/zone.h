// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/timestamp.h"

namespace undelivered {

/// A time zone of the IANA database, or a fixed offset from UTC. A cheap value; const functions may be called from
/// several threads at once.
class Zone {
 public:
  /// UTC.
  Zone();
  /// "Europe/Berlin", "UTC", or a fixed "+01:00". UnknownZone otherwise.
  static Result<Zone> find(std::string_view name);

  const std::string& name() const;

  bool operator==(const Zone& other) const { return name() == other.name(); }

 private:
  friend class ZoneCursor;
  struct Data;
  explicit Zone(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> m_data;
};

/// Converts between a zone's wall clock and UTC and remembers the last offset, so that neighbouring times cost about
/// a nanosecond. One for each thread.
class ZoneCursor {
 public:
  explicit ZoneCursor(Zone zone);

  struct ToUtc {
    Timestamp time;
    enum class Kind { Unique, Ambiguous, Skipped } kind = Kind::Unique;
  };
  /// An hour that occurs twice is taken as its second pass (standard time); a time inside a skipped hour is moved on
  /// by the length of the gap. Neither is lost; kind tells.
  ToUtc toUtc(LocalTime local);
  LocalTime toLocal(Timestamp time);
  LocalDay dayOf(Timestamp time);

  struct DayStretch {
    LocalDay day;
    Timestamp begin, end;  ///< half open
  };
  /// The day of a time, and the stretch around it that is of the same day by the same offset from UTC.
  DayStretch stretchOf(Timestamp time);

 private:
  struct Interval {
    Timestamp begin{}, end{};  // half open; empty at first
    std::chrono::milliseconds offset{};
  };
  void lookUp(Timestamp time);
  Interval intervalOf(Timestamp time) const;

  Zone m_zone;
  Interval m_interval;
  std::array<Interval, 8> m_recent;  // so that times in any order do not ask the zone again and again
  std::size_t m_oldest = 0;
};

/// The start of a day in a zone, and thereby half-open ranges of days in UTC.
Timestamp startOfDay(LocalDay day, const Zone& zone);

}  // namespace undelivered
