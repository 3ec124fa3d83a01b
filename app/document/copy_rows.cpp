// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/copy_rows.h"

#include "export/action_list.h"

namespace undelivered {
namespace {

class TextOutput final : public OutputFile {
 public:
  Result<void> write(std::string_view bytes) override {
    text += bytes;
    return {};
  }
  Result<void> commit() override { return {}; }

  std::string text;
};

}  // namespace

Result<std::string> rowsAsText(const std::shared_ptr<const DeliveryLog>& log, const RowSet& rows,
                               const std::vector<ColumnId>& columns, const std::string& language, bool withHeaders,
                               const std::stop_token& stop) {
  ActionListOptions options;
  options.language = language;
  options.columns = columns;
  options.dialect = {'\t', false, true};
  TextOutput output;
  const auto written = writeActionList(log, rows, options, output, stop);
  if (!written) return tl::unexpected(written.error());
  // Headers are single words without line breaks: the first line is all of them.
  if (!withHeaders) output.text.erase(0, output.text.find('\n') + 1);
  return std::move(output.text);
}

}  // namespace undelivered
