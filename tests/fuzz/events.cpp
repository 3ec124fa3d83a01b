// SPDX-License-Identifier: GPL-3.0-or-later
// What follows a first event, so that the input is always recognised as events: line by line when it starts with "1".
#include "any_log.h"
#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = undelivered::fuzz::asText(data, size);
  const bool linewise = text.starts_with('1');
  std::string log = R"({"type":"MESSAGE_NOT_DELIVERED","eventId":"first"})";
  log += linewise ? "\n" : " ";
  log += text.substr(text.empty() ? 0 : 1);
  undelivered::fuzz::holdForAnyLog(log);
  return 0;
}
