// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace undelivered::bench {

/// A kind of log as the texts that its records are taken from in turn, each with places that differ in every record:
/// `$r` seven digits of a recipient, `$n` nine digits of the record's number, `$t` the time of day ("08:15:31"), and
/// `$s` the same as seconds since 1970. All records are of one day.
struct ReaderText {
  std::string_view name;   ///< "sendgrid-csv"
  std::string_view title;  ///< for people
  std::string_view ending;
  std::string_view header;
  std::vector<std::string_view> records;
  unsigned fewer = 1;  ///< of what is long, only one record for so many of the others
};

/// What the documents of the providers show, as in tests/data/providers.
std::vector<ReaderText> readerTexts();

/// Appends a record's text.
void putRecord(std::string& out, std::string_view record, std::uint64_t number);

}  // namespace undelivered::bench
