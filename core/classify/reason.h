// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_set.h"

namespace undelivered {

enum class Channel : std::uint8_t { Unknown, Email, Sms, Letter };
enum class Outcome : std::uint8_t { Unknown, Failed, Delivered, Pending };
enum class Persistence : std::uint8_t { Unknown, Permanent, Temporary };
/// Whether the tenant can do something about the failure. "Partially" is a value of its own.
enum class Actionability : std::uint8_t { Unknown, Yes, Partially, No };
/// When the failure occurred, seen from the sending of the message.
enum class Phase : std::uint8_t { Unknown, Before, While, After };

inline constexpr std::array kChannels{Channel::Email, Channel::Sms, Channel::Letter, Channel::Unknown};
inline constexpr std::array kOutcomes{Outcome::Failed, Outcome::Delivered, Outcome::Pending, Outcome::Unknown};
inline constexpr std::array kPersistences{Persistence::Permanent, Persistence::Temporary, Persistence::Unknown};
inline constexpr std::array kActionabilities{Actionability::Yes, Actionability::Partially, Actionability::No,
                                             Actionability::Unknown};
inline constexpr std::array kPhases{Phase::Before, Phase::While, Phase::After, Phase::Unknown};

/// The name in command lines, machine files and the catalogue: "email", "permanent", "partially", ...
std::string_view name(Channel value);
std::string_view name(Outcome value);
std::string_view name(Persistence value);
std::string_view name(Actionability value);
std::string_view name(Phase value);

/// The value of that name, regardless of ASCII case; nothing for any other text.
template <class E>
std::optional<E> fromName(std::string_view text);
template <>
std::optional<Channel> fromName<Channel>(std::string_view text);
template <>
std::optional<Outcome> fromName<Outcome>(std::string_view text);
template <>
std::optional<Persistence> fromName<Persistence>(std::string_view text);
template <>
std::optional<Actionability> fromName<Actionability>(std::string_view text);
template <>
std::optional<Phase> fromName<Phase>(std::string_view text);

/// A reason's words in one language.
struct ReasonText {
  std::string title;        ///< a few words: "Mailbox full"
  std::string explanation;  ///< what happened, in sentences
  std::string action;       ///< what the tenant should do; empty: the platform names nothing to do

  bool operator==(const ReasonText&) const = default;
};

/// An entry of the catalogue.
struct Reason {
  std::string code;                  ///< the main spelling
  std::vector<std::string> aliases;  ///< other spellings of the same reason
  EnumSet<Channel> channels;         ///< email, sms or both
  Persistence persistence = Persistence::Unknown;
  Actionability actionability = Actionability::Unknown;
  Phase phase = Phase::Unknown;
  std::map<std::string, ReasonText, std::less<>> texts;  ///< by language code: "en", "de", ...

  /// In that language, else in English, else in any; an empty text where there is none at all.
  const ReasonText& text(std::string_view language) const;
};

}  // namespace undelivered
