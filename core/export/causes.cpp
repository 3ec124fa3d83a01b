// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/causes.h"

#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include "input/provider/providers.h"
#include "input/report/daily_report.h"

namespace undelivered {
namespace {

constexpr Phrase kGerman[] = {
    {"allowed are: {}", "möglich sind: {}"},
    {"an empty JSON object", "ein leeres JSON-Objekt"},
    {"Amazon SES event", "Ereignis von Amazon SES"},
    {"Amazon SNS notification", "Benachrichtigung von Amazon SNS"},
    {"binary data", "Binärdaten"},
    {"a request to send a message", "eine Aufforderung, eine Nachricht zu senden"},
    // Of mail that is no report of a failure: what it is, and its subject
    {"a complaint (feedback report)", "eine Beschwerde (Feedback-Bericht)"},
    {"a complaint (feedback report): {}", "eine Beschwerde (Feedback-Bericht): {}"},
    {"a receipt of reading (disposition notification)", "eine Lesebestätigung"},
    {"a receipt of reading (disposition notification): {}", "eine Lesebestätigung: {}"},
    {"an automatic reply", "eine automatische Antwort"},
    {"an automatic reply: {}", "eine automatische Antwort: {}"},
    {"another mail", "eine andere Mail"},
    {"another mail: {}", "eine andere Mail: {}"},
    {"collect.AI send requests, which do not say what was delivered",
     "Versandaufträge von collect.AI, die nicht sagen, was zugestellt wurde"},
    {"no log in the first of its sheets: {}", "im ersten seiner Blätter steht kein Protokoll: {}"},
    {"empty", "leer"},
    {"an empty folder", "ein leerer Ordner"},
    {"there is no such file", "diese Datei gibt es nicht"},
    {"access denied", "Zugriff verweigert"},
    {"it could not be read", "sie konnte nicht gelesen werden"},
    {"files that are no logs: {}", "Dateien, die keine Protokolle sind: {}"},
    {"JSON with the keys {}", "JSON mit den Schlüsseln {}"},
    {"JSON without an object", "JSON ohne ein Objekt"},
    {"a JSON object of more than {} bytes, with the keys {}",
     "ein JSON-Objekt von mehr als {} Bytes, mit den Schlüsseln {}"},
    {"more than 4,294,967,295 records", "mehr als 4.294.967.295 Einträge"},
    {"named twice", "zweimal genannt"},
    {"the same as {}", "dasselbe wie {}"},
    // Of what is packed
    {"the list of its files is missing at its end; its files were read one after the other, up to byte {}",
     "am Ende fehlt das Verzeichnis der Dateien; sie wurden eine nach der anderen gelesen, bis Byte {}"},
    {"its compressed data is damaged at byte {}; its files were read one after the other, up to byte {}",
     "die komprimierten Daten sind bei Byte {} beschädigt; die Dateien wurden eine nach der anderen gelesen, bis Byte "
     "{}"},
    {"its compressed data ends in the middle, at byte {}; its files were read one after the other, up to byte {}",
     "die komprimierten Daten brechen mittendrin ab, bei Byte {}; die Dateien wurden eine nach der anderen gelesen, "
     "bis "
     "Byte {}"},
    {"its checksum does not match; its files were read one after the other, up to byte {}",
     "die Prüfsumme stimmt nicht; die Dateien wurden eine nach der anderen gelesen, bis Byte {}"},
    {"its compressed data ends in the middle, at byte {}",
     "die komprimierten Daten brechen mittendrin ab, bei Byte {}"},
    {"its compressed data is damaged at byte {}", "die komprimierten Daten sind bei Byte {} beschädigt"},
    {"its checksum does not match", "die Prüfsumme stimmt nicht"},
    {"the list of its files is missing at its end", "am Ende fehlt das Verzeichnis der Dateien"},
    {"its part {} is damaged in line {}", "der Teil {} ist in Zeile {} beschädigt"},
    {"its part {} is missing", "der Teil {} fehlt"},
    {"it takes more than 128 MiB of memory to unpack", "das Entpacken braucht mehr als 128 MiB Arbeitsspeicher"},
    {"packed more than {} times", "mehr als {}-mal ineinander verpackt"},
    {"protected by a password", "durch ein Kennwort geschützt"},
    {"zip, method {}", "ZIP, Verfahren {}"},
    {"unpacking {}", "beim Entpacken von {}"},
    {"{} zero bytes behind the compressed data", "{} Null-Bytes hinter den komprimierten Daten"},
    {"{} bytes behind the compressed data, from byte {} on, that are none of it",
     "{} Bytes hinter den komprimierten Daten, ab Byte {}, die nicht dazugehören"},
    {"the sheet \"{}\"; only the first one, \"{}\", is read", "das Blatt „{}“; gelesen wird nur das erste, „{}“"},
    {"no log named", "kein Protokoll genannt"},
    {"line {} has no header", "in Zeile {} steht keine Kopfzeile"},
    {"its last line is line {}, so there is no header in line {}",
     "die letzte Zeile ist Zeile {}, also steht keine Kopfzeile in Zeile {}"},
    {"a header is looked for in the first {} bytes alone, which end in line {}, before line {}",
     "eine Kopfzeile wird nur in den ersten {} Bytes gesucht, die in Zeile {} enden, vor Zeile {}"},
    {"no such column; the header is: {}", "keine solche Spalte; die Kopfzeile ist: {}"},
    // Of the command line
    {"write FIELD=COLUMN, e.g. recipient=E-Mail or code=#3; fields: {}",
     "gebraucht wird FELD=SPALTE, z. B. recipient=E-Mail oder code=#3; Felder: {}"},
    {"standard input cannot be read on; name a file",
     "die Standardeingabe kann nicht weitergelesen werden; bitte eine Datei nennen"},
    {"the number of a line, or none", "die Nummer einer Zeile oder none"},
    {"a single character, or one of: {}", "ein einzelnes Zeichen oder eines von: {}"},
    {"not a date or time; examples: {}", "weder Datum noch Uhrzeit; Beispiele: {}"},
    {"a column and perhaps :desc; columns: {}", "gebraucht wird eine Spalte, auf Wunsch mit :desc; Spalten: {}"},
    {"a whole number is needed, 0 or more", "gebraucht wird eine ganze Zahl ab 0"},
    // Of catalogue files
    {"a folder, not a catalogue file", "ein Ordner, keine Katalogdatei"},
    {"larger than 16 MiB", "größer als 16 MiB"},
    {"the file must be saved as UTF-8", "die Datei muss als UTF-8 gespeichert sein"},
    {"not valid TOML: {}", "kein gültiges TOML: {}"},
    {"format must be 1", "format muss 1 sein"},
    {"\"format = 1\" is missing", "„format = 1“ fehlt"},
    {"unknown key \"{}\"; known here: {}", "unbekannter Schlüssel „{}“; hier bekannt: {}"},
    {"reasons are written as [[reason]]", "Gründe werden als [[reason]] geschrieben"},
    {"a reason needs a code", "ein Grund braucht einen Code (code)"},
    {"texts are written as [reason.text.en]", "Texte werden als [reason.text.de] geschrieben"},
    {"\"{}\" must be a text in quotes", "„{}“ muss ein Text in Anführungszeichen sein"},
    {"\"{}\" must be a list of texts: {}", "„{}“ muss eine Liste von Texten sein: {}"},
    {"\"{}\" must be one of: {}", "„{}“ muss eines davon sein: {}"},
    {"unknown channel \"{}\"; known: {}", "unbekannter Kanal „{}“; bekannt: {}"},
    {"a code must have letters or digits", "ein Code braucht Buchstaben oder Ziffern"},
    {"an alias must have letters or digits", "ein Alias braucht Buchstaben oder Ziffern"},
    {"more than 10,000 reasons", "mehr als 10.000 Gründe"},
    {"\"{}\" is described twice", "„{}“ ist zweimal beschrieben"},
    {"\"{}\" is claimed by {} and by {}", "„{}“ wird von {} und von {} beansprucht"},
};

constexpr std::string_view kPlace = "{}";

/// What stands at the places of a pattern; nothing where the text is not of it.
std::optional<std::vector<std::string_view>> match(std::string_view pattern, std::string_view text) {
  std::vector<std::string_view> found;
  std::size_t place = pattern.find(kPlace);
  if (!text.starts_with(pattern.substr(0, place))) return std::nullopt;
  if (place == std::string_view::npos) return text == pattern ? std::optional(found) : std::nullopt;
  text.remove_prefix(place);
  while (place != std::string_view::npos) {
    pattern.remove_prefix(place + kPlace.size());
    place = pattern.find(kPlace);
    const std::string_view next = pattern.substr(0, place);
    const std::size_t end = next.empty()                      ? text.size()
                            : place == std::string_view::npos ? text.rfind(next)
                                                              : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    found.push_back(text.substr(0, end));
    text.remove_prefix(end + next.size());
  }
  return text.empty() ? std::optional(found) : std::nullopt;
}

std::string filled(std::string_view pattern, const std::vector<std::string_view>& places) {
  std::string text;
  for (const std::string_view place : places) {
    const std::size_t at = pattern.find(kPlace);
    if (at == std::string_view::npos) break;
    text.append(pattern.substr(0, at)).append(place);
    pattern.remove_prefix(at + kPlace.size());
  }
  return text.append(pattern);
}

/// What the core says of a daily report, whose name stands in its data.
std::optional<std::string> germanOfReport(std::string_view cause) {
  constexpr std::string_view kWithout = ", which tells no deliveries";
  const bool without = cause.ends_with(kWithout);
  if (without) cause.remove_suffix(kWithout.size());
  std::string german = describedIn("de", cause);
  if (german.empty()) return std::nullopt;
  return without ? german + ", der keine Zustellungen nennt" : german;
}

/// What a provider's file calls an event that is left out.
std::optional<std::string> germanOfShape(std::string_view cause) {
  for (const Provider& provider : providers()) {
    for (const Shape& shape : provider.shapes) {
      if (shape.leftOut && shape.label.at("en") == cause) return shape.label.at("de");
    }
  }
  return std::nullopt;
}

std::optional<std::string> germanOfCause(std::string_view cause) {
  auto german = germanOf(cause, kGerman);
  if (!german) german = germanOfShape(cause);
  return german ? german : germanOfReport(cause);
}

/// The causes in brackets behind the names of files: what the core says of them as a whole, or else before anything of
/// theirs.
std::string translateInBrackets(std::string text) {
  for (std::size_t at = 0; (at = text.find(" (", at)) != std::string::npos; ++at) {
    const std::size_t begin = at + 2;
    const std::size_t between = text.find("), ", begin);
    const std::size_t end = between == std::string::npos ? text.size() - text.ends_with(')') : between;
    if (end <= begin) continue;
    if (const auto german = germanOfCause(std::string_view(text).substr(begin, end - begin)))
      text.replace(begin, end - begin, *german);
  }
  for (const Phrase& phrase : kGerman) {
    const std::string_view english = phrase.english.substr(0, phrase.english.find(kPlace));
    const std::string_view german = phrase.german.substr(0, phrase.german.find(kPlace));
    const bool isWhole = english.size() == phrase.english.size();
    const std::string cause = '(' + std::string(english) + (isWhole ? ")" : "");
    for (std::size_t at = 0; !english.empty() && (at = text.find(cause, at)) != std::string::npos; at += german.size())
      text.replace(at + 1, english.size(), german);
  }
  return text;
}

std::string_view germanOfSystem(int systemError) {
  switch (systemError) {
    case EACCES:
    case EPERM:
      return "keine Berechtigung";
    case ENOENT:
      return "Datei oder Ordner nicht gefunden";
    case ENOTDIR:
      return "ein Teil des Pfads ist kein Ordner";
    case EISDIR:
      return "das ist ein Ordner";
    case ENOSPC:
      return "der Datenträger ist voll";
#ifdef EDQUOT
    case EDQUOT:
      return "das Speicherkontingent ist erschöpft";
#endif
    case EFBIG:
      return "die Datei wird zu groß";
    case EIO:
      return "Ein-/Ausgabefehler des Datenträgers";
    case EROFS:
      return "der Datenträger ist schreibgeschützt";
    case ENAMETOOLONG:
      return "der Dateiname ist zu lang";
    case EMFILE:
    case ENFILE:
      return "zu viele offene Dateien";
    case EBADF:
      return "die Ausgabe ist geschlossen";
    case EBUSY:
      return "die Datei ist in Benutzung";
    case ENOMEM:
      return "nicht genug Arbeitsspeicher";
    default:
      return {};
  }
}

}  // namespace

std::optional<std::string> germanOf(std::string_view text, std::span<const Phrase> phrases) {
  for (const Phrase& phrase : phrases) {
    if (const auto places = match(phrase.english, text)) return filled(phrase.german, *places);
  }
  return std::nullopt;
}

std::string causeInWords(std::string_view cause, std::string_view language) {
  if (language != "de") return std::string(cause);
  std::string german = germanOfCause(cause).value_or(std::string(cause));
  return cause.starts_with("files that are no logs: ") ? translateInBrackets(std::move(german)) : german;
}

std::string detailInWords(IssueKind kind, std::string_view detail, std::string_view language) {
  const bool isOurs = kind == IssueKind::FileUnreadable || kind == IssueKind::FileSkipped ||
                      kind == IssueKind::FileRepeated || kind == IssueKind::PartNotRead ||
                      kind == IssueKind::OtherEvent;
  return isOurs ? causeInWords(detail, language) : std::string(detail);
}

std::string systemErrorInWords(int systemError, std::string_view language) {
  if (systemError == 0) return {};
  const std::string_view german = language == "de" ? germanOfSystem(systemError) : std::string_view();
  return german.empty() ? std::strerror(systemError) : std::string(german);
}

std::string causeInWords(int systemError, std::string_view detail, std::string_view language) {
  std::string cause = systemErrorInWords(systemError, language);
  if (!cause.empty() && !detail.empty()) cause += "; ";
  return cause + causeInWords(detail, language);
}

}  // namespace undelivered
