// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "export/causes.h"
#include "group_text.h"
#include "input/provider/providers.h"
#include "messages.h"
#include "session.h"
#include "text_table.h"

namespace undelivered::cli {
namespace {

constexpr std::string_view kReceipt = "receipt";

/// The field that a column is used for, or kReceipt; empty where it is for none.
std::string_view fieldOf(const Recognition& recognition, std::size_t column) {
  if (recognition.receiptColumn == column) return kReceipt;
  for (Field field : kFields) {
    const auto index = static_cast<std::size_t>(field);
    if (recognition.columnOf[index] == column) return name(field);
    if (field == Field::Time && recognition.timeOfDayColumn == column) return name(field);
    for (std::uint16_t fallback : recognition.fallbackColumns[index]) {
      if (fallback == column) return name(field);
    }
  }
  return {};
}

/// Counts of records by outcome for each source.
std::vector<Totals> totalsOf(const DeliveryLog& log) {
  std::vector<Totals> totals(log.sources().size());
  for (const Chunk& chunk : log.chunks()) {
    Totals& of = totals[chunk.source.value];
    for (std::uint16_t kind : chunk.kind) {
      ++of.records;
      const Outcome outcome = log.kinds()[kind].outcome;
      ++(outcome == Outcome::Failed      ? of.failed
         : outcome == Outcome::Delivered ? of.delivered
         : outcome == Outcome::Pending   ? of.pending
                                         : of.unknown);
    }
  }
  return totals;
}

/// The same in words of the language; "-" where the column is for none.
std::string_view fieldWord(std::string_view field, std::string_view language) {
  constexpr std::pair<std::string_view, std::string_view> kGerman[] = {{"time", "Zeitpunkt"},
                                                                       {"code", "Fehlercode"},
                                                                       {"status", "Status"},
                                                                       {"channel", "Kanal"},
                                                                       {"recipient", "Empfänger"},
                                                                       {"customer", "Kundennummer"},
                                                                       {"messageId", "Nachrichten-ID"},
                                                                       {"reference", "Referenznummer"},
                                                                       {"eventId", "Ereignis-ID"},
                                                                       {"diagnostic", "Diagnose"},
                                                                       {kReceipt, "Quittung (SMPP)"}};
  if (field.empty()) return "-";
  for (const auto& [english, german] : kGerman) {
    if (language == "de" && english == field) return german;
  }
  return field;
}

/// What a column is used for, in words: those of its field, and when it is read where others of the field stand before.
std::string usedFor(const Recognition& recognition, std::size_t column, std::string_view language) {
  const std::string_view field = fieldOf(recognition, column);
  std::string words(fieldWord(field, language));
  const auto known = fieldFromName(field);
  if (recognition.timeOfDayColumn == column) words += language == "de" ? " (Uhrzeit)" : " (time of day)";
  if (!known) return words;
  const auto& others = recognition.fallbackColumns[static_cast<std::size_t>(*known)];
  if (std::find(others.begin(), others.end(), column) != others.end())
    words += language == "de" ? ", nur wo die anderen leer sind" : ", only where the others are empty";
  return words;
}

std::string_view delimiterName(char delimiter, bool german) {
  switch (delimiter) {
    case '\t':
      return german ? "Tabulator" : "tab";
    case ';':
      return ";";
    case ',':
      return ",";
    case '|':
      return "|";
    default:
      return german ? "anderes" : "other";
  }
}

/// Whose log it is; empty where its codes are the catalogue's.
std::string_view providerTitle(const Recognition& recognition, std::string_view language) {
  return recognition.provider == kNoProvider ? std::string_view()
                                             : providers()[recognition.provider].titleFor(language);
}

std::string_view germanName(Format format) {
  switch (format) {
    case Format::Delimited:
      return "Text mit Trennzeichen";
    case Format::CollectAiEvents:
      return "Ereignisse von collect.AI";
    case Format::ProviderEvents:
      return "Ereignisse";
    case Format::Lines:
      return "Zeilen mit Empfangsbestätigungen";
    case Format::Mail:
      return "Unzustellbarkeitsberichte";
  }
  return {};
}

std::string asJson(const DeliveryLog& log) {
  std::string text;
  JsonWriter json(text);
  const auto totals = totalsOf(log);
  json.beginObject().key("logs").beginArray();
  for (std::size_t i = 0; i < log.sources().size(); ++i) {
    const Source& source = log.source(SourceId{static_cast<std::uint32_t>(i)});
    const Recognition& recognition = source.recognition;
    json.beginObject().key("file").string(source.path).key("bytes").number(source.originalSize);
    json.key("container");
    source.container.empty() ? json.null() : json.string(source.container);
    json.key("format").string(name(recognition.format)).key("encoding").string(name(recognition.encoding));
    json.key("provider");
    const std::string_view provider = providerTitle(recognition, "en");
    (provider.empty() ? json.null() : json.string(providers()[recognition.provider].id));
    json.key("byteOrderMark").boolean(recognition.byteOrderMark);
    json.key("report");
    recognition.report.kind ? json.string(recognition.report.kind->id) : json.null();
    if (recognition.format == Format::Delimited) {
      json.key("headerLine").number(recognition.headerLine);
      json.key("delimiter").string(std::string_view(&recognition.delimiter, 1)).key("columns").beginArray();
      for (std::size_t c = 0; c < recognition.columns.size(); ++c) {
        json.beginObject().key("name").string(recognition.columns[c]).key("field");
        const auto field = fieldOf(recognition, c);
        (field.empty() ? json.null() : json.string(field)).endObject();
      }
      json.endArray();
    }
    json.key("records").number(totals[i].records).key("failed").number(totals[i].failed);
    json.key("delivered").number(totals[i].delivered).key("pending").number(totals[i].pending);
    json.key("unknown").number(totals[i].unknown).endObject();
  }
  json.endArray().key("issues");
  writeIssues(json, log.report());
  json.endObject();
  return text + '\n';
}

std::string headOf(const Source& source, const Totals& totals, std::string_view language) {
  const Recognition& recognition = source.recognition;
  const bool german = language == "de";
  std::string format(german ? germanName(recognition.format) : name(recognition.format));
  if (const std::string_view provider = providerTitle(recognition, language); !provider.empty()) {
    format += fmt::format("{}{}", german ? " von " : " of ", provider);
  }
  std::string text =
      fmt::format(fmt::runtime(german ? "{}\n  Format {}, Zeichenkodierung {}{}" : "{}\n  format {}, encoding {}{}"),
                  source.path, format, name(recognition.encoding),
                  !recognition.byteOrderMark ? ""
                  : german                   ? " mit Byte-Order-Mark"
                                             : " with byte order mark");
  if (recognition.format == Format::Delimited)
    text +=
        fmt::format("{}{}", german ? ", Trennzeichen " : ", delimiter ", delimiterName(recognition.delimiter, german));
  if (recognition.format == Format::Delimited && recognition.headerLine == 0)
    text += german ? ", ohne Kopfzeile" : ", without a header";
  if (recognition.format == Format::Delimited && recognition.headerLine > 1)
    text += fmt::format("{} {}", german ? ", Kopfzeile in Zeile" : ", header in line", recognition.headerLine);
  if (!source.container.empty())
    text += fmt::format("{}{}", german ? ", gepackt in " : ", packed in ", source.container);
  if (recognition.report.kind) text += "\n  " + causeInWords(describe(recognition.report), language);
  return text + "\n  " + totalsText(totals, language) + '\n';
}

std::string asText(const DeliveryLog& log, std::string_view language) {
  std::string text;
  const auto totals = totalsOf(log);
  for (std::size_t i = 0; i < log.sources().size(); ++i) {
    const Source& source = log.source(SourceId{static_cast<std::uint32_t>(i)});
    text += headOf(source, totals[i], language);
    Cells cells{{language == "de" ? "  Spalte" : "  column", language == "de" ? "verwendet als" : "used as"}};
    for (std::size_t c = 0; c < source.recognition.columns.size(); ++c) {
      cells.push_back({"  " + source.recognition.columns[c], usedFor(source.recognition, c, language)});
    }
    if (cells.size() > 1) text += asTable(cells);
    text += '\n';
  }
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    const auto kind = static_cast<IssueKind>(i);
    const auto& entry = log.report()[kind];
    if (entry.count == 0) continue;
    text += fmt::format("{}: {}\n", wordsFor(kind, language), entry.count);
    for (const IssueSample& sample : entry.samples) {
      if (kind == IssueKind::FileUnreadable) {
        text += "  " + sentenceFor(kind, sample, language) + '\n';
        continue;
      }
      text += fmt::format("  {}:{}  {}\n", sample.file, sample.line, detailInWords(kind, sample.detail, language));
    }
    if (entry.count > entry.samples.size()) text += "  ...\n";
  }
  return text;
}

}  // namespace

int inspectCommand(const Session& session) {
  const auto request = understand(session.options());
  if (!request) return session.failUsage(request.error());
  const auto log = session.load(*request);
  if (!log) return session.fail(log.error());
  const auto printed =
      session.print(session.options().format == "json" ? asJson(**log) : asText(**log, session.options().language));
  return printed ? Session::doneWith(**log) : session.fail(printed.error());
}

}  // namespace undelivered::cli
