// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <functional>
#include <iostream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/open_file_limit.h"
#include "messages.h"
#include "session.h"
#include "terminal.h"
#include "usage.h"

namespace undelivered::cli {
namespace {

constexpr const char* kFooter =
    "Exit codes: 0 done; 2 wrong command line or catalogue file; 3 a log could not be opened, read or recognised; "
    "4 the output could not be written; 130 cancelled by SIGINT (Ctrl+C), partial output removed.\n"
    "A LOG is a file, a folder (every log in it, in the order of names) or - for standard input; text, JSON or a "
    "workbook "
    "(xlsx), as it is or in gzip, zstd or zip.\n"
    "Results go to standard output, messages and progress to standard error.";

void addLogs(CLI::App& command, Options& options) {
  command.add_option("LOG", options.logs, "Delivery logs: files, folders, or - for standard input")->required();
  command.add_option("--catalogue", options.catalogue, "A catalogue file of your own, laid over the built-in one");
  command.add_option("--zone", options.zone, "Time zone of times without one, and of days")->capture_default_str();
  const std::string group = "How to read (where the guess is wrong; \"inspect\" tells it)";
  command
      .add_option(
          "--map", options.mappings,
          "The column that holds a field, by its header or as #3 for the third, once for each field; fields: time, "
          "code, status, channel, recipient, customer, reference, messageId, eventId, diagnostic")
      ->type_name("FIELD=COLUMN")
      ->expected(1)
      ->take_all()
      ->group(group);
  command.add_option("--delimiter", options.delimiter, "The character between cells, or tab, comma, semicolon, pipe")
      ->group(group);
  command
      .add_option("--header", options.header,
                  "The line that the header of tables stands in, counted from 1; none: they have no header, and their "
                  "columns are #1, #2 and so on")
      ->type_name("LINE")
      ->group(group);
  command.add_option("--encoding", options.encoding, "utf-8, windows-1252, utf-16le, utf-16be, cp850")->group(group);
}

void addFilters(CLI::App& command, Options& options) {
  const std::string group = "Filters (each may be given several times)";
  command
      .add_option("--reason", options.reasons,
                  "Reason code or alias in any spelling; UNKNOWN for every code not in the catalogue")
      ->allow_extra_args(false)
      ->group(group);
  command.add_option("--channel", options.channels, "email, sms, letter, unknown")
      ->allow_extra_args(false)
      ->group(group);
  command.add_option("--persistence", options.persistences, "permanent, temporary, unknown")
      ->allow_extra_args(false)
      ->group(group);
  command.add_option("--actionable", options.actionabilities, "yes, partially, no, unknown")
      ->allow_extra_args(false)
      ->group(group);
  command.add_option("--phase", options.phases, "before, while, after, unknown")->allow_extra_args(false)->group(group);
  command.add_option("--outcome", options.outcomes, "failed (default), delivered, pending, unknown, all")
      ->allow_extra_args(false)
      ->group(group);
  command.add_option("--since", options.since, "First moment: a date or a time, e.g. 2025-03-04 or 2025-03-04T08:15")
      ->group(group);
  command.add_option("--until", options.until, "A date: up to its end; a time: up to it, itself not included")
      ->group(group);
  CLI::Option* search =
      command.add_option("--search", options.search, "Text in any original column, regardless of case")->group(group);
  command.add_flag("--match-case", options.matchCase, "Upper and lower case of --search count")
      ->needs(search)
      ->group(group);
}

void addFormat(CLI::App& command, Options& options, std::vector<std::string> formats) {
  const std::string help = "How to print: " + CLI::detail::join(formats, ", ") + "; default " + formats.front();
  command.add_option("--format", options.format, help)->check(CLI::IsMember(std::move(formats)));
}

void addLanguage(CLI::App& command, Options& options) {
  command.add_option("--lang", options.language,
                     "Language of texts: en, de, or one that the catalogue file adds; default from the environment");
}

void addTarget(CLI::App& command, Options& options) {
  command.add_option("-o,--output", options.output, "The file to write; without it, standard output");
  command
      .add_option("--for", options.purpose,
                  "excel: opens by double-click, local times, formulas disarmed; machine: RFC 4180, times in UTC, "
                  "text as it is")
      ->check(CLI::IsMember({"excel", "machine"}))
      ->capture_default_str();
}

/// What cannot be understood, and --help and --version.
int endWithoutCommand(const CLI::App& app, const CLI::ParseError& error, const std::string& language) {
  if (error.get_exit_code() != 0) {
    const auto commands = app.get_subcommands();
    const std::string named = commands.empty() ? std::string() : commands.front()->get_name();
    fmt::print(stderr, "undelivered-cli: {}\n", usageSentence(error.what(), named, language));
    return kUsage;
  }
  app.exit(error);
  errno = 0;
  if (std::cout.flush()) return kDone;
  fmt::print(stderr, "undelivered-cli: {}\n",
             sentenceFor(Error{ErrorCode::WriteFailed, kStandardOutput, {}, 0, errno}, language));
  return kOutputFailed;
}

int run(int argc, char** argv) {
  Options options;
  options.language = languageOfEnvironment();
  CLI::App app("Undelivered: which messages did not arrive, why, and what to do next.", "undelivered-cli");
  app.set_version_flag("--version", "undelivered-cli " UNDELIVERED_VERSION);
  app.require_subcommand(1);
  app.footer(kFooter);
  std::function<int(const Session&)> command;
  const auto add = [&](const char* name, const char* help, int (*function)(const Session&)) {
    CLI::App* sub = app.add_subcommand(name, help);
    sub->callback([&command, function] { command = function; });
    sub->footer(kFooter);
    return sub;
  };

  CLI::App* summary = add("summary", "Count records by reason, channel, time and more", summaryCommand);
  addLogs(*summary, options);
  summary
      ->add_option("--by", options.by,
                   "Dimensions, separated by commas: reason, channel, outcome, persistence, actionability (or "
                   "actionable), phase, day, week, month, source")
      ->capture_default_str();
  summary->add_flag("--follow", options.follow,
                    "Wait for the logs to grow, and for new files in folders, and count anew each time, until Ctrl+C");
  addFilters(*summary, options);
  addFormat(*summary, options, {"table", "csv", "json"});
  addLanguage(*summary, options);

  CLI::App* records = add("records", "Print classified records with all original columns; label is the reason in words",
                          recordsCommand);
  addLogs(*records, options);
  addFilters(*records, options);
  records->add_option("--sort", options.sort,
                      "COLUMN or COLUMN:desc, e.g. time:desc; code stands for reason, actionable for actionability");
  records->add_option("--limit", options.limit, "At most so many records")->type_name("N");
  addFormat(*records, options, {"json", "csv"});
  addLanguage(*records, options);

  CLI::App* actions = add("actions", "Write an action list as CSV", actionsCommand);
  addLogs(*actions, options);
  addFilters(*actions, options);
  addTarget(*actions, options);
  addLanguage(*actions, options);

  CLI::App* inspect = add("inspect", "Tell how logs were recognised and what could not be read", inspectCommand);
  addLogs(*inspect, options);
  addFormat(*inspect, options, {"table", "json"});
  addLanguage(*inspect, options);

  CLI::App* reasons = add("reasons", "List the reasons that failures are classified by", reasonsCommand);
  reasons->add_option("--catalogue", options.catalogue, "A catalogue file of your own, laid over the built-in one");
  reasons->add_flag("--mappings", options.showMappings,
                    "What the codes of providers are classified as, and the page that documents each");
  addFormat(*reasons, options, {"table", "csv", "json"});
  addLanguage(*reasons, options);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return endWithoutCommand(app, error, languageOf(argc, argv));
  }
  static std::stop_source stop;
  stopOnInterrupt(stop);
  return command(Session(options, stop.get_token()));
}

}  // namespace
}  // namespace undelivered::cli

int main(int argc, char** argv) {
  undelivered::raiseOpenFileLimit();
  return undelivered::cli::run(argc, argv);
}
