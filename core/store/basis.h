// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "store/delivery_log.h"
#include "store/record.h"

namespace undelivered {

/// What decided how a record was classified, and whose log it stands in.
struct Basis {
  enum class By : std::uint8_t {
    Nothing,  ///< neither a code nor a status
    Code,     ///< the reason code, maybe together with the status
    Status,   ///< the status alone
    Words,    ///< what the receiving server said: Record::diagnostic
    Event,    ///< that there is an event of this type, which gives no code
    Report,   ///< the kind of the daily report that it stands in, which gives no status
  };

  ProviderIndex provider = kNoProvider;  ///< as in providers(), collect.AI too; kNoProvider: nobody's that is known
  By by = By::Nothing;
  std::string_view page;  ///< that documents what it means; empty where none is known
};
/// "nothing", "code", "status", "words", "event", "report".
std::string_view name(Basis::By by);

/// Of a record that was read from the log. Pure and re-entrant.
Basis basisOf(const Record& record, const DeliveryLog& log);

}  // namespace undelivered
