// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/record_details.h"

#include "store/record_reader.h"

namespace undelivered {

Result<RecordDetails> readDetails(const LogQuery& query, const std::shared_ptr<const DeliveryLog>& log, RowId row,
                                  const std::stop_token& stop) {
  RecordReader reader(log);
  auto record = reader.read(row);
  if (!record) return tl::unexpected(record.error());
  RecordDetails details;
  details.record = std::move(*record);
  if (details.record.recipient.empty()) return details;

  const auto same = query.sameRecipient(row, stop);
  if (!same) return tl::unexpected(same.error());
  for (std::uint32_t place = same->size(); place-- > 0;) {
    const RowId other = (*same)[place];
    if (other == row) continue;
    ++details.othersTotal;
    if (details.others.size() == kOthersShown) continue;
    if (stop.stop_requested()) return cancelled();
    auto read = reader.read(other);
    if (!read) return tl::unexpected(read.error());
    details.others.push_back(std::move(*read));
  }
  return details;
}

}  // namespace undelivered
