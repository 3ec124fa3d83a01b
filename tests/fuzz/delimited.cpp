// SPDX-License-Identifier: GPL-3.0-or-later
#include "any_log.h"
#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  undelivered::fuzz::holdForAnyLog(std::string(undelivered::fuzz::asText(data, size)));
  return 0;
}
