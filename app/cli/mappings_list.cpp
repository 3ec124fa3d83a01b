// SPDX-License-Identifier: GPL-3.0-or-later
#include "mappings_list.h"

#include <fmt/format.h>

#include "export/words.h"
#include "input/provider/providers.h"
#include "json_writer.h"
#include "text_table.h"

namespace undelivered::cli {
namespace {

/// What a row says, in the names of machine output.
struct Meaning {
  std::string outcome, reason, name, persistence;
};

Meaning meaningOf(const MappingRow& row, const Catalogue& catalogue) {
  if (!row.outcome.empty()) return {row.outcome, {}, {}, {}};
  if (!row.use.empty()) return {};
  const auto known = catalogue.find(row.reason.empty() ? row.name : row.reason);
  if (!known) return {"failed", {}, row.name == "*" ? std::string() : row.name, row.persistence};
  const Reason& reason = catalogue.reason(*known);
  return {"failed", reason.code, {}, std::string(undelivered::name(reason.persistence))};
}

std::string_view labelOf(const MappingRow& row, const std::string& language) {
  const auto found = row.label.find(language);
  if (found != row.label.end()) return found->second;
  const auto english = row.label.find("en");
  return english != row.label.end() ? std::string_view(english->second) : std::string_view();
}

std::string asJson(const Catalogue& catalogue, const std::string& language) {
  std::string text;
  JsonWriter json(text);
  const auto orNull = [&](std::string_view key, std::string_view value) {
    json.key(key);
    value.empty() ? json.null() : json.string(value);
  };
  json.beginArray();
  for (const Provider& provider : providers()) {
    for (const MappingRow& row : provider.rows) {
      const Meaning meaning = meaningOf(row, catalogue);
      json.beginObject().key("provider").string(provider.id);
      orNull("status", row.status);
      orNull("code", row.code);
      orNull("reply", row.reply);
      orNull("text", row.text);
      orNull("outcome", meaning.outcome);
      orNull("reason", meaning.reason);
      orNull("name", meaning.name);
      orNull("persistence", meaning.persistence);
      orNull("label", labelOf(row, language));
      orNull("table", row.use);
      orNull("note", row.note);
      json.key("page").string(row.page).endObject();
    }
  }
  json.endArray();
  return text + '\n';
}

std::string asCells(const Catalogue& catalogue, const std::string& language) {
  Cells cells{{"provider", "status", "code", "reply", "text", "outcome", "reason", "name", "persistence", "label",
               "table", "note", "page"}};
  for (const Provider& provider : providers()) {
    for (const MappingRow& row : provider.rows) {
      const Meaning meaning = meaningOf(row, catalogue);
      cells.push_back({provider.id, row.status, row.code, row.reply, row.text, meaning.outcome, meaning.reason,
                       meaning.name, meaning.persistence, std::string(labelOf(row, language)), row.use, row.note,
                       row.page});
    }
  }
  return asCsv(cells);
}

/// "status Transient, code MailboxFull".
std::string conditionOf(const MappingRow& row, bool german) {
  std::vector<std::string> parts;
  const auto add = [&](const char* english, const char* inGerman, const std::string& pattern) {
    const char* const name = german ? inGerman : english;
    if (pattern == "|") {  // of nothing or nothing
      parts.push_back(fmt::format("{} {}", german ? "kein" : "no", name));
    } else if (pattern == "*") {
      parts.push_back(fmt::format("{} {}", german ? "jeder andere" : "any other", name));
    } else if (!pattern.empty()) {
      parts.push_back(fmt::format("{} {}", name, pattern));
    }
  };
  add("status", "Status", row.status);
  add("code", "Code", row.code);
  add("SMTP reply", "SMTP-Antwort", row.reply);
  const TextSign sign = textSignOfName(row.text).value_or(TextSign::None);
  add("words about", "Worte über", std::string(word(sign, german ? "de" : "en")));
  if (parts.empty()) return german ? "alles andere" : "all else";
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string resultOf(const MappingRow& row, const Catalogue& catalogue, const std::string& language) {
  const bool german = language == "de";
  const Meaning meaning = meaningOf(row, catalogue);
  if (!row.use.empty()) {
    const auto other = findProvider(row.use);
    const std::string_view title = other ? providers()[*other].titleFor(language) : std::string_view(row.use);
    return fmt::format("{} {}", german ? "wie unter" : "as under", title);
  }
  if (!meaning.reason.empty()) return meaning.reason;
  if (const auto outcome = fromName<Outcome>(meaning.outcome); outcome && meaning.outcome != "failed") {
    const std::string_view told = german ? " (nicht dokumentiert, wird gemeldet)" : " (not documented, told)";
    return fmt::format("{}{}", word(*outcome, language), row.understood ? "" : told);
  }
  const auto persistence = fromName<Persistence>(meaning.persistence).value_or(Persistence::Unknown);
  return fmt::format("{} ({}: {})", labelOf(row, language), word(ColumnId::Persistence, language),
                     word(persistence, language));
}

std::string asText(const Catalogue& catalogue, const std::string& language) {
  std::string text;
  for (const Provider& provider : providers()) {
    if (provider.rows.empty()) continue;
    text += fmt::format("{} ({})\n  {}\n", provider.titleFor(language), provider.id, provider.page);
    for (const MappingRow& row : provider.rows) {
      text += fmt::format("  {} -> {}\n", conditionOf(row, language == "de"), resultOf(row, catalogue, language));
      if (row.page != provider.page) text += fmt::format("    {}\n", row.page);
    }
    text += '\n';
  }
  return text;
}

}  // namespace

std::string mappingsList(const Catalogue& catalogue, const std::string& format, const std::string& language) {
  if (format == "json") return asJson(catalogue, language);
  return format == "csv" ? asCells(catalogue, language) : asText(catalogue, language);
}

}  // namespace undelivered::cli
