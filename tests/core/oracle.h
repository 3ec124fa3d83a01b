// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "query/log_query.h"
#include "store/load_log.h"
#include "store/record_reader.h"

namespace undelivered::test {

using Rows = std::vector<std::uint32_t>;

/// Differences of case taken out of the letters that the samples have.
inline std::string plainFold(std::string_view text) {
  std::string folded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0u;
    if (byte >= 'A' && byte <= 'Z') {
      folded += static_cast<char>(byte + 0x20);
    } else if (byte == 0xC3 && next == 0x9F) {
      folded += "ss", ++i;
    } else if (byte == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97) {
      folded += "\xC3", folded += static_cast<char>(next + 0x20), ++i;
    } else {
      folded += text[i];
    }
  }
  return folded;
}

/// All samples, and all their records in full.
class Oracle {
 public:
  static const Oracle& get() {
    static const Oracle kOracle;
    return kOracle;
  }

  bool passes(const Record& record, const Filter& filter) const {
    const LogReason& reason = log->reason(record.reason);
    const auto in = [](const auto& set, auto value) { return set.empty() || set.contains(value); };
    const bool named =
        filter.reasons.empty() ||
        std::any_of(filter.reasons.begin(), filter.reasons.end(), [&](const std::string& name) {
          return name == kAnyUnknownReason ? !reason.known && record.reason != kNoReason : name == reason.code;
        });
    if (!named || !in(filter.channels, record.channel) || !in(filter.outcomes, record.outcome) ||
        !in(filter.persistences, reason.persistence()) || !in(filter.actionabilities, reason.actionability()) ||
        !in(filter.phases, reason.phase()))
      return false;
    if (filter.since && (!record.time || *record.time < *filter.since)) return false;
    if (filter.until && (!record.time || *record.time >= *filter.until)) return false;
    if (filter.search.empty()) return true;
    if (filter.matchCase) {
      return std::any_of(record.fields.begin(), record.fields.end(),
                         [&](const auto& field) { return field.second.find(filter.search) != std::string::npos; });
    }
    const std::string wanted = plainFold(filter.search);
    return std::any_of(folded[record.row.value].begin(), folded[record.row.value].end(),
                       [&](const std::string& cell) { return cell.find(wanted) != std::string::npos; });
  }
  Rows rows(const Filter& filter) const {
    Rows rows;
    for (const Record& record : records) {
      if (passes(record, filter)) rows.push_back(record.row.value);
    }
    return rows;
  }
  std::int32_t dayOf(const Record& record) const {
    if (!record.time) return kNoDay;
    ZoneCursor cursor(log->zone());
    return static_cast<std::int32_t>(cursor.dayOf(*record.time).time_since_epoch().count());
  }

  std::shared_ptr<const DeliveryLog> log;
  std::shared_ptr<const LogQuery> query;
  std::vector<Record> records;
  std::vector<std::vector<std::string>> folded;  // cells of each record

 private:
  Oracle() {
    LoadRequest request;
    request.paths = {UNDELIVERED_SOURCE_DIR "/resources/samples"};
    request.zone = *Zone::find("Europe/Berlin");
    request.blockBytes = 65536;
    log = *loadLog(request);
    query = makeLocalQuery(log);
    RecordReader reader(log);
    for (std::uint32_t i = 0; i < log->recordCount(); ++i) {
      records.push_back(*reader.read(RowId{i}));
      auto& cells = folded.emplace_back();
      for (const auto& [column, text] : records.back().fields) cells.push_back(plainFold(text));
    }
  }
};

inline Rows rowsOf(const RowSet& set) {
  Rows rows;
  for (std::uint32_t i = 0; i < set.size(); ++i) rows.push_back(set[i].value);
  return rows;
}

}  // namespace undelivered::test
