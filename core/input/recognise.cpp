// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/recognise.h"

#include "input/delimited/recognise_delimited.h"
#include "input/json/events.h"

namespace undelivered {

Result<Recognition> recognise(std::string_view beginning, bool wholeFile, const ReadOptions& options,
                              const std::string& path) {
  const std::size_t first = beginning.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos && wholeFile) return failure(ErrorCode::EmptyLog, path);
  const bool json = first != std::string_view::npos && (beginning[first] == '{' || beginning[first] == '[');
  auto recognition =
      json ? recogniseJson(beginning, wholeFile, path) : recogniseDelimited(beginning, wholeFile, options, path);
  const bool hasNul = beginning.find('\0') != std::string_view::npos;
  // A zero byte is damage in what reads as a log, and a sign of something else in what does not.
  if (!recognition && hasNul) return failure(ErrorCode::NotALog, path, "binary data");
  if (recognition) recognition->hasNul = hasNul;
  return recognition;
}

}  // namespace undelivered
