// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/status.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "classify/catalogue.h"

namespace undelivered {
namespace {

using Outcomes = std::unordered_map<std::string_view, Outcome>;

const Outcomes& outcomes() {
  static const Outcomes kOutcomeOf = [] {
    Outcomes map;
    for (std::string_view word :
         {"DELIVRD", "DELIVERED", "DELIVERY", "MESSAGEDELIVERED", "READ", "OPEN", "OPENED", "CLICK", "CLICKED",
          "SUCCESS", "SUCCESSFUL", "OK", "ZUGESTELLT", "ERFOLGREICH", "GELESEN", "GEÖFFNET", "ANGEKOMMEN"}) {
      map.emplace(word, Outcome::Delivered);
    }
    for (std::string_view word :
         {"UNDELIV",         "UNDELIVERED",     "UNDELIVERABLE",  "NOTDELIVERED", "MESSAGENOTDELIVERED",
          "DELIVERYFAILED",  "FAILED",          "FAIL",           "FAILURE",      "REJECTD",
          "REJECTED",        "EXPIRED",         "EXPIRD",         "DELETED",      "BOUNCE",
          "BOUNCED",         "HARDBOUNCE",      "SOFTBOUNCE",     "DROPPED",      "BLOCKED",
          "SUPPRESSED",      "ERROR",           "CANCELED",       "CANCELLED",    "UNZUSTELLBAR",
          "NICHTZUGESTELLT", "NICHTZUSTELLBAR", "FEHLGESCHLAGEN", "FEHLER",       "ABGELEHNT",
          "ABGELAUFEN",      "ABGEWIESEN",      "ZURÜCKGEWIESEN"}) {
      map.emplace(word, Outcome::Failed);
    }
    for (std::string_view word :
         {"ACCEPTD",    "ACCEPTED",   "QUEUED",      "SENDING",   "SEND",        "SENT",     "MESSAGESENT",
          "SCHEDULED",  "ENROUTE",    "BUFFERED",    "PENDING",   "DEFERRED",    "DELAYED",  "DELIVERYDELAY",
          "PROCESSED",  "DISPATCHED", "TRANSMITTED", "SUBMITTED", "INPROGRESS",  "GESENDET", "VERSENDET",
          "VERSCHICKT", "AUSSTEHEND", "VERZÖGERT",   "GEPLANT",   "INZUSTELLUNG"}) {
      map.emplace(word, Outcome::Pending);
    }
    for (std::string_view word : {"UNKNOWN", "UNBEKANNT"}) map.emplace(word, Outcome::Unknown);
    return map;
  }();
  return kOutcomeOf;
}

/// normaliseCode() knows ASCII; the umlauts of the few German words above are folded here.
std::string normaliseWord(std::string_view text) {
  std::string word = normaliseCode(text);
  for (std::size_t at = 0; (at = word.find('\xC3', at)) != std::string::npos && at + 1 < word.size(); at += 2) {
    const auto second = static_cast<unsigned char>(word[at + 1]);
    if (second >= 0xA0 && second != 0xB7) word[at + 1] = static_cast<char>(second - 0x20);
  }
  return word;
}

}  // namespace

std::optional<Outcome> outcomeOfStatus(std::string_view status) {
  const auto found = outcomes().find(normaliseWord(status));
  if (found == outcomes().end()) return std::nullopt;
  return found->second;
}

std::optional<Channel> channelOfText(std::string_view text) {
  const std::string word = normaliseWord(text);
  for (std::string_view name : {"EMAIL", "MAIL", "SMTP"}) {
    if (word == name) return Channel::Email;
  }
  for (std::string_view name : {"SMS", "TEXT", "TEXTMESSAGE", "MOBILE", "KURZNACHRICHT"}) {
    if (word == name) return Channel::Sms;
  }
  for (std::string_view name : {"LETTER", "POST", "POSTAL", "PRINT", "BRIEF", "BRIEFPOST", "POSTBRIEF"}) {
    if (word == name) return Channel::Letter;
  }
  if (word == "UNKNOWN" || word == "UNBEKANNT") return Channel::Unknown;
  return std::nullopt;
}

Channel channelOfRecipient(std::string_view recipient) {
  if (recipient.find('@') != std::string_view::npos) return Channel::Email;
  const auto digits = std::count_if(recipient.begin(), recipient.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool onlyNumber = recipient.find_first_not_of("+0123456789 ()-/.") == std::string_view::npos;
  return onlyNumber && digits >= 5 ? Channel::Sms : Channel::Unknown;
}

bool meansNoCode(std::string_view code) {
  const std::string word = normaliseCode(code);
  for (std::string_view none :
       {"", "NULL", "NONE", "N/A", "NA", "NIL", "KEINER", "KEINE", "0", "000", "\xE2\x80\x93"}) {
    if (word == none) return true;
  }
  return false;
}

}  // namespace undelivered
