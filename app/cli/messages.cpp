// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages.h"

#include <utility>

#include <fmt/format.h>

#include "export/causes.h"

namespace undelivered::cli {
namespace {

std::string_view pick(std::string_view language, std::string_view english, std::string_view german) {
  return language == "de" ? german : english;
}

/// What became of a log while it was being used.
std::string_view ofChange(ErrorCode code, std::string_view language) {
  switch (code) {
    case ErrorCode::FileShrank:
      return pick(language, "{subject}: has become shorter while it was being used.",
                  "{subject}: ist während der Verwendung kürzer geworden.");
    case ErrorCode::FileGrew:
      return pick(language, "{subject}: has become longer while it was being used.",
                  "{subject}: ist während der Verwendung länger geworden.");
    case ErrorCode::FileReplaced:
      return pick(language, "{subject}: was replaced by another file while it was being used.",
                  "{subject}: wurde während der Verwendung durch eine andere Datei ersetzt.");
    case ErrorCode::FolderGrew:
      return pick(language, "{subject}: there is something new in this folder ({detail}).",
                  "{subject}: In diesem Ordner ist etwas Neues ({detail}).");
    case ErrorCode::FileGone:
      return pick(language, "{subject}: is not in its folder any more. What was read of it still counts.",
                  "{subject}: ist nicht mehr in seinem Ordner. Was daraus gelesen wurde, zählt weiter.");
    default:
      return pick(language, "{subject}: was changed while it was being used.",
                  "{subject}: wurde während der Verwendung verändert.");
  }
}

/// Why a file or folder is read as no log.
std::string_view ofRefusal(ErrorCode code, std::string_view language) {
  switch (code) {
    case ErrorCode::EmptyLog:
      return pick(language, "{subject}: is empty.", "{subject}: ist leer.");
    case ErrorCode::EmptyFolder:
      return pick(language, "{subject}: there is no file in this folder.",
                  "{subject}: In diesem Ordner ist keine Datei.");
    case ErrorCode::NoUsableColumn:
      return pick(language,
                  "{subject}: no column holds a reason code or a status. Say which one does (--map code=COLUMN), or "
                  "which line is the header (--header LINE). The columns are: {detail}",
                  "{subject}: Keine Spalte enthält einen Fehlercode oder Status. Die Spalte nennen (--map code=SPALTE) "
                  "oder die Kopfzeile (--header ZEILE). Die Spalten sind: {detail}");
    case ErrorCode::SheetNotALog:
      return pick(language,
                  "{subject}: only the first sheet of a workbook is read, and here it holds no delivery log. Move the "
                  "sheet with the log to the front and save. The sheets are: {detail}",
                  "{subject}: Von einer Arbeitsmappe wird nur das erste Blatt gelesen; hier enthält es kein "
                  "Versandprotokoll. Das Blatt mit dem Protokoll nach vorn schieben und speichern. Die Blätter sind: "
                  "{detail}");
    case ErrorCode::NoHeaderLine:
      return pick(language, "{subject}: has no header where --header says: {detail}.",
                  "{subject}: hat keine Kopfzeile, wo --header sie nennt: {detail}.");
    case ErrorCode::OtherReport:
      return pick(language,
                  "{subject}: this is {detail}: it tells no deliveries. Use the report of bounces, or of sent "
                  "communications, of that day.",
                  "{subject}: Das ist {detail}: Er nennt keine Zustellungen. Den Tagesbericht über Bounces oder über "
                  "versendete Mitteilungen dieses Tages verwenden.");
    case ErrorCode::UnsupportedFormat:
      return pick(language,
                  "{subject}: this kind of file ({detail}) is not read. Save it as CSV UTF-8 or XLSX and use that; "
                  "unpack it first where it is an archive.",
                  "{subject}: Diese Art von Datei ({detail}) wird nicht gelesen. Bitte als CSV UTF-8 oder XLSX "
                  "speichern und das verwenden; ein Archiv vorher entpacken.");
    case ErrorCode::DamagedArchive:
      return pick(language, "{subject}: is damaged, and nothing of it was read: {detail}. Get the file again.",
                  "{subject}: ist beschädigt, nichts davon wurde gelesen: {detail}. Die Datei noch einmal beschaffen.");
    case ErrorCode::EncryptedFile:
      return pick(language,
                  "{subject}: is protected by a password. Save it without one, or unpack it with the password.",
                  "{subject}: ist durch ein Kennwort geschützt. Ohne Kennwort speichern oder mit dem Kennwort "
                  "entpacken.");
    default:
      return pick(language,
                  "{subject}: is not a delivery log. Looked for a header line with a reason code or status column, or "
                  "webhook events in JSON; found: {detail}. If it is a table of deliveries, say how to read it: "
                  "--delimiter, --header LINE, --map code=COLUMN, --encoding.",
                  "{subject}: ist kein Zustellprotokoll. Gesucht: eine Kopfzeile mit einer Spalte für Fehlercode oder "
                  "Status, oder Webhook-Ereignisse in JSON; gefunden: {detail}. Wenn es eine Tabelle mit Zustellungen "
                  "ist, angeben, wie sie zu lesen ist: --delimiter, --header ZEILE, --map code=SPALTE, --encoding.");
  }
}

std::string filledIn(std::string_view pattern, const Error& error, std::string_view language) {
  return fmt::format(fmt::runtime(pattern), fmt::arg("subject", error.subject),
                     fmt::arg("detail", causeInWords(error.detail, language)), fmt::arg("line", error.line),
                     fmt::arg("why", causeInWords(error.systemError, error.detail, language)));
}

}  // namespace

std::string sentenceOfReadingAnew(const Error& error, std::string_view language) {
  return filledIn(ofChange(error.code, language), error, language) +
         std::string(pick(language, " It is read anew.", " Es wird neu gelesen."));
}

std::string sentenceOfWaiting(const Error& error, std::string_view language) {
  std::string text = filledIn(ofRefusal(error.code, language), error, language);
  if (!text.ends_with('.')) text += '.';
  return text.append(pick(language, " Waiting for what comes.", " Es wird gewartet, bis etwas kommt."));
}

// A switch with every code, for the same reason as below.
std::string sentenceFor(const Error& error, std::string_view language) {  // NOLINT(readability-function-size): a table
  const auto say = [&](std::string_view english, std::string_view german) {
    return filledIn(pick(language, english, german), error, language);
  };
  switch (error.code) {
    case ErrorCode::Cancelled:
      return say("Cancelled.", "Abgebrochen.");
    case ErrorCode::FileNotFound:
      return say("{subject}: there is no such file or folder. Check the path.",
                 "{subject}: Datei oder Ordner gibt es nicht. Bitte den Pfad prüfen.");
    case ErrorCode::PermissionDenied:
      return say("{subject}: access denied. Ask for the right to it, or choose another place.",
                 "{subject}: Zugriff verweigert. Rechte erfragen oder einen anderen Ort wählen.");
    case ErrorCode::NotAFile:
      return say("{subject}: is neither a file nor a folder.", "{subject}: ist weder eine Datei noch ein Ordner.");
    case ErrorCode::ReadFailed:
      return say(
          "{subject}: could not be read ({why}). Nothing was changed; try again, or copy the file to another disk.",
          "{subject}: konnte nicht gelesen werden ({why}). Nichts wurde verändert; erneut versuchen oder die Datei auf "
          "einen anderen Datenträger kopieren.");
    case ErrorCode::TooManyFiles:
      return say(
          "{subject}: could not be opened, because as many files are open as the system allows (ulimit -n). Use fewer "
          "at once, or pack them into one zip archive.",
          "{subject}: konnte nicht geöffnet werden, weil so viele Dateien offen sind, wie das System erlaubt (ulimit "
          "-n). Weniger auf einmal verwenden oder sie in ein ZIP-Archiv packen.");
    case ErrorCode::FileShrank:
    case ErrorCode::FileGrew:
    case ErrorCode::FileReplaced:
    case ErrorCode::FileChanged:
    case ErrorCode::FolderGrew:
      return say(ofChange(error.code, "en"), ofChange(error.code, "de")) +
             say(" Run the command again.", " Den Befehl erneut ausführen.");
    case ErrorCode::FileGone:
      return say(ofChange(error.code, "en"), ofChange(error.code, "de"));
    case ErrorCode::EmptyLog:
    case ErrorCode::EmptyFolder:
    case ErrorCode::NotALog:
    case ErrorCode::NoUsableColumn:
    case ErrorCode::SheetNotALog:
    case ErrorCode::NoHeaderLine:
    case ErrorCode::OtherReport:
    case ErrorCode::UnsupportedFormat:
    case ErrorCode::DamagedArchive:
    case ErrorCode::EncryptedFile:
      return say(ofRefusal(error.code, "en"), ofRefusal(error.code, "de"));
    case ErrorCode::UnknownZone:
      return say("--zone {subject}: there is no such time zone. Examples: Europe/Berlin, UTC, +01:00",
                 "--zone {subject}: Diese Zeitzone gibt es nicht. Beispiele: Europe/Berlin, UTC, +01:00");
    case ErrorCode::UnknownReason:
      return say("{subject}: no such reason code. undelivered-cli reasons lists them.",
                 "{subject}: Diesen Fehlercode gibt es nicht. undelivered-cli reasons zählt sie auf.");
    case ErrorCode::BadArgument:
      return say("\"{subject}\" cannot be used: {detail}", "„{subject}“ geht nicht: {detail}");
    case ErrorCode::CatalogueInvalid:
      return say("{subject}, line {line}: {detail}. The catalogue file was not used.",
                 "{subject}, Zeile {line}: {detail}. Die Katalogdatei wurde nicht verwendet.");
    case ErrorCode::TargetIsLog:
      return say("{subject}: is a log that is being read, and logs are never changed. Choose another file.",
                 "{subject}: ist ein Protokoll, das gerade gelesen wird, und Protokolle werden nie verändert. Eine "
                 "andere Datei wählen.");
    case ErrorCode::WriteFailed:
      if (error.subject == kStandardOutput) {
        return say(
            "standard output: could not be written ({why}). What was printed before that is not complete.",
            "Standardausgabe: konnte nicht geschrieben werden ({why}). Was dort schon steht, ist unvollständig.");
      }
      return say(
          "{subject}: could not be written ({why}). What was there before is unchanged; free some space or choose "
          "another place.",
          "{subject}: konnte nicht geschrieben werden ({why}). Der bisherige Inhalt ist unverändert; Platz schaffen "
          "oder einen anderen Ort wählen.");
  }
  return {};
}

// One switch with every kind is worth its length: the compiler tells of a kind without words.
std::string_view wordsFor(IssueKind kind, std::string_view language) {  // NOLINT(readability-function-size): a table
  switch (kind) {
    case IssueKind::TooFewColumns:
      return pick(language, "too few columns; missing cells are empty", "zu wenige Spalten; fehlende Zellen sind leer");
    case IssueKind::TooManyColumns:
      return pick(language, "more columns than the header", "mehr Spalten als die Kopfzeile");
    case IssueKind::UnterminatedQuote:
      return pick(language, "a quote that is never closed", "ein Anführungszeichen ohne Ende");
    case IssueKind::MisplacedQuote:
      return pick(language, "text after a closing quote", "Text nach einem schließenden Anführungszeichen");
    case IssueKind::RecordTooLong:
      return pick(language, "line too long, left out", "Zeile zu lang, ausgelassen");
    case IssueKind::InvalidJson:
      return pick(language, "not valid JSON, left out", "kein gültiges JSON, ausgelassen");
    case IssueKind::NotAnEvent:
      return pick(language, "not an event, left out", "kein Ereignis, ausgelassen");
    case IssueKind::OtherEvent:
      return pick(language, "an event or mail of another kind, left out",
                  "ein Ereignis oder eine Mail anderer Art, ausgelassen");
    case IssueKind::RepeatedEvent:
      return pick(language, "the same event again, counted once", "dasselbe Ereignis noch einmal, nur einmal gezählt");
    case IssueKind::RepeatedRecord:
      return pick(language, "the same message as in another log, counted once",
                  "dieselbe Nachricht wie in einem anderen Protokoll, nur einmal gezählt");
    case IssueKind::NumberAsFloat:
      return pick(language, "a number that Excel has rounded; digits are lost, take it from the original log",
                  "eine von Excel gerundete Nummer; Ziffern fehlen, bitte dem Original-Protokoll entnehmen");
    case IssueKind::LostZero:
      return pick(language, "a mobile number without its leading zero, as Excel leaves it; kept",
                  "eine Mobilnummer ohne führende Null, wie Excel sie hinterlässt; beibehalten");
    case IssueKind::DateAsReference:
      return pick(language, "a reference or customer number that Excel may have turned into a date; kept",
                  "eine Referenz oder Kundennummer, die Excel in ein Datum verwandelt haben kann; beibehalten");
    case IssueKind::SpreadsheetError:
      return pick(
          language, "a cell in which Excel shows something else than its text; take it from the original log",
          "eine Zelle, in der Excel etwas anderes als ihren Text zeigt; bitte dem Original-Protokoll entnehmen");
    case IssueKind::EmptyColumns:
      return pick(language, "empty columns behind the last one, as Excel leaves them",
                  "leere Spalten hinter der letzten, wie Excel sie hinterlässt");
    case IssueKind::QuotedLines:
      return pick(language, "lines that stood in one cell as a whole, as Excel leaves them; the text in it was read",
                  "Zeilen, die als Ganzes in einer Zelle standen, wie Excel sie hinterlässt; ihr Inhalt wurde gelesen");
    case IssueKind::RepeatedHeader:
      return pick(language, "the header line again, left out", "die Kopfzeile noch einmal, ausgelassen");
    case IssueKind::NoRecord:
      return pick(language, "a line that tells of no delivery, left out",
                  "eine Zeile ohne Angaben zu einer Zustellung, ausgelassen");
    case IssueKind::NoRecipient:
      return pick(language, "a mail system's report that names no recipient, left out",
                  "Bericht eines Mailsystems, der keinen Empfänger nennt, ausgelassen");
    case IssueKind::NoCodeNoStatus:
      return pick(language, "neither reason code nor status", "weder Fehlercode noch Status");
    case IssueKind::UnknownStatus:
      return pick(language, "status not understood", "Status nicht verstanden");
    case IssueKind::Contradiction:
      return pick(language, "delivered by its status, failed by its code; counted as failed",
                  "laut Status zugestellt, laut Code nicht; als nicht zugestellt gezählt");
    case IssueKind::BadTime:
      return pick(language, "time not understood", "Zeitpunkt nicht verstanden");
    case IssueKind::AmbiguousTime:
      return pick(language, "time in the hour that occurs twice; standard time was taken",
                  "Zeitpunkt in der doppelten Stunde; Normalzeit angenommen");
    case IssueKind::SkippedTime:
      return pick(language, "time in the hour that does not exist; moved on by an hour",
                  "Zeitpunkt in der Stunde, die es nicht gibt; eine Stunde weiter gezählt");
    case IssueKind::UnknownChannel:
      return pick(language, "channel not understood", "Kanal nicht verstanden");
    case IssueKind::BadEncoding:
      return pick(language, "not valid in the log's encoding; read as Windows-1252",
                  "in der Zeichenkodierung ungültig; als Windows-1252 gelesen");
    case IssueKind::NulByte:
      return pick(language, "a zero byte in the line", "ein Null-Byte in der Zeile");
    case IssueKind::TooManyCodes:
      return pick(language, "more unknown codes than can be told apart",
                  "mehr unbekannte Codes, als unterschieden werden");
    case IssueKind::FileUnreadable:
      return pick(language, "could not be read, what the file holds is missing",
                  "konnte nicht gelesen werden, der Inhalt der Datei fehlt");
    case IssueKind::FileSkipped:
      return pick(language, "not a delivery log, file skipped", "kein Zustellprotokoll, Datei übergangen");
    case IssueKind::FileRepeated:
      return pick(language, "a copy of a log that was read already, counted once",
                  "eine Kopie eines Protokolls, das schon gelesen wurde, einmal gezählt");
    case IssueKind::PartNotRead:
      return pick(language, "a part of a file that is not read, left out",
                  "ein Teil einer Datei, der nicht gelesen wird, ausgelassen");
  }
  return {};
}

std::string totalsText(const Totals& totals, std::string_view language) {
  return fmt::format(fmt::runtime(pick(language, "records {}, failed {}, delivered {}, pending {}, unknown {}",
                                       "Einträge {}, nicht zugestellt {}, zugestellt {}, ausstehend {}, unbekannt {}")),
                     totals.records, totals.failed, totals.delivered, totals.pending, totals.unknown);
}

std::string sentenceFor(IssueKind kind, const IssueSample& file, std::string_view language) {
  if (kind == IssueKind::FileUnreadable && file.error) return sentenceFor(*file.error, language);
  return fmt::format("{}: {} ({})", file.file, wordsFor(kind, language), detailInWords(kind, file.detail, language));
}

std::string sentenceFor(const ReadReport& report, std::string_view language) {
  if (report.total() == 0) return {};
  std::string text;
  const auto& unreadable = report[IssueKind::FileUnreadable];
  for (const IssueSample& file : unreadable.samples)
    text += "undelivered-cli: " + sentenceFor(IssueKind::FileUnreadable, file, language) + '\n';
  std::string parts;
  const auto tell = [&](std::uint64_t count, const std::pair<std::string_view, std::string_view>& one,
                        const std::pair<std::string_view, std::string_view>& several) {
    if (count == 0) return;
    const auto& [english, german] = count == 1 ? one : several;
    parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", count, pick(language, english, german));
  };
  constexpr std::pair<std::string_view, std::string_view> kLeftOut{"left out", "ausgelassen"},
      kNoted{"kept with a note", "mit Hinweis behalten"};
  tell(unreadable.count, {"file not read", "Datei nicht gelesen"}, {"files not read", "Dateien nicht gelesen"});
  tell(report.leftOut() - report.countedOnce() - unreadable.count, kLeftOut, kLeftOut);
  tell(report[IssueKind::RepeatedRecord].count,
       {"message that stands in several logs counted once",
        "Nachricht, die in mehreren Protokollen steht, einmal gezählt"},
       {"messages that stand in several logs counted once",
        "Nachrichten, die in mehreren Protokollen stehen, einmal gezählt"});
  tell(report[IssueKind::RepeatedEvent].count, {"repeated event counted once", "wiederholtes Ereignis einmal gezählt"},
       {"repeated events counted once", "wiederholte Ereignisse einmal gezählt"});
  tell(report[IssueKind::FileRepeated].count, {"copy of a log counted once", "Kopie eines Protokolls einmal gezählt"},
       {"copies of logs counted once", "Kopien von Protokollen einmal gezählt"});
  tell(report.total() - report.leftOut(), kNoted, kNoted);
  return text + fmt::format(fmt::runtime(pick(language, "Read with notes: {}. \"undelivered-cli inspect\" shows them.",
                                              "Mit Hinweisen gelesen: {}. „undelivered-cli inspect“ zeigt sie.")),
                            parts);
}

}  // namespace undelivered::cli
