// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/mail_evidence.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/blanks.h"
#include "base/names.h"
#include "classify/mail_phrases.h"

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

/// The length of an enhanced status code (RFC 3463 2: class "." subject "." detail) at the beginning; 0: none. The
/// registry of IANA knows the subjects 0 to 7; more makes it the version of a program ("Exim 4.94.2").
std::size_t statusLength(std::string_view text) {
  const bool begins = text.size() >= 5 && (text[0] == '2' || text[0] == '4' || text[0] == '5') && text[1] == '.' &&
                      text[2] >= '0' && text[2] <= '7' && text[3] == '.';
  if (!begins) return 0;
  std::size_t at = 4;
  while (at < text.size() && isDigit(text[at]) && at < 8) ++at;
  if (at == 4 || at > 7) return 0;
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

/// RFC 5321 4.2: the second digit is 0 to 5; port 587 is none.
bool isReply(std::string_view text) {
  if (text.size() < 3 || text[0] < '2' || text[0] > '5' || !isDigit(text[1]) || text[1] > '5' || !isDigit(text[2])) {
    return false;
  }
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
  evidence.sign = signOfWords(diagnostic);
  if (evidence.sign == TextSign::None) evidence.sign = signOfWords(code);
  return evidence;
}

bool looksLikeMailStatus(std::string_view code) {
  code = trimBlanks(code);
  const std::size_t length = statusLength(code);
  if (length > 0) return length == code.size() || code[length] == ' ';
  return code.size() > 4 && isReply(code) && code[3] != ',' && code[0] >= '4';
}

}  // namespace undelivered
