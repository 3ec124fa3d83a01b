// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage.h"

#include <fmt/format.h>

#include "export/causes.h"

namespace undelivered::cli {
namespace {

constexpr Phrase kGerman[] = {
    {"A subcommand is required", "Ein Befehl fehlt: summary, records, actions, inspect oder reasons"},
    {"{} is required", "{} fehlt"},
    {"The following argument was not expected: {}", "Unbekannte Angabe: {}"},
    {"The following arguments were not expected: {}", "Unbekannte Angaben: {}"},
    {"{} requires {}", "{} geht nur zusammen mit {}"},
    {"{}: {} not in {}", "{}: „{}“ gibt es nicht; möglich sind {}"},
    {"{}: {} required {} missing", "{}: Dahinter fehlt der Wert"},
    {"{}: At Most {} required but received {}", "{}: höchstens {} Mal erlaubt, angegeben: {} Mal"},
};

}  // namespace

std::string usageSentence(const std::string& what, const std::string& command, std::string_view language) {
  const std::string help =
      command.empty() ? "undelivered-cli --help" : fmt::format("undelivered-cli {} --help", command);
  if (language != "de") return fmt::format("{}. \"{}\" tells more.", what, help);
  return fmt::format("{}. „{}“ sagt mehr.", germanOf(what, kGerman).value_or(what), help);
}

}  // namespace undelivered::cli
