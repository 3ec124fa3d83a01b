// SPDX-License-Identifier: GPL-3.0-or-later
// What follows a first event, so that the input is always recognised as events: line by line when it starts with "1",
// as a provider's when it starts with "2".
#include "any_log.h"
#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = undelivered::fuzz::asText(data, size);
  const bool provider = text.starts_with('2');
  const bool linewise = provider || text.starts_with('1');
  std::string log = provider ? R"({"event":"delivered","sg_event_id":"first"})"
                             : R"({"type":"MESSAGE_NOT_DELIVERED","eventId":"first"})";
  log += linewise ? "\n" : " ";
  log += text.substr(text.empty() ? 0 : 1);
  undelivered::fuzz::holdForAnyLog(log);
  return 0;
}
