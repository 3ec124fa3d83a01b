// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "input/record_parser.h"
#include "input/source.h"

namespace undelivered {

/// Recognises webhook events of collect.AI, or a provider's, by the first objects of a JSON text: line by line
/// (NDJSON), in an array, or one after the other. `sample` is the beginning of the decoded text after its byte order
/// mark. Errors: NotALog; detail says what was found.
Result<Recognition> recogniseJson(std::string_view sample, bool wholeFile, const std::string& path);

/// Reads MESSAGE_NOT_DELIVERED events (docs.collect.ai/docs/webhooks/event and
/// docs.collect.ai/blog/bounce-insights-introduction), old and enhanced payload, one record for each recipient. Events
/// of other types are counted (OtherEvent).
///
/// The name of the error-code field is not documented, so the code is found by its value: a known code under a key with
/// "error", "reason", "bounce", "status" or "code" in it, else a known code anywhere (six levels deep, names of people
/// left out), else whatever text or number stands under a key that can only be a code's ("errorCode", "reason", ...),
/// else what can be a code under another key of the first sort, or under "type" and the like in an object of such a key
/// (but not among what is said of the claim). What is said of a recipient under such a key goes before what is said of
/// all; of two finds that are no better placed the better one is taken.
std::unique_ptr<RecordParser> makeEventsParser(const Source& source, KnownCode knownCode);

}  // namespace undelivered
