// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/reason.h"

#include "base/names.h"

namespace undelivered {
namespace {

constexpr NameTable<Channel, 4> kChannelNames{
    {{Channel::Email, "email"}, {Channel::Sms, "sms"}, {Channel::Letter, "letter"}, {Channel::Unknown, "unknown"}}};
constexpr NameTable<Outcome, 4> kOutcomeNames{{{Outcome::Failed, "failed"},
                                               {Outcome::Delivered, "delivered"},
                                               {Outcome::Pending, "pending"},
                                               {Outcome::Unknown, "unknown"}}};
constexpr NameTable<Persistence, 3> kPersistenceNames{
    {{Persistence::Permanent, "permanent"}, {Persistence::Temporary, "temporary"}, {Persistence::Unknown, "unknown"}}};
constexpr NameTable<Actionability, 4> kActionabilityNames{{{Actionability::Yes, "yes"},
                                                           {Actionability::Partially, "partially"},
                                                           {Actionability::No, "no"},
                                                           {Actionability::Unknown, "unknown"}}};
constexpr NameTable<Phase, 4> kPhaseNames{
    {{Phase::Before, "before"}, {Phase::While, "while"}, {Phase::After, "after"}, {Phase::Unknown, "unknown"}}};

}  // namespace

std::string_view name(Channel value) { return nameIn(kChannelNames, value); }
std::string_view name(Outcome value) { return nameIn(kOutcomeNames, value); }
std::string_view name(Persistence value) { return nameIn(kPersistenceNames, value); }
std::string_view name(Actionability value) { return nameIn(kActionabilityNames, value); }
std::string_view name(Phase value) { return nameIn(kPhaseNames, value); }

template <>
std::optional<Channel> fromName<Channel>(std::string_view text) {
  return valueIn(kChannelNames, text);
}
template <>
std::optional<Outcome> fromName<Outcome>(std::string_view text) {
  return valueIn(kOutcomeNames, text);
}
template <>
std::optional<Persistence> fromName<Persistence>(std::string_view text) {
  return valueIn(kPersistenceNames, text);
}
template <>
std::optional<Actionability> fromName<Actionability>(std::string_view text) {
  return valueIn(kActionabilityNames, text);
}
template <>
std::optional<Phase> fromName<Phase>(std::string_view text) {
  return valueIn(kPhaseNames, text);
}

const ReasonText& Reason::text(std::string_view language) const {
  static const ReasonText kNone;
  if (const auto found = texts.find(language); found != texts.end()) return found->second;
  if (const auto english = texts.find("en"); english != texts.end()) return english->second;
  return texts.empty() ? kNone : texts.begin()->second;
}

}  // namespace undelivered
