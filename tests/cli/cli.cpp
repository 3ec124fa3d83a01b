// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <sstream>

namespace undelivered::test {

ProcessSetup cliSetup(const Arguments& arguments) {
  ProcessSetup setup;
  setup.command = {UNDELIVERED_CLI};
  setup.command.insert(setup.command.end(), arguments.begin(), arguments.end());
  setup.environment = {"LC_ALL=C"};
  return setup;
}

ProcessEnd cli(const Arguments& arguments, const std::string& input) {
  ProcessSetup setup = cliSetup(arguments);
  setup.input = input;
  return runProcess(setup);
}

std::string cliOutput(const Arguments& arguments, const std::string& input) {
  const ProcessEnd end = cli(arguments, input);
  EXPECT_EQ(end.exitCode, 0) << end.err;
  return end.out;
}

/// line: time in Berlin; channel, outcome, reason of each record, as the specification has it.
///  2: email failed, permanent, no, after          9: letter failed, a code of no catalogue, no time
///  3: sms failed, REJECTED by its alias          10: unknown channel, the same code
///  4: HANDOVER_ERROR, email by its recipient     11: email delivered
///  5: HANDOVER_ERROR, sms by its recipient       12: sms pending
///  7: email failed, permanent, partially, after  13: email, a status that nobody knows
///  8: sms failed, permanent, yes, before         14: email failed, without a code
const std::string& smallLog() {
  static const std::string kLog =
      "Time;Channel;Status;Reason code;Recipient;Name;Customer number;Reference number;Message ID;Diagnostic\n"
      "2025-03-03 09:15:30;email;failed;BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE;erika@example.org;Erika "
      "Müller;K-1;RE-1;m-1;\"smtp; 550 5.1.1 \"\"unknown\"\"\"\n"
      "2025-03-03 10:00:00;sms;failed;rejectd;+491701234567;Max Groß;K-2;RE-2;m-2;\n"
      "2025-03-04 00:00:00;;failed;HANDOVER_ERROR;max@example.org;Max Groß;K-2;RE-3;m-3;HTTP 503\n"
      "2025-03-04 23:59:59;;failed;Handover-Error;0171 2345678;Jo;K-3;RE-4;m-4;\"a\nb\"\n"
      "2025-03-05 00:00:00;email;failed;BOUNCE_PERMANENT_ON_SUPPRESSION_LIST;jo@example.org;Jo;K-3;RE-5;m-5;\n"
      "2025-03-10 08:00:00;sms;failed;INVALID_MOBILE_NUMBER;0176 040;Jo;K-3;RE-6;m-6;too short\n"
      ";letter;failed;COMPLAINT;Musterweg 1, 12345 Stadt;Jo;K-3;RE-7;m-7;\n"
      "2025-04-01 12:00:00;;failed;COMPLAINT;somebody;Jo;K-3;RE-8;m-8;\n"
      "2025-04-01 13:00:00;email;delivered;;erika@example.org;Erika Müller;K-1;RE-1;m-9;250 OK\n"
      "2025-04-02 13:00:00;sms;sent;;+491701234567;Max Groß;K-2;RE-2;m-10;\n"
      "2025-04-03 13:00:00;email;gibberish;;max@example.org;Max Groß;K-2;RE-2;m-11;\n"
      "2025-04-04 13:00:00;email;failed;;max@example.org;Max Groß;K-2;RE-2;m-12;=1+1\n";
  return kLog;
}

std::string samplesFolder() { return UNDELIVERED_SOURCE_DIR "/resources/samples"; }

simdjson::dom::element json(const std::string& text) {
  static simdjson::dom::parser parser;
  simdjson::dom::element root;
  const auto error = parser.parse(text).get(root);
  EXPECT_EQ(error, simdjson::SUCCESS) << text;
  return root;
}

Words keysOf(simdjson::dom::element object) {
  Words keys;
  for (const auto& [key, value] : simdjson::dom::object(object)) keys.emplace_back(key);
  return keys;
}

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<int> recordLines(const std::string& output) {
  std::vector<int> numbers;
  for (const std::string& line : linesOf(output)) numbers.push_back(static_cast<int>(std::int64_t(json(line)["line"])));
  return numbers;
}

}  // namespace undelivered::test
