// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/mail_phrases.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace undelivered {
namespace {

/// Words of mail servers in use (Postfix, Exchange, Exim, qmail, Sendmail, Gmail, Outlook.com, Yahoo, GMX and WEB.DE,
/// T-Online, Strato, IONOS). The first sign that fits holds: what a full mailbox is called goes before what a large
/// message is called. Sources: the servers' own texts, as in
/// www.sitepackage.de/service/dokumentation/auswertung/typische-fehlermeldungen-bei-unzustellbarkeit.html,
/// learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online and
/// support.google.com/a/answer/3726730.
constexpr auto kPhrases = std::to_array<MailPhrase>({
    {TextSign::MailboxFull, "mailbox full"},
    {TextSign::MailboxFull, "mailbox is full"},
    {TextSign::MailboxFull, "mail box full"},
    {TextSign::MailboxFull, "mailbox for user is full"},
    {TextSign::MailboxFull, "mailbox for recipient is full"},
    {TextSign::MailboxFull, "mailfolder is full"},
    {TextSign::MailboxFull, "inbox full"},
    {TextSign::MailboxFull, "inbox is full"},
    {TextSign::MailboxFull, "over quota"},
    {TextSign::MailboxFull, "overquota"},
    {TextSign::MailboxFull, "over the quota"},
    {TextSign::MailboxFull, "over the allowed quota"},
    {TextSign::MailboxFull, "over storage quota"},
    {TextSign::MailboxFull, "over disk quota"},
    {TextSign::MailboxFull, "out of storage"},
    {TextSign::MailboxFull, "quota exceeded"},
    {TextSign::MailboxFull, "quotaexceeded"},
    {TextSign::MailboxFull, "quota full"},
    {TextSign::MailboxFull, "exceeded quota"},
    {TextSign::MailboxFull, "exceeds allowed quota"},
    {TextSign::MailboxFull, "exceeded storage allocation"},
    {TextSign::MailboxFull, "exceeded the storage"},
    {TextSign::MailboxFull, "exceeds the quota"},
    {TextSign::MailboxFull, "exceeded its quota"},
    {TextSign::MailboxFull, "exceeded his quota"},
    {TextSign::MailboxFull, "exhausted allowed storage"},
    {TextSign::MailboxFull, "insufficient storage"},
    {TextSign::MailboxFull, "mailbox exceeded"},
    {TextSign::MailboxFull, "mailbox has exceeded"},
    {TextSign::MailboxFull, "mailbox size limit"},
    {TextSign::MailboxFull, "mailbox disk quota"},
    {TextSign::MailboxFull, "not enough storage space"},
    {TextSign::MailboxFull, "too many messages on the server"},
    {TextSign::MailboxFull, "too many messages in mailbox"},
    {TextSign::MailboxFull, "postfach voll"},
    {TextSign::MailboxFull, "postfach ist voll"},
    {TextSign::MailboxFull, "speicherplatz"},
    {TextSign::MailboxFull, "speichervolumen"},
    {TextSign::MailboxFull, "zuviele mails auf dem server"},

    {TextSign::TooLarge, "message too large"},
    {TextSign::TooLarge, "message is too large"},
    {TextSign::TooLarge, "messagetoolarge"},
    {TextSign::TooLarge, "message too big"},
    {TextSign::TooLarge, "message too long"},
    {TextSign::TooLarge, "message is too big"},
    {TextSign::TooLarge, "message size exceed"},
    {TextSign::TooLarge, "message size too large"},
    {TextSign::TooLarge, "message header size exceeds"},
    {TextSign::TooLarge, "exceeded google's message size limit"},
    {TextSign::TooLarge, "exceeds fixed maximum message size"},
    {TextSign::TooLarge, "exceeds maximum message size"},
    {TextSign::TooLarge, "exceeds the maximum message size"},
    {TextSign::TooLarge, "exceeds global size limit"},
    {TextSign::TooLarge, "exceeds size limit"},
    {TextSign::TooLarge, "exceeded max allowable size"},
    {TextSign::TooLarge, "exceeded message size limit"},
    {TextSign::TooLarge, "size limit exceeded"},
    {TextSign::TooLarge, "message file too big"},
    {TextSign::TooLarge, "maximum message length"},
    {TextSign::TooLarge, "maximum allowed message size"},
    {TextSign::TooLarge, "message exceeds"},
    {TextSign::TooLarge, "attachment size exceeds"},
    {TextSign::TooLarge, "larger than the current system limit"},
    {TextSign::TooLarge, "nachricht zu gro"},
    {TextSign::TooLarge, "nachricht ist zu gro"},

    {TextSign::Attachment, "attachment"},
    {TextSign::Attachment, "attachments"},
    {TextSign::Attachment, "file type"},
    {TextSign::Attachment, "filetype"},
    {TextSign::Attachment, "file extension"},
    {TextSign::Attachment, "banned file"},
    {TextSign::Attachment, "virus found"},
    {TextSign::Attachment, "virus detected"},
    {TextSign::Attachment, "virus infected"},
    {TextSign::Attachment, "contains a virus"},
    {TextSign::Attachment, "contains virus"},
    {TextSign::Attachment, "contained a virus"},
    {TextSign::Attachment, "infected with"},
    {TextSign::Attachment, "infected message"},
    {TextSign::Attachment, "malware"},
    {TextSign::Attachment, "anhang"},
    {TextSign::Attachment, "dateityp"},

    {TextSign::UserUnknown, "user unknown"},
    {TextSign::UserUnknown, "user is unknown"},
    {TextSign::UserUnknown, "unknown user"},
    {TextSign::UserUnknown, "no such user"},
    {TextSign::UserUnknown, "no such recipient"},
    {TextSign::UserUnknown, "no such mailbox"},
    {TextSign::UserUnknown, "no such address"},
    {TextSign::UserUnknown, "no such person"},
    {TextSign::UserUnknown, "no such local user"},
    {TextSign::UserUnknown, "no mailbox here"},
    {TextSign::UserUnknown, "no mailbox by that name"},
    {TextSign::UserUnknown, "mailbox unavailable"},
    {TextSign::UserUnknown, "mailbox not found"},
    {TextSign::UserUnknown, "mailbox unknown"},
    {TextSign::UserUnknown, "unknown mailbox"},
    {TextSign::UserUnknown, "does not exist"},
    {TextSign::UserUnknown, "doesn't exist"},
    {TextSign::UserUnknown, "could not be found"},
    {TextSign::UserUnknown, "couldn't be found"},
    {TextSign::UserUnknown, "wasn't found at"},
    {TextSign::UserUnknown, "not listed in domino directory"},
    {TextSign::UserUnknown, "recipient unknown"},
    {TextSign::UserUnknown, "unknown recipient"},
    {TextSign::UserUnknown, "recipient not found"},
    {TextSign::UserUnknown, "recipientnotfound"},
    {TextSign::UserUnknown, "recipient address rejected: access denied"},
    {TextSign::UserUnknown, "user not found"},
    {TextSign::UserUnknown, "user doesn't have"},
    {TextSign::UserUnknown, "invalid recipient"},
    {TextSign::UserUnknown, "invalid mailbox"},
    {TextSign::UserUnknown, "unknown local part"},
    {TextSign::UserUnknown, "unknown local-part"},
    {TextSign::UserUnknown, "address unknown"},
    {TextSign::UserUnknown, "unknown address"},
    {TextSign::UserUnknown, "undeliverable address"},
    {TextSign::UserUnknown, "account has been disabled or discontinued"},
    {TextSign::UserUnknown, "account closed"},
    {TextSign::UserUnknown, "account is disabled"},
    {TextSign::UserUnknown, "account that you tried to reach is disabled"},
    {TextSign::UserUnknown, "mailbox disabled"},
    {TextSign::UserUnknown, "user is inactive"},
    {TextSign::UserUnknown, "benutzer nicht bekannt"},
    {TextSign::UserUnknown, "benutzer unbekannt"},
    {TextSign::UserUnknown, "adresse unbekannt"},
    {TextSign::UserUnknown, "empf\xC3\xA4nger unbekannt"},
    {TextSign::UserUnknown, "empfaenger unbekannt"},
    {TextSign::UserUnknown, "existiert nicht"},

    {TextSign::Content, "spam"},
    {TextSign::Content, "spammy"},
    {TextSign::Content, "phishing"},
    {TextSign::Content, "surbl"},
    {TextSign::Content, "uribl"},
    {TextSign::Content, "content reject"},
    {TextSign::Content, "content filter"},
    {TextSign::Content, "content restrictions"},
    {TextSign::Content, "message content"},
    {TextSign::Content, "content denied"},
    {TextSign::Content, "due to content"},
    {TextSign::Content, "suspicious content"},
    {TextSign::Content, "blacklisted url"},
    {TextSign::Content, "url listed in"},
    {TextSign::Content, "url listed on"},
    {TextSign::Content, "url listed by"},
    {TextSign::Content, "url is listed in"},
    {TextSign::Content, "url is listed on"},
    {TextSign::Content, "unsolicited"},
    {TextSign::Content, "policy reasons"},
    {TextSign::Content, "policy restrictions"},
    {TextSign::Content, "policy violation"},
    {TextSign::Content, "violates our policy"},
    {TextSign::Content, "junk mail"},
});

constexpr char kMasked = '\x01';
// What a phrase is about stands close before it.
constexpr std::size_t kAboutBytes = 40;

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isWordChar(char c) { return isLetter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }
bool isTokenChar(char c) {
  return isWordChar(c) || std::string_view("@.-_/:%?=&#+~").find(c) != std::string_view::npos;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  }
  return result;
}

/// "mx.spam.example.org", but not "Resolver.ADR.RecipientNotFound": the last label is of one case, and of letters.
bool isHostName(std::string_view token) {
  while (!token.empty() && (token.back() == '.' || token.back() == ':')) token.remove_suffix(1);
  const std::size_t dot = token.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string_view last = token.substr(dot + 1);
  const auto allOf = [&](char from, char to) {
    return std::all_of(last.begin(), last.end(), [&](char c) { return c >= from && c <= to; });
  };
  return last.size() >= 2 && (allOf('a', 'z') || allOf('A', 'Z'));
}

/// The text in lower case with URLs, addresses and names of hosts struck out.
std::string masked(std::string_view text) {
  std::string result = lower(text);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && isTokenChar(text[end])) ++end;
    const std::string_view token = text.substr(at, end - at);
    const bool url = token.find("://") != std::string_view::npos || token.starts_with("www.");
    if (url || token.find('@') != std::string_view::npos || isHostName(token)) {
      std::fill(result.begin() + static_cast<std::ptrdiff_t>(at), result.begin() + static_cast<std::ptrdiff_t>(end),
                kMasked);
    }
    at = end + 1;
  }
  return result;
}

template <std::size_t Count>
bool hasOneOf(std::string_view text, const std::array<std::string_view, Count>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Whether what stands around a phrase says that it is about something else.
bool isAboutOther(TextSign sign, std::string_view words, std::string_view text, std::size_t at) {
  static constexpr auto kSending =
      std::to_array<std::string_view>({"sending", "daily", "hourly", "message rate", "rate limit", "outgoing"});
  static constexpr auto kNoMailbox =
      std::to_array<std::string_view>({"domain", "host", "sender", "server", "mx record", "relay", "route", "dns"});
  static constexpr auto kSender = std::to_array<std::string_view>(
      {"sender address rejected", "sender verify", "sender verification", "verify sender", "verifying sender"});
  static constexpr auto kLists = std::to_array<std::string_view>(
      {"blacklist", "block list", "blocklist", "blocked using", "dnsbl", "reputation", "listed at", "listed on"});
  const std::size_t from = at > kAboutBytes ? at - kAboutBytes : 0;
  const std::string_view before = text.substr(from, at - from);
  switch (sign) {
    case TextSign::MailboxFull:
      return hasOneOf(before, kSending);
    case TextSign::UserUnknown: {
      const bool general = words.ends_with("exist") || words.ends_with("found") || words.ends_with("existiert nicht");
      return hasOneOf(text, kSender) || (general && hasOneOf(before, kNoMailbox));
    }
    case TextSign::Content:
      return words == "spam" && hasOneOf(text, kLists);
    case TextSign::None:
    case TextSign::TooLarge:
    case TextSign::Attachment:
      return false;
  }
  return false;
}

/// Whether a single word is one of its own at its place.
bool standsAlone(std::string_view text, std::size_t at, std::size_t length) {
  const bool before = at > 0 && isWordChar(text[at - 1]);
  const bool after = at + length < text.size() && isWordChar(text[at + length]);
  return !before && !after;
}

/// What Exchange writes without blanks stands within longer names.
bool isPartOfNames(std::string_view words) {
  return words == "quotaexceeded" || words == "recipientnotfound" || words == "messagetoolarge";
}

bool isSingle(std::string_view words) { return words.find(' ') == std::string_view::npos; }

constexpr std::size_t kStartBytes = 4;
static_assert(std::all_of(kPhrases.begin(), kPhrases.end(),
                          [](const MailPhrase& phrase) { return phrase.words.size() >= kStartBytes; }));

/// The phrases by how they start, so that a text is gone through once and not once for each of them.
class Starts {
 public:
  static constexpr std::uint16_t kNone = 0xFFFF;

  constexpr Starts() {
    m_first.fill(kNone);
    for (std::size_t i = kPhrases.size(); i-- > 0;) {
      std::uint16_t& first = m_first[slotOf(kPhrases[i].words)];
      m_next[i] = first;
      first = static_cast<std::uint16_t>(i);
    }
  }
  /// The first phrase, in their order, that may start as the text does; next() the one after it.
  std::uint16_t first(std::string_view text) const { return m_first[slotOf(text)]; }
  std::uint16_t next(std::uint16_t phrase) const { return m_next[phrase]; }

 private:
  static constexpr int kSlotBits = 12;

  static constexpr std::size_t slotOf(std::string_view text) {
    std::uint32_t start = 0;
    for (std::size_t i = 0; i < kStartBytes; ++i) start |= std::uint32_t{static_cast<unsigned char>(text[i])} << 8 * i;
    return start * 0x9E3779B1u >> (32 - kSlotBits);
  }

  std::array<std::uint16_t, std::size_t{1} << kSlotBits> m_first{};
  std::array<std::uint16_t, kPhrases.size()> m_next{};
};
constexpr Starts kStarts;

}  // namespace

std::span<const MailPhrase> mailPhrases() { return kPhrases; }

TextSign signOfWords(std::string_view diagnostic) {
  if (diagnostic.size() < kStartBytes) return TextSign::None;
  const std::string plain = lower(diagnostic);
  std::string struck;  // made where a phrase is found
  std::uint16_t best = Starts::kNone;
  for (std::size_t at = 0; at + kStartBytes <= plain.size(); ++at) {
    const std::string_view rest = std::string_view(plain).substr(at);
    for (std::uint16_t i = kStarts.first(rest); i < best; i = kStarts.next(i)) {
      const auto& [sign, words] = kPhrases[i];
      if (!rest.starts_with(words)) continue;
      if (struck.empty()) struck = masked(diagnostic);
      // Several words cannot all stand within an address; but "full.please" looks like a host.
      const bool single = isSingle(words);
      if (single && struck.compare(at, words.size(), words) != 0) continue;
      if (single && !isPartOfNames(words) && !standsAlone(struck, at, words.size())) continue;
      if (!isAboutOther(sign, words, struck, at)) best = i;
    }
  }
  return best == Starts::kNone ? TextSign::None : kPhrases[best].sign;
}

}  // namespace undelivered
