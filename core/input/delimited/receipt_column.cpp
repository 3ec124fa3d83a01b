// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/receipt_column.h"

#include <algorithm>
#include <array>
#include <vector>

#include "input/delimited/header_search.h"
#include "input/header_mapping.h"
#include "input/lines/receipt_cell.h"

namespace undelivered {
namespace {

constexpr int kRowsAsked = 50;
constexpr std::size_t kShortest = 10;  // "stat:DELIVRD" is longer

std::optional<std::uint16_t>& columnFor(Recognition& recognition, Field field) {
  return recognition.columnOf[static_cast<std::size_t>(field)];
}

/// What the cells of a column were met as.
struct Met {
  int filled = 0, receipts = 0;

  bool areReceipts() const { return receipts > 0 && 2 * receipts > filled; }
};

}  // namespace

void findReceiptColumn(std::string_view sample, bool wholeFile, Recognition& recognition) {
  constexpr std::array kAbout{Field::Recipient, Field::Reference, Field::Customer, Field::MessageId};
  const bool isAbout =
      std::any_of(kAbout.begin(), kAbout.end(), [&](Field field) { return columnFor(recognition, field).has_value(); });
  const bool isUsable = areUsable(columnsOf(recognition)) || !recognition.impliedStatus.empty();
  if (!isAbout || recognition.provider != kNoProvider) return;

  std::vector<Met> columns(recognition.columns.size());
  ReceiptCell receipt;
  ProviderIndex provider = kNoProvider;
  auto at = static_cast<std::uint32_t>(recognition.dataOffset);
  SplitRecord row;
  for (int rows = 0; rows < kRowsAsked && at < sample.size(); ++rows) {
    if (!trySplitRecord(sample, wholeFile, at, recognition.delimiter, columns.size(), row) || row.tooLong) break;
    at = row.end;
    for (std::size_t i = 0; i < std::min(columns.size(), row.cells.size()); ++i) {
      if (row.cells[i].begin == row.cells[i].end) continue;
      ++columns[i].filled;
      if (row.cells[i].end - row.cells[i].begin < kShortest) continue;
      RecordView record;
      const std::string text = cellText(sample, row.cells[i]);
      if (!receipt.read(text, record)) continue;
      ++columns[i].receipts;
      provider = record.provider;
    }
  }
  const auto found = std::find_if(columns.begin(), columns.end(), [](const Met& met) { return met.areReceipts(); });
  if (found == columns.end()) return;
  const auto column = static_cast<std::uint16_t>(found - columns.begin());
  const bool isStatus =
      columnFor(recognition, Field::Code) == column || columnFor(recognition, Field::Status) == column;
  if (isUsable && !isStatus) return;
  // Its text as a whole is neither a status nor a diagnostic.
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    if (recognition.columnOf[field] == column) recognition.columnOf[field].reset();
    std::erase(recognition.fallbackColumns[field], column);
  }
  recognition.receiptColumn = column;
  recognition.provider = provider;
  // That no column is clearly one for the status, or known by its name, is as it should be.
  if (recognition.doubt == Doubt::OnlyWeakColumn || recognition.doubt == Doubt::OneKnownColumn)
    recognition.doubt = Doubt::None;
}

}  // namespace undelivered
