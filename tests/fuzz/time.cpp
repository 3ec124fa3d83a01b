// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/zone.h"
#include "check.h"
#include "input/time_parser.h"

using namespace undelivered;
using namespace std::chrono;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Zone kBerlin = *Zone::find("Europe/Berlin");
  const auto time = parseTime(fuzz::asText(data, size));
  if (!time) return 0;
  ZoneCursor cursor(kBerlin);
  Timestamp moment;
  if (const auto* local = std::get_if<LocalTime>(&*time)) {
    const auto converted = cursor.toUtc(*local);
    moment = converted.time;
    const bool usual = *local > LocalTime{local_days{year{1900} / 1 / 1}};  // clocks before went by the sun
    if (usual && converted.kind == ZoneCursor::ToUtc::Kind::Unique)
      fuzz::require(cursor.toLocal(moment) == *local, "a time of the clock is that time again");
  } else {
    moment = std::get<Timestamp>(*time);
  }
  if (moment < Timestamp{sys_days{year{0} / 1 / 1}} || moment >= Timestamp{sys_days{year{10000} / 1 / 1}}) return 0;
  const std::string text = toIso8601(moment);
  const auto again = parseTime(text);
  fuzz::require(again && std::get_if<Timestamp>(&*again) && std::get<Timestamp>(*again) == moment,
                "a time that is written is read as itself");
  return 0;
}
