// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "input/record_parser.h"
#include "input/source.h"

namespace undelivered {

/// Recognises webhook events of collect.AI by the first object of a JSON text: line by line (NDJSON), in an array, or
/// one after the other. `sample` is the beginning of the decoded text after its byte order mark.
/// Errors: NotALog, UnsupportedFormat (JSON of a known other kind); detail says what was found.
Result<Recognition> recogniseJson(std::string_view sample, bool wholeFile, const std::string& path);

/// Reads MESSAGE_NOT_DELIVERED events (docs.collect.ai/docs/webhooks/event and
/// docs.collect.ai/blog/bounce-insights-introduction), old and enhanced payload, one record for each recipient. Events
/// of other types are counted (OtherEvent).
///
/// The name of the error-code field is not documented, so the code is found by its value: a known code under a key with
/// "error", "reason", "bounce", "status" or "code" in it, else a known code anywhere (six levels deep), else whatever
/// text stands under a key that can only be a code's ("errorCode", "reason", ...).
std::unique_ptr<RecordParser> makeEventsParser(const Source& source, KnownCode knownCode);

}  // namespace undelivered
