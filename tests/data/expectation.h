// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/message.h"

namespace undelivered::samples {

/// What a line of a log means, as the generator meant it. Names are those of machine output: "email", "failed", ...
struct Meaning {
  std::optional<std::chrono::local_days> day;
  std::string channel = "unknown", outcome = "unknown";
  std::string reason;  ///< main code or unknown code verbatim; empty: none
  std::vector<std::string> issues;
  bool isRecord = true;  ///< false: a line that is to be left out
};

/// What reading a log has to give, counted by the generator from its own knowledge, never by the product.
class Expectation {
 public:
  void add(const Meaning& meaning);
  void addIssue(const std::string& kind) { ++m_issues[kind]; }
  std::string toJson() const;

 private:
  struct DayCount {
    std::uint64_t records = 0, failed = 0;
  };
  using Counts = std::map<std::string, std::uint64_t>;

  std::uint64_t m_records = 0, m_withoutTime = 0;
  Counts m_outcomes, m_channels, m_failuresByChannel, m_reasons, m_issues;
  std::map<std::string, DayCount> m_days;
};

/// A message as it is meant when nothing about its line is damaged.
Meaning meaningOf(const Message& message);

}  // namespace undelivered::samples
