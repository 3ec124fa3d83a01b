// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/causes.h"

#include <array>
#include <utility>

namespace undelivered {
namespace {

// What ends in a blank is followed by something of the log or of the command line.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kGerman{{
    {"allowed are: ", "möglich sind: "},
    {"an empty JSON object", "ein leeres JSON-Objekt"},
    {"Amazon SES event", "Ereignis von Amazon SES"},
    {"Amazon SNS notification", "Benachrichtigung von Amazon SNS"},
    {"binary data", "Binärdaten"},
    {"collect.AI send request", "Versandauftrag von collect.AI"},
    {"empty", "leer"},
    {"JSON with the keys ", "JSON mit den Schlüsseln "},
    {"JSON without an object", "JSON ohne ein Objekt"},
    {"more than 4,294,967,295 records", "mehr als 4.294.967.295 Einträge"},
    {"named twice", "zweimal genannt"},
    {"no log named", "kein Protokoll genannt"},
    {"no such column; the header is: ", "keine solche Spalte; die Kopfzeile ist: "},
}};

}  // namespace

std::string causeInWords(std::string_view cause, std::string_view language) {
  if (language != "de") return std::string(cause);
  for (const auto& [english, german] : kGerman) {
    const bool isBeginning = english.back() == ' ';
    if (isBeginning ? cause.starts_with(english) : cause == english) {
      return std::string(german) + std::string(cause.substr(english.size()));
    }
  }
  return std::string(cause);
}

}  // namespace undelivered
