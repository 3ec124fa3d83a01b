// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/random_access_file.h"
#include "base/result.h"
#include "input/json/element_split.h"

namespace undelivered {

// A JSON document that wraps all of a log's events in an array ({"results":[...],"next":"..."}) may be of any size, so
// it is read element by element like the lines of a log. Where an element starts says all that is needed to go on from
// there, since what may stand between elements is told by its own form: the wrapper's brackets and members.

/// As nextElement(), in a log whose events are wrapped: objects that are longer than a record are entered where they
/// are wrappers (see envelope_keys.h), with every array of objects in them, and their other members are passed over.
/// Skip and TooLong say where a value starts that does not fit into the text; skipValue() says where it ends.
JsonElement nextWrapped(std::string_view text, std::uint32_t from, bool atEnd, bool linewise);

/// Whether the object at `begin` has, as far as the text goes, an array of objects that wraps events, or an object that
/// may hold one.
bool isWrapper(std::string_view text, std::uint32_t begin);

/// The keys of the object at `begin`, as far as the text goes, for people: "a, b". The last value may not end in it.
std::string keysOf(std::string_view text, std::uint32_t begin, std::size_t most);

struct SkippedValue {
  std::uint64_t end = 0;    ///< behind the value, or the limit
  std::uint32_t lines = 0;  ///< line breaks in it
  bool ended = false;       ///< false: it does not end before the limit
};
/// Passes over the JSON value that starts at `begin` of a file, reading it piece by piece, up to `limit`, which is in
/// the file or its end. Errors: those of reading (FileShrank without a subject), Cancelled.
Result<SkippedValue> skipValue(const RandomAccessFile& file, std::uint64_t begin, std::uint64_t limit,
                               const std::stop_token& stop);

}  // namespace undelivered
