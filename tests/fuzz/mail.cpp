// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox whose first message is whole, so that the input is always recognised as one; what follows may be anything.
// Where the input starts with "1", it is a single message behind usual fields instead.
#include "any_log.h"
#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = undelivered::fuzz::asText(data, size);
  const bool single = text.starts_with('1');
  std::string log = single ? "" : "From x Tue Mar  4 09:15:31 2025\n";
  log += "From: MAILER-DAEMON@example.org\nDate: Tue, 4 Mar 2025 09:15:31 +0100\n";
  if (!single) log += "Subject: first\n\nno report\n\n";
  log += text.substr(text.empty() ? 0 : 1);
  undelivered::fuzz::holdForAnyLog(log);
  return 0;
}
