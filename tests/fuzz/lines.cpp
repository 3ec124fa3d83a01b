// SPDX-License-Identifier: GPL-3.0-or-later
// What follows a first receipt, so that the input is always recognised as lines.
#include "any_log.h"
#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string log = "id:1 submit date:2503040815 done date:2503060815 stat:DELIVRD\n";
  log += undelivered::fuzz::asText(data, size);
  undelivered::fuzz::holdForAnyLog(log);
  return 0;
}
