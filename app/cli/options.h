// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/zone.h"
#include "classify/catalogue.h"
#include "input/open_source.h"
#include "query/filter.h"
#include "query/log_query.h"
#include "store/delivery_log.h"

namespace undelivered::cli {

/// Exit codes: part of the contract.
enum ExitCode : int { kDone = 0, kUsage = 2, kLogUnusable = 3, kOutputFailed = 4, kCancelled = 130 };

/// The command line as it was given; empty: not given.
struct Options {
  std::vector<std::string> logs;
  std::vector<std::string> reasons, channels, persistences, actionabilities, phases, outcomes;
  std::string since, until, search, catalogue;
  std::vector<std::string> mappings;  ///< FIELD=COLUMN
  std::string delimiter, encoding, header;
  bool follow = false;
  bool showMappings = false;  ///< of providers, instead of the reasons
  std::string zone = "Europe/Berlin";
  bool matchCase = false;
  std::string by = "reason,channel";
  std::string format;
  std::string sort, limit;
  std::string output;
  std::string purpose = "excel";
  std::string language;  ///< "en" or "de"; from the environment where not given
};

/// Options made sense of. BadArgument names the option's value and what is wrong with it.
struct Request {
  std::shared_ptr<const Catalogue> catalogue;
  Zone zone;
  ReadOptions reading;
  Filter filter;
};
Result<Request> understand(const Options& options);
/// The request's filter in the words of a log: its codes outside of the catalogue that --reason names in another
/// spelling (case, blanks, "-", "_", ".") are named as they stand there.
Filter filterFor(const Request& request, const DeliveryLog& log);

Result<std::vector<Dimension>> parseDimensions(const std::string& by);
Result<Sort> parseSort(const std::string& sort, const std::string& language);
/// How many records at most; empty text: as many as there are.
Result<std::uint64_t> parseLimit(const std::string& limit);

/// "de" where LC_ALL, LC_MESSAGES or LANG (the first that is set) starts with it, else "en".
std::string languageOfEnvironment();
/// What --lang says, before the command line as a whole has been understood; else that of the environment.
std::string languageOf(int argc, const char* const* argv);

}  // namespace undelivered::cli
