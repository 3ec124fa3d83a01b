// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/lines/line_reader.h"

#include <algorithm>

#include "input/encoding.h"
#include "input/lines/handset.h"
#include "input/lines/line_time.h"

namespace undelivered {
namespace {

constexpr std::size_t kShownBytes = 120;
// What the shapes of receipts in resources/providers call the number that handsetOf() tells.
constexpr std::string_view kHandsetPath = "handset";
constexpr std::string_view kStatePath = "messagestate";
constexpr std::string_view kLineName = "line";

/// Walks a key of a query to its place among the paths: "status", "data.status", "data[status]".
std::optional<PathIndex::Slot> slotOf(const PathIndex& paths, std::string_view key) {
  std::uint32_t node = PathIndex::kRoot;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find_first_of(".[]"), key.size());
    if (end > 0) {
      const auto next = paths.child(node, key.substr(0, end));
      if (!next) return std::nullopt;
      node = *next;
    }
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return paths.slot(node);
}

/// Gives the records of a JSON object the time of their line where they have none, and keeps back what says that the
/// object is nobody's: the line is then looked at in other ways.
class OfObject final : public RecordSink {
 public:
  OfObject(RecordSink& sink, std::string_view time) : m_sink(sink), m_time(time) {}

  bool record(const RecordView& record) override {
    found = true;
    provider = record.provider;
    if (!record[Field::Time].empty()) return m_sink.record(record);
    RecordView timed = record;
    timed[Field::Time] = m_time;
    return m_sink.record(timed);
  }
  void issue(IssueKind kind, std::uint32_t line, std::string_view detail) override {
    if (kind == IssueKind::NotAnEvent || kind == IssueKind::InvalidJson) {
      m_kept.push_back({kind, line, std::string(detail)});
      return;
    }
    found = true;
    m_sink.issue(kind, line, detail);
  }
  void tellKept() {
    for (const Kept& each : m_kept) m_sink.issue(each.kind, each.line, each.detail);
  }

  bool found = false;
  ProviderIndex provider = kNoProvider;

 private:
  struct Kept {
    IssueKind kind;
    std::uint32_t line;
    std::string detail;
  };
  RecordSink& m_sink;
  std::string_view m_time;
  std::vector<Kept> m_kept;
};

}  // namespace

LineReader::LineReader(KnownCode knownCode)
    : m_keys(ShapeSet::of(Shape::Kind::Keys)),
      m_receipts(ShapeSet::of(Shape::Kind::Receipt)),
      m_keyValues(m_keys.paths().slotCount()),
      m_receiptValues(m_receipts.paths().slotCount()),
      m_objects(true, std::move(knownCode)) {}

std::string_view LineReader::timeOfLine() { return lineTime(m_line, m_timeBuffer); }

std::string LineReader::text() const { return std::string(beginningOf(m_line, kShownBytes)); }

bool LineReader::read(std::string_view line, const Place& place, RecordSink& sink) {
  m_line = line;
  m_place = place;
  if (readJson(sink)) return true;
  findPairs(line, m_pairs);
  return !m_pairs.empty() && (readReceipt(':', sink) || readQueries(sink) || readReceipt('=', sink) || readState(sink));
}

bool LineReader::readReceiptText(std::string_view text, RecordSink& sink) {
  m_line = text;
  m_place = {};
  findPairs(text, m_pairs);
  return !m_pairs.empty() && (readReceipt(':', sink) || readReceipt('=', sink));
}

bool LineReader::readPart(std::string_view line, const Place& place, std::uint16_t part, RecordSink& sink,
                          OriginalFields* originals) {
  m_onlyPart = part;
  m_originals = originals;
  const bool found = read(line, place, sink);
  m_onlyPart.reset();
  m_originals = nullptr;
  if (found && originals) originals->emplace_back(kLineName, line);
  return found;
}

bool LineReader::readJson(RecordSink& sink) {
  const std::size_t open = m_line.find('{');
  if (open == std::string_view::npos) return false;
  const std::size_t close = m_line.rfind('}');
  if (close == std::string_view::npos || close < open) return false;
  const std::string_view json = m_line.substr(open, close + 1 - open);
  simdjson::dom::element root;
  if (m_json.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS || !root.is_object()) return false;
  OfObject object(sink, timeOfLine());
  if (m_onlyPart) {
    if (!m_objects.readPart(root, json, m_place, *m_onlyPart, object, m_originals)) return false;
  } else {
    m_objects.read(root, json, m_place, object);
    if (object.found) object.tellKept();
  }
  if (object.found) m_lastProvider = object.provider;
  return object.found;
}

bool LineReader::readReceipt(char separator, RecordSink& sink) {
  const auto receipt = findReceipt(m_line, m_pairs, separator);
  if (!receipt) return false;
  // Without a text the receipt ends somewhere before other keys of the line.
  const bool open = !receipt->has(ReceiptKey::Text);
  m_around.clear();
  for (LinePair pair : m_pairs) {
    const bool inside = pair.begin >= receipt->begin && pair.begin < receipt->end;
    if (inside && !open) continue;
    // "[msg:120:id:..." is a key whose value ends where the receipt starts.
    if (pair.begin < receipt->begin && pair.valueBegin + pair.value.size() > receipt->begin) {
      pair.value =
          m_line.substr(pair.valueBegin, receipt->begin - std::min<std::size_t>(receipt->begin, pair.valueBegin));
      if (pair.value.ends_with(':')) pair.value.remove_suffix(1);
    }
    m_around.push_back(pair);
  }
  return takeReceipt(*receipt, m_around, sink);
}

bool LineReader::readQueries(RecordSink& sink) {
  m_queries.start(m_line);
  while (m_queries.next(m_queryPairs)) {
    if (readQuery(sink)) return true;
  }
  return false;
}

bool LineReader::readQuery(RecordSink& sink) {
  m_keyValues.clear();
  for (const LinePair& pair : m_queryPairs) {
    if (const auto slot = slotOf(m_keys.paths(), pair.key)) m_keyValues.set(*slot, pair.value);
  }
  if (const auto* shape = m_keys.find(m_keyValues)) {
    keepOriginals(m_queryPairs);
    return takeShape(*shape, m_keyValues, sink);
  }
  if (const auto receipt = receiptOf(m_queryPairs)) return takeReceipt(*receipt, m_queryPairs, sink);
  // Kannel hands on the receipt as a text of the query ("%A" in its dlr-url).
  for (const LinePair& pair : m_queryPairs) {
    if (pair.value.size() < 10 || pair.value.find(':') == std::string_view::npos) continue;
    findPairs(pair.value, m_around);
    const auto receipt = findReceipt(pair.value, m_around, ':');
    if (receipt) return takeReceipt(*receipt, m_queryPairs, sink);
  }
  return false;
}

bool LineReader::readState(RecordSink& sink) {
  if (m_pairs.size() < 2) return false;
  const bool stated = std::any_of(m_pairs.begin(), m_pairs.end(), [&](const LinePair& pair) {
    return !pair.value.empty() && isPlainly(pair.key, kStatePath);
  });
  return stated && takeReceipt({}, m_pairs, sink);
}

void LineReader::setValue(const ShapeSet& shapes, SlotValues& values, std::string_view key, std::string_view value) {
  makePlain(key, m_plain);
  const auto node = shapes.paths().child(PathIndex::kRoot, m_plain);
  if (!node || value.empty()) return;
  if (const auto slot = shapes.paths().slot(*node)) values.set(*slot, value);
}

bool LineReader::takeReceipt(const Receipt& receipt, std::span<const LinePair> around, RecordSink& sink) {
  SlotValues& values = m_receiptValues;
  values.clear();
  for (std::size_t i = 0; i < Receipt::kKeyCount; ++i) {
    std::string_view value = receipt.values[i].value_or(std::string_view());
    if (static_cast<ReceiptKey>(i) == ReceiptKey::DoneDate) value = receiptTime(value, m_doneBuffer);
    if (static_cast<ReceiptKey>(i) == ReceiptKey::SubmitDate) value = receiptTime(value, m_submitBuffer);
    setValue(m_receipts, values, Receipt::kNames[i], value);
  }
  std::string_view handset = handsetOf(around);
  if (handset.empty() && receipt.end > receipt.begin && receipt.end <= m_line.size())
    handset = handsetInCells(m_line.substr(0, receipt.begin), m_line.substr(receipt.end));
  setValue(m_receipts, values, kHandsetPath, handset);
  for (const LinePair& pair : around) {
    if (!receipt.holds(pair)) setValue(m_receipts, values, pair.key, pair.value);
  }
  if (m_originals) {
    for (std::size_t i = 0; i < Receipt::kKeyCount; ++i) {
      if (receipt.values[i]) m_originals->emplace_back(Receipt::kNames[i], *receipt.values[i]);
    }
    for (const LinePair& pair : around) {
      if (!receipt.holds(pair)) m_originals->emplace_back(pair.key, pair.value);
    }
  }
  const auto* shape = m_receipts.find(values);
  return shape && takeShape(*shape, values, sink);
}

void LineReader::keepOriginals(std::span<const LinePair> pairs) {
  if (!m_originals) return;
  for (const LinePair& pair : pairs) m_originals->emplace_back(pair.key, pair.value);
}

bool LineReader::takeShape(const ShapeSet::Compiled& shape, const SlotValues& values, RecordSink& sink) {
  m_lastProvider = shape.provider;
  if (shape.shape->leftOut) {
    if (!m_onlyPart) sink.issue(IssueKind::OtherEvent, m_place.line, shape.shape->label.at("en"));
    return !m_onlyPart;
  }
  if (m_onlyPart.value_or(0) != 0) return false;
  RecordView record;
  record.offset = m_place.offset;
  record.line = m_place.line;
  record.originalLine = this;
  ShapeSet::fill(shape, values, nullptr, record);
  if (record[Field::Time].empty()) record[Field::Time] = timeOfLine();
  sink.record(record);
  return true;
}

}  // namespace undelivered
