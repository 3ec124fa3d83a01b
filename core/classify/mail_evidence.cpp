// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/mail_evidence.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/blanks.h"
#include "base/names.h"

namespace undelivered {
namespace {

constexpr NameTable<TextSign, 6> kSignNames{{{TextSign::None, "none"},
                                             {TextSign::MailboxFull, "mailboxFull"},
                                             {TextSign::TooLarge, "tooLarge"},
                                             {TextSign::Attachment, "attachment"},
                                             {TextSign::UserUnknown, "userUnknown"},
                                             {TextSign::Content, "content"}}};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The length of an enhanced status code (RFC 3463 2: class "." subject "." detail) at the beginning; 0: none.
std::size_t statusLength(std::string_view text) {
  if (text.empty() || (text[0] != '2' && text[0] != '4' && text[0] != '5')) return 0;
  std::size_t at = 1;
  for (int part = 0; part < 2; ++part) {
    if (at >= text.size() || text[at] != '.') return 0;
    const std::size_t start = ++at;
    while (at < text.size() && isDigit(text[at]) && at - start < 4) ++at;
    if (at == start || at - start > 3) return 0;
  }
  // A version or an address with more numbers is none.
  const bool goesOn = at < text.size() && (isDigit(text[at]) || isLetter(text[at]) ||
                                           (text[at] == '.' && at + 1 < text.size() && isDigit(text[at + 1])));
  return goesOn ? 0 : at;
}

/// The first enhanced status code in a text, where a word starts.
std::string_view findStatus(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool wordStart = at == 0 || !(isDigit(text[at - 1]) || isLetter(text[at - 1]) || text[at - 1] == '.');
    if (!wordStart) continue;
    if (const std::size_t length = statusLength(text.substr(at))) return text.substr(at, length);
  }
  return {};
}

bool isReply(std::string_view text) {
  if (text.size() < 3 || text[0] < '2' || text[0] > '5' || !isDigit(text[1]) || !isDigit(text[2])) return false;
  return text.size() == 3 || text[3] == ' ' || text[3] == '-' || text[3] == ':' || text[3] == ',';
}

/// An SMTP reply in a text: at its beginning, or behind "smtp;" (RFC 3464 2.3.6), or in front of a status.
std::string_view findReply(std::string_view text) {
  const auto atStart = [](std::string_view rest) -> std::string_view {
    rest = trimBlanks(rest);
    while (!rest.empty() && (rest[0] == '<' || rest[0] == '(' || rest[0] == '"' || rest[0] == '\''))
      rest.remove_prefix(1);
    return isReply(rest) ? rest.substr(0, 3) : std::string_view();
  };
  if (const auto found = atStart(text); !found.empty()) return found;
  for (std::size_t at = 0; (at = text.find_first_of(";:", at)) != std::string_view::npos; ++at) {
    if (const auto found = atStart(text.substr(at + 1)); !found.empty()) return found;
  }
  for (std::size_t at = 0; at + 4 < text.size(); ++at) {
    const bool wordStart = at == 0 || text[at - 1] == ' ';
    if (wordStart && isReply(text.substr(at)) && statusLength(text.substr(at + 4)) > 0) return text.substr(at, 3);
  }
  return {};
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  }
  return result;
}

/// Words of mail servers in use (Postfix, Exchange, Exim, qmail, the large and the German providers), in lower case.
/// The first sign that fits holds: what a full mailbox is called goes before what a large message is called.
constexpr auto kPhrases = std::to_array<std::pair<TextSign, std::string_view>>({
    {TextSign::MailboxFull, "mailbox full"},
    {TextSign::MailboxFull, "mailbox is full"},
    {TextSign::MailboxFull, "inbox full"},
    {TextSign::MailboxFull, "inbox is full"},
    {TextSign::MailboxFull, "over quota"},
    {TextSign::MailboxFull, "overquota"},
    {TextSign::MailboxFull, "out of storage"},
    {TextSign::MailboxFull, "quota exceeded"},
    {TextSign::MailboxFull, "quotaexceeded"},
    {TextSign::MailboxFull, "exceeded storage allocation"},
    {TextSign::MailboxFull, "exceeded the storage"},
    {TextSign::MailboxFull, "exceeds the quota"},
    {TextSign::MailboxFull, "exceeded its quota"},
    {TextSign::MailboxFull, "exceeded his quota"},
    {TextSign::MailboxFull, "insufficient storage"},
    {TextSign::MailboxFull, "mailbox exceeded"},
    {TextSign::MailboxFull, "not enough storage space"},
    {TextSign::MailboxFull, "postfach voll"},
    {TextSign::MailboxFull, "postfach ist voll"},
    {TextSign::MailboxFull, "speicherplatz"},
    {TextSign::TooLarge, "message too large"},
    {TextSign::TooLarge, "message is too large"},
    {TextSign::TooLarge, "message too big"},
    {TextSign::TooLarge, "message size exceeds"},
    {TextSign::TooLarge, "exceeds fixed maximum message size"},
    {TextSign::TooLarge, "exceeds maximum message size"},
    {TextSign::TooLarge, "exceeds the maximum message size"},
    {TextSign::TooLarge, "exceeds size limit"},
    {TextSign::TooLarge, "size limit exceeded"},
    {TextSign::TooLarge, "message file too big"},
    {TextSign::TooLarge, "maximum message length"},
    {TextSign::TooLarge, "nachricht zu gro"},
    {TextSign::TooLarge, "nachricht ist zu gro"},
    {TextSign::Attachment, "attachment"},
    {TextSign::Attachment, "file type"},
    {TextSign::Attachment, "filetype"},
    {TextSign::Attachment, "file extension"},
    {TextSign::Attachment, "virus"},
    {TextSign::Attachment, "malware"},
    {TextSign::Attachment, "anhang"},
    {TextSign::Attachment, "dateityp"},
    {TextSign::UserUnknown, "user unknown"},
    {TextSign::UserUnknown, "unknown user"},
    {TextSign::UserUnknown, "no such user"},
    {TextSign::UserUnknown, "no such recipient"},
    {TextSign::UserUnknown, "no such mailbox"},
    {TextSign::UserUnknown, "no mailbox here"},
    {TextSign::UserUnknown, "mailbox unavailable"},
    {TextSign::UserUnknown, "mailbox not found"},
    {TextSign::UserUnknown, "mailbox unknown"},
    {TextSign::UserUnknown, "unknown mailbox"},
    {TextSign::UserUnknown, "mailbox does not exist"},
    {TextSign::UserUnknown, "does not exist"},
    {TextSign::UserUnknown, "doesn't exist"},
    {TextSign::UserUnknown, "recipient unknown"},
    {TextSign::UserUnknown, "unknown recipient"},
    {TextSign::UserUnknown, "recipient not found"},
    {TextSign::UserUnknown, "recipientnotfound"},
    {TextSign::UserUnknown, "user not found"},
    {TextSign::UserUnknown, "user doesn't have"},
    {TextSign::UserUnknown, "invalid recipient"},
    {TextSign::UserUnknown, "invalid mailbox"},
    {TextSign::UserUnknown, "unknown local part"},
    {TextSign::UserUnknown, "address unknown"},
    {TextSign::UserUnknown, "empf\xC3\xA4nger unbekannt"},
    {TextSign::UserUnknown, "empfaenger unbekannt"},
    {TextSign::Content, "spam"},
    {TextSign::Content, "content reject"},
    {TextSign::Content, "content filter"},
    {TextSign::Content, "message content"},
    {TextSign::Content, "content denied"},
    {TextSign::Content, "unsolicited"},
    {TextSign::Content, "policy reasons"},
    {TextSign::Content, "policy violation"},
    {TextSign::Content, "junk mail"},
});

TextSign signOf(std::string_view diagnostic) {
  const std::string text = lower(diagnostic);
  for (const auto& [sign, phrase] : kPhrases) {
    if (text.find(phrase) != std::string::npos) return sign;
  }
  return TextSign::None;
}

/// Whether a status says no more than its class: "other or undefined status" (RFC 3463 3.1).
bool saysOnlyClass(std::string_view status) { return status.empty() || status.ends_with(".0.0"); }

}  // namespace

std::string_view name(TextSign sign) { return nameIn(kSignNames, sign); }
std::optional<TextSign> textSignOfName(std::string_view name) { return valueIn(kSignNames, name); }

MailEvidence mailEvidence(std::string_view code, std::string_view diagnostic) {
  MailEvidence evidence;
  evidence.status = findStatus(code);
  if (saysOnlyClass(evidence.status)) {
    if (const std::string_view better = findStatus(diagnostic); !better.empty()) evidence.status = better;
  }
  evidence.reply = findReply(code);
  if (evidence.reply.empty()) evidence.reply = findReply(diagnostic);
  evidence.sign = signOf(diagnostic);
  if (evidence.sign == TextSign::None) evidence.sign = signOf(code);
  return evidence;
}

bool looksLikeMailStatus(std::string_view code) {
  code = trimBlanks(code);
  const std::size_t length = statusLength(code);
  if (length > 0) return length == code.size() || code[length] == ' ';
  return code.size() > 4 && isReply(code) && code[3] != ',' && code[0] >= '4';
}

}  // namespace undelivered
