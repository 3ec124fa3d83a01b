// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "input/json/object_reader.h"
#include "input/lines/query.h"
#include "input/lines/receipt.h"
#include "input/provider/shape_set.h"
#include "input/record_parser.h"

namespace undelivered {

/// Understands one line of a log: the receipt text of SMPP, the query of a callback, a JSON object, or the state of a
/// message beside other keys, whatever else stands in the line. A line is one record or none; that of a JSON object can
/// be several. One for each thread.
///
/// A JSON object goes first, since it can hold a receipt as a text; then a receipt in the form of SMPP's appendix B,
/// then queries in the shape of a provider's or with the keys of a receipt, last what has "stat=" or "message_state".
class LineReader final : private OriginalLine {
 public:
  explicit LineReader(KnownCode knownCode);

  /// Of the line in the log, as in RecordView.
  using Place = ObjectReader::Place;
  /// Hands on the records of a line (UTF-8, without its end) and tells what is none in it; false for a line with
  /// nothing of the kind, which is not told.
  bool read(std::string_view line, const Place& place, RecordSink& sink);
  /// Hands on the record of that part alone, with all that its line says under `originals`: every key, and the line
  /// itself under "line". False where there is none.
  bool readPart(std::string_view line, const Place& place, std::uint16_t part, RecordSink& sink,
                OriginalFields* originals);
  /// The receipt of a text that is nothing but one, as of a cell; false where it is none.
  bool readReceiptText(std::string_view text, RecordSink& sink);
  /// Whose record was read last.
  ProviderIndex lastProvider() const { return m_lastProvider; }

 private:
  std::string text() const override;
  bool namesColumn(Field, std::string_view) const override { return false; }
  bool repeatsHeader() const override { return false; }
  std::optional<std::string> onlyFirstCell() const override { return std::nullopt; }

  bool readJson(RecordSink& sink);
  bool readReceipt(char separator, RecordSink& sink);
  bool readQueries(RecordSink& sink);
  bool readQuery(RecordSink& sink);
  bool readState(RecordSink& sink);
  /// Hands on a receipt, if it has a shape; `around` are the pairs that stand beside it.
  bool takeReceipt(const Receipt& receipt, std::span<const LinePair> around, RecordSink& sink);
  bool takeShape(const ShapeSet::Compiled& shape, const SlotValues& values, RecordSink& sink);
  void setValue(const ShapeSet& shapes, SlotValues& values, std::string_view key, std::string_view value);
  void keepOriginals(std::span<const LinePair> pairs);
  std::string_view timeOfLine();

  const ShapeSet& m_keys;
  const ShapeSet& m_receipts;
  SlotValues m_keyValues, m_receiptValues;
  ObjectReader m_objects;
  simdjson::dom::parser m_json;
  QueryFinder m_queries;
  std::vector<LinePair> m_pairs, m_queryPairs, m_around;
  std::string m_plain, m_timeBuffer, m_doneBuffer, m_submitBuffer;

  std::string_view m_line;
  Place m_place;
  std::optional<std::uint16_t> m_onlyPart;
  OriginalFields* m_originals = nullptr;
  ProviderIndex m_lastProvider = kNoProvider;
};

}  // namespace undelivered
