// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "export/words.h"
#include "json_writer.h"
#include "mappings_list.h"
#include "session.h"
#include "text_table.h"

namespace undelivered::cli {
namespace {

std::vector<std::string> channelsOf(const Reason& reason) {
  std::vector<std::string> names;
  for (Channel channel : kChannels) {
    if (reason.channels.contains(channel)) names.emplace_back(name(channel));
  }
  return names;
}

std::vector<std::string_view> channelWords(const Reason& reason, std::string_view language) {
  std::vector<std::string_view> words;
  for (Channel channel : kChannels) {
    if (reason.channels.contains(channel)) words.push_back(word(channel, language));
  }
  return words;
}

std::string asJson(const Catalogue& catalogue, const std::string& language) {
  std::string text;
  JsonWriter json(text);
  json.beginArray();
  for (const Reason& reason : catalogue.reasons()) {
    const ReasonText& words = reason.text(language);
    json.beginObject().key("code").string(reason.code).key("aliases").beginArray();
    for (const std::string& alias : reason.aliases) json.string(alias);
    json.endArray().key("channels").beginArray();
    for (const std::string& channel : channelsOf(reason)) json.string(channel);
    json.endArray().key("persistence").string(name(reason.persistence));
    json.key("actionable").string(name(reason.actionability)).key("phase").string(name(reason.phase));
    json.key("title").string(words.title).key("explanation").string(words.explanation).key("action");
    (words.action.empty() ? json.null() : json.string(words.action)).endObject();
  }
  json.endArray();
  return text + '\n';
}

Cells cellsOf(const Catalogue& catalogue, const std::string& language) {
  Cells cells{{"code", "aliases", "channels", "persistence", "actionable", "phase", "title", "explanation", "action"}};
  for (const Reason& reason : catalogue.reasons()) {
    const ReasonText& words = reason.text(language);
    cells.push_back({reason.code, fmt::format("{}", fmt::join(reason.aliases, " ")),
                     fmt::format("{}", fmt::join(channelsOf(reason), " ")), std::string(name(reason.persistence)),
                     std::string(name(reason.actionability)), std::string(name(reason.phase)), words.title,
                     words.explanation, words.action});
  }
  return cells;
}

/// A block for each reason: sentences do not fit into columns of a terminal.
std::string asText(const Catalogue& catalogue, const std::string& language) {
  std::string text;
  for (const Reason& reason : catalogue.reasons()) {
    const ReasonText& words = reason.text(language);
    text += reason.code;
    for (const std::string& alias : reason.aliases) text += " (" + alias + ")";
    text += fmt::format(" - {}\n  {}: {}; {}: {}; {}: {}; {}: {}\n  {}\n  {}: {}\n\n", words.title,
                        word(ColumnId::Channel, language), fmt::join(channelWords(reason, language), ", "),
                        word(ColumnId::Persistence, language), word(reason.persistence, language),
                        word(ColumnId::Actionability, language), word(reason.actionability, language),
                        word(ColumnId::Phase, language), word(reason.phase, language), words.explanation,
                        word(ColumnId::Action, language),
                        words.action.empty() ? noActionNeeded(language) : std::string_view(words.action));
  }
  return text;
}

}  // namespace

int reasonsCommand(const Session& session) {
  const auto request = understand(session.options());
  if (!request) return session.failUsage(request.error());
  const Catalogue& catalogue = *request->catalogue;
  const std::string& language = session.options().language;
  const std::string& format = session.options().format;
  if (session.options().showMappings) {
    const auto printed = session.print(mappingsList(catalogue, format, language));
    return printed ? kDone : session.fail(printed.error());
  }
  const auto printed = session.print(format == "json"  ? asJson(catalogue, language)
                                     : format == "csv" ? asCsv(cellsOf(catalogue, language))
                                                       : asText(catalogue, language));
  return printed ? kDone : session.fail(printed.error());
}

}  // namespace undelivered::cli
