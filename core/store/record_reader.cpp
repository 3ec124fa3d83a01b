// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_reader.h"

#include <algorithm>
#include <utility>

#include "classify/classifier.h"
#include "input/record_parser.h"
#include "store/interpreter.h"

namespace undelivered {
namespace {

// A record by itself is short; neighbours are read along when rows come in the order of the log.
constexpr std::size_t kAloneBytes = std::size_t{4} << 10;
constexpr std::size_t kAlongBytes = std::size_t{256} << 10;
constexpr std::size_t kMargin = std::size_t{2} << 10;
// How many reads share one look at what the path names by now.
constexpr unsigned kNameEvery = 256;
// Sources whose parser and block are kept: a folder of messages has thousands.
constexpr std::size_t kMostOpen = 64;

/// Keeps what the parser finds at one place. The views of a record end with the call, so it is interpreted at once.
class OneRecord final : public RecordSink {
 public:
  OneRecord(Interpreter& interpreter, Record& into) : m_interpreter(interpreter), m_record(into) {}

  bool record(const RecordView& view) override {
    meaning = m_interpreter.interpret(view, *this);
    m_record.time = m_interpreter.timeOf(view, *this);
    m_record.recipient = view[Field::Recipient];
    m_record.customer = view[Field::Customer];
    m_record.reference = view[Field::Reference];
    m_record.messageId = view[Field::MessageId];
    m_record.eventId = view[Field::EventId];
    m_record.diagnostic = view[Field::Diagnostic];
    m_record.status = view[Field::Status];
    m_record.code = view[Field::Code];
    m_record.provider = view.provider;
    return meaning->isRecord;
  }
  void issue(IssueKind, std::uint32_t, std::string_view) override {}  // was told when the log was loaded

  std::optional<Interpreter::Meaning> meaning;

 private:
  Interpreter& m_interpreter;
  Record& m_record;
};

}  // namespace

struct RecordReader::State {
  struct Open {
    std::unique_ptr<RecordParser> parser;
    Block block;
    bool loaded = false;
    unsigned loads = 0;
  };

  explicit State(std::shared_ptr<const DeliveryLog> of)
      : log(std::move(of)),
        catalogue(&log->catalogue()),
        interpreter(std::shared_ptr<const Catalogue>(log, catalogue), log->zone()) {
    sources.resize(log->sources().size());
  }

  Result<Open*> openAt(SourceId id, std::uint64_t offset);
  bool agrees(RowId row, const Record& record, const Interpreter::Meaning& meaning) const;

  std::shared_ptr<const DeliveryLog> log;
  const Catalogue* catalogue;
  Interpreter interpreter;
  std::vector<Open> sources;
  std::vector<SourceId> opened;  // those with a parser, in a ring
  std::size_t oldest = 0;        // of them, once they are kMostOpen
  SourceId lastSource;
  std::uint64_t lastOffset = 0;
};

Result<RecordReader::State::Open*> RecordReader::State::openAt(SourceId id, std::uint64_t offset) {
  const Source& source = log->source(id);
  Open& open = sources[id.value];
  if (!open.parser) {
    if (opened.size() < kMostOpen) {
      opened.push_back(id);
    } else {
      sources[std::exchange(opened[oldest], id).value] = {};
      oldest = (oldest + 1) % kMostOpen;
    }
    open.parser =
        makeParser(source, [known = catalogue](std::string_view code) { return known->find(code).has_value(); });
  }
  const bool ahead = id == lastSource && offset >= lastOffset && offset - lastOffset < kAlongBytes;
  lastSource = id;
  lastOffset = offset;
  const std::uint64_t end = open.block.offset() + open.block.text().size();
  const bool inside = open.loaded && offset >= open.block.offset() &&
                      (offset + kMargin <= end || (offset < end && open.block.reachesEnd()));
  if (inside) return &open;
  open.loaded = false;
  const auto loaded = open.block.load(*source.file, offset, ahead ? kAlongBytes : kAloneBytes, source.state.size);
  // What is in memory is the log's text when the file is unchanged after the read; only a new read can meet another.
  if (const auto same = checkUnchanged(source, open.loads++ % kNameEvery == 0); !same) {
    return tl::unexpected(same.error());
  }
  if (!loaded) return tl::unexpected(loaded.error());
  open.loaded = true;
  return &open;
}

bool RecordReader::State::agrees(RowId row, const Record& record, const Interpreter::Meaning& meaning) const {
  const std::size_t chunkIndex = log->chunkOf(row);
  const Chunk& chunk = log->chunks()[chunkIndex];
  const std::uint32_t index = row.value - log->firstRow(chunkIndex);
  return chunk.recipientHash[index] == meaning.recipientHash && chunk.time[index] == meaning.seconds &&
         record.channel == log->kind(row).channel && record.outcome == log->kind(row).outcome;
}

RecordReader::RecordReader(std::shared_ptr<const DeliveryLog> log) : m_state(std::make_unique<State>(std::move(log))) {}
RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;

Result<Record> RecordReader::read(RowId row, Read what) {
  const DeliveryLog& log = *m_state->log;
  const std::size_t chunkIndex = log.chunkOf(row);
  const Chunk& chunk = log.chunks()[chunkIndex];
  const std::uint32_t index = row.value - log.firstRow(chunkIndex);
  const std::uint64_t offset = chunk.baseOffset + chunk.offset[index];

  const auto withPath = [&](Error error) {
    error.line = chunk.line(index);
    return failureAbout(log.source(chunk.source).path, std::move(error));
  };
  const auto open = m_state->openAt(chunk.source, offset);
  if (!open) return withPath(open.error());

  Record record;
  record.row = row;
  record.source = chunk.source;
  record.line = chunk.line(index);
  m_state->interpreter.startBlock();
  OneRecord sink(m_state->interpreter, record);
  const std::uint16_t part = chunk.part.empty() ? std::uint16_t{0} : chunk.part[index];
  OriginalFields* originals = what == Read::Everything ? &record.fields : nullptr;
  Block& block = (*open)->block;
  const std::size_t loaded = block.text().size();
  const auto parsed = (*open)->parser->parseOne(block, offset, part, sink, originals);
  if (block.text().size() != loaded || !parsed) {  // more was read, or what was read is no record
    if (const auto same = checkUnchanged(log.source(chunk.source)); !same) {
      (*open)->loaded = false;
      return withPath(same.error());
    }
  }
  if (!parsed) return withPath(parsed.error());
  if (!sink.meaning || !sink.meaning->isRecord) return withPath({ErrorCode::FileChanged, {}, {}});
  const Classification& kind = m_state->interpreter.classification(sink.meaning->kind);
  record.channel = kind.channel;
  record.outcome = kind.outcome;
  record.mapping = kind.row;
  record.reason = log.kind(row).reason;
  if (!m_state->agrees(row, record, *sink.meaning)) return withPath({ErrorCode::FileChanged, {}, {}});
  return record;
}

}  // namespace undelivered
