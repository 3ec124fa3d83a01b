// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/lines/receipt_cell.h"

namespace undelivered {
namespace {

class Merge final : public RecordSink {
 public:
  explicit Merge(RecordView& into) : m_into(into) {}

  bool record(const RecordView& receipt) override {
    m_into.provider = receipt.provider;
    m_into[Field::Status] = receipt[Field::Status];
    if (!receipt[Field::Time].empty()) m_into[Field::Time] = receipt[Field::Time];
    for (Field field : kFields) {
      if (m_into[field].empty()) m_into[field] = receipt[field];
    }
    // What was taken from the text that lies side by side is not all of it any more.
    m_into.kindCells = {};
    m_into.padded = false;
    return true;
  }
  void issue(IssueKind, std::uint32_t, std::string_view) override {}

 private:
  RecordView& m_into;
};

}  // namespace

bool ReceiptCell::read(std::string_view cell, RecordView& record) {
  Merge merge(record);
  return m_reader.readReceiptText(cell, merge);
}

bool ReceiptCell::handOn(std::string_view cell, RecordView& record, RecordSink& sink) {
  // The fields that have no column stay what they are for the next record.
  const RecordView ofCells = record;
  read(cell, record);
  const bool taken = sink.record(record);
  record.values = ofCells.values;
  record.provider = ofCells.provider;
  return taken;
}

}  // namespace undelivered
