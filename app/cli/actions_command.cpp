// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "export/action_list.h"
#include "session.h"

namespace undelivered::cli {
namespace {

class StandardOutput final : public OutputFile {
 public:
  explicit StandardOutput(const Session& session) : m_session(session) {}
  Result<void> write(std::string_view bytes) override { return m_session.print(bytes); }
  Result<void> commit() override { return {}; }

 private:
  const Session& m_session;
};

}  // namespace

int actionsCommand(const Session& session) {
  const Options& options = session.options();
  const auto request = understand(options);
  if (!request) return session.failUsage(request.error());
  const auto log = session.load(*request);
  if (!log) return session.fail(log.error());
  const auto rows = makeLocalQuery(*log)->rows(filterFor(*request, **log), {}, session.stop());
  if (!rows) return session.fail(rows.error());

  ActionListOptions list;
  list.language = options.language;
  list.forPeople = options.purpose == "excel";
  list.dialect = list.forPeople ? CsvDialect::excel(options.language) : CsvDialect::machine();
  if (options.output.empty() || options.output == "-") {
    StandardOutput out(session);
    const auto written = writeActionList(*log, *rows, list, out, session.stop());
    return written ? Session::doneWith(**log) : session.fail(written.error());
  }
  const auto written = exportActionList(*log, *rows, list, options.output, session.stop());
  if (!written) return session.fail(written.error(), kOutputFailed);
  fmt::print(stderr, "{}: {}\n", options.output, rows->size());
  return Session::doneWith(**log);
}

}  // namespace undelivered::cli
