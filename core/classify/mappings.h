// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "classify/mail_evidence.h"
#include "classify/reason.h"
#include "input/provider/provider.h"

namespace undelivered {

class Catalogue;

/// The mapping tables of all providers, with what they say in the terms of one catalogue. Immutable; shared by threads.
class Mappings {
 public:
  explicit Mappings(const Catalogue& catalogue);

  struct Row {
    const MappingRow* stated = nullptr;  ///< as the provider's file has it
    std::optional<ReasonId> reason;
    std::optional<Outcome> outcome;
    Persistence persistence = Persistence::Unknown;

    // Alternatives in normal form; none: not looked at.
    std::vector<std::string> status, code, reply;
    std::optional<TextSign> text;
    std::optional<ProviderIndex> use;
    bool ofMail = false;  ///< of the table mail()
  };

  /// The row that decides; null where the tables say nothing. `evidence` is looked at by tables that
  /// usesDiagnostic() tells of.
  const Row* find(ProviderIndex provider, std::string_view status, std::string_view code,
                  const MailEvidence& evidence) const;
  /// Whether the diagnostic of the provider's records takes part.
  bool usesDiagnostic(ProviderIndex provider) const { return m_tables[provider].usesDiagnostic; }
  /// Of the provider's messages, where a record does not say; Unknown where the provider has several.
  Channel channel(ProviderIndex provider) const { return m_tables[provider].channel; }
  /// The table for e-mail's own codes (RFC 3463, RFC 5321), which logs without a provider are asked by too.
  ProviderIndex mail() const { return m_mail; }
  /// What a code of a log without a provider is another spelling of; null where it is none.
  const Row* spelling(std::string_view code) const;

 private:
  struct Table {
    std::vector<Row> rows;
    Channel channel = Channel::Unknown;
    bool usesDiagnostic = false;
  };
  std::vector<Table> m_tables;
  ProviderIndex m_mail = kNoProvider, m_spellings = kNoProvider;
};

/// The name that a failure keeps by a row without a counterpart in the catalogue.
std::string ownName(const Mappings::Row& row, std::string_view status, std::string_view code,
                    const MailEvidence& evidence);

}  // namespace undelivered
