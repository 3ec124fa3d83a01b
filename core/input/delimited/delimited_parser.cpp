// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/delimited_parser.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "input/delimited/cell_reader.h"
#include "input/delimited/left_out_rows.h"
#include "input/delimited/line_cells.h"
#include "input/delimited/line_in_cell.h"
#include "input/delimited/plain_run.h"
#include "input/delimited/record_start.h"
#include "input/delimited/scanned_lines.h"
#include "input/delimited/split.h"
#include "input/encoding.h"
#include "input/field_header.h"
#include "input/lines/receipt_cell.h"

namespace undelivered {
namespace {

// Text scanned before its records are taken: small enough that both stay in the first-level caches.
constexpr std::uint32_t kStripBytes = 16 << 10;
// The same where one record alone is wanted, which mostly is shorter.
constexpr std::uint32_t kOneRecordBytes = 256;
constexpr std::size_t kSampleBytes = 120;

/// A cell of a record whose cells end at these places of the text, the first one being behind ends[-1].
inline std::string_view cellBetween(const char* text, const std::uint32_t* ends, std::uint16_t column) {
  const std::uint32_t begin = ends[std::int32_t{column} - 1] + 1;
  return {text + begin, ends[column] - begin};
}

/// Nothing but delimiters, or an empty line.
inline bool isEmpty(std::string_view line, std::size_t cells) { return line.size() + 1 == cells; }

class DelimitedParser final : public RecordParser, private OriginalLine, private PlainRecords::Views {
 public:
  explicit DelimitedParser(const Source& source)
      : m_delimiter(source.recognition.delimiter),
        m_names(source.recognition.columns),
        m_columns(source.recognition.columns.size()),
        m_columnOf(source.recognition.columnOf),
        m_checkUtf8(source.recognition.encoding == Encoding::Utf8),
        m_checkNul(source.recognition.hasNul),
        m_hasHeader(source.recognition.headerLine > 0),
        m_impliedStatus(source.recognition.impliedStatus + std::string(kPaddedBytes, '\0')),
        m_leftOut(source.recognition.leftOutRows),
        m_receiptColumn(source.recognition.receiptColumn),
        m_isOdd(m_receiptColumn || !m_leftOut.empty()),
        m_reader(source.recognition) {
    if (m_receiptColumn) m_receipt = std::make_unique<ReceiptCell>();
    m_plain.records().views = this;
    m_view.values.fill(kPaddedEmpty);
    // No column fills this field then, so that it stays.
    m_view[Field::Status] = {m_impliedStatus.data(), source.recognition.impliedStatus.size()};
    m_view.originalLine = this;
    m_view.cutIds = source.recognition.cutIds;
    m_view.provider = source.recognition.provider;
  }

  void alsoRead(Field field) override { m_reader.alsoRead(field); }
  void deferKind() override {
    if (!m_receiptColumn) m_reader.deferKind();
  }
  std::optional<std::uint64_t> guessStart(const Block& block, std::uint64_t end) override {
    return guessRecordStart(block, end, m_delimiter, m_columns);
  }
  Result<Parsed> parse(Block& block, std::uint64_t start, std::uint64_t end, RecordSink& sink) override;
  Result<void> parseOne(Block& block, std::uint64_t offset, std::uint16_t part, RecordSink& sink,
                        OriginalFields* originals) override;

 private:
  void scanRegular(const Block& block, std::uint32_t& at, std::uint32_t end, RecordSink& sink);
  /// Takes the records whose lines the scan has completed; false at one that has to be split exactly.
  bool takeRecords(const Block& block, std::uint32_t& at, std::uint32_t end, RecordSink& sink);
  /// Hands on the plain records that the next lines begin with.
  void takePlainRecords(const Block& block, ScannedLines& lines, RecordSink& sink);
  const RecordView& view(std::uint32_t index) override;
  Result<void> takeExactly(Block& block, std::uint32_t& at, RecordSink& sink);
  /// Takes one record as takeExactly() would; false, and nothing done, where the scan cannot vouch for it.
  bool takeOneRegular(const Block& block, std::uint32_t at, RecordSink& sink);
  /// `kRegular` as in CellReader::read().
  template <bool kRegular, class Raw>
  void emit(const Block& block, std::uint32_t at, std::size_t cells, std::string_view line, const Raw& raw,
            RecordSink& sink);
  /// The same for a record that is neither empty nor a line in a cell; false where the sink took none.
  template <bool kRegular, class Raw>
  [[gnu::always_inline]] inline bool handOn(const Block& block, std::uint32_t at, std::size_t cells,
                                            std::string_view line, const Raw& raw, RecordSink& sink);
  /// Takes a line that stands as a whole in one quoted cell; false, and nothing done, where it is none.
  [[gnu::noinline, gnu::cold]] bool takeLineInCell(const Block& block, std::uint32_t at, std::string_view line,
                                                   RecordSink& sink);
  /// Hands on a record of a table with rows to leave out, or with receipts in a column.
  template <class Raw>
  [[gnu::noinline, gnu::cold]] bool takeOdd(Raw raw, RecordSink& sink);
  void tellBytes(std::string_view line, RecordSink& sink);
  void setDoubtful(bool doubtful) {
    m_reader.setDoubtful(doubtful);
    m_tellBytes = doubtful || m_checkNul;
    m_plain.start(!m_readAll && !m_tellBytes && !m_isOdd && m_reader.plainColumns().has_value());
  }

  void readKind() override {
    m_reader.readKind(m_view, [this](std::uint16_t column) {
      return m_plainIndex ? m_plain.cell(*m_plainIndex, column) : cellBetween(m_text, m_ends, column);
    });
  }
  std::string text() const override { return m_reader.text(beginningOf(m_line, kSampleBytes)); }
  bool namesColumn(Field field, std::string_view text) const override;
  bool impliesStatus() const override { return m_impliedStatus.size() > kPaddedBytes; }
  bool repeatsHeader() const override { return m_hasHeader && areHeader(cellsOfLine(), m_names); }
  std::optional<std::string> onlyFirstCell() const override { return onlyFirstOf(cellsOfLine(), m_columns); }
  std::vector<std::string> cellsOfLine() const {
    return undelivered::cellsOfLine(m_line, m_delimiter, m_columns, m_reader);
  }

  char m_delimiter;
  std::vector<std::string> m_names;
  std::size_t m_columns;
  std::array<std::optional<std::uint16_t>, kFieldCount> m_columnOf;
  bool m_checkUtf8;
  bool m_checkNul;
  bool m_hasHeader;
  std::string m_impliedStatus;
  bool m_tellBytes = false;  // whether a line may have bytes that are told
  std::vector<LeftOutRows> m_leftOut;
  std::optional<std::uint16_t> m_receiptColumn;
  std::unique_ptr<ReceiptCell> m_receipt;
  bool m_isOdd;
  CellReader m_reader;
  StructureScan m_scan;
  SplitRecord m_split;
  LineInCell m_lineInCell;
  bool m_isInCell = false;  // what was taken exactly is what m_lineInCell has
  RecordView m_view;
  const char* m_text = nullptr;           // of the block that is taken
  const std::uint32_t* m_ends = nullptr;  // of the cells of a regular record that is handed on
  std::string_view m_line;                // of the record that is handed on
  std::uint32_t m_lines = 0;              // since the start of the parse
  bool m_readAll = false;
  PlainRun m_plain;
  std::optional<std::uint32_t> m_plainIndex;  // of the one of them that is handed on
};

template <bool kRegular, class Raw>
void DelimitedParser::emit(const Block& block, std::uint32_t at, std::size_t cells, std::string_view line,
                           const Raw& raw, RecordSink& sink) {
  if (isEmpty(line, cells)) return;
  const bool inCell = line[0] == '"' && takeLineInCell(block, at, line, sink);
  if (!inCell) handOn<kRegular>(block, at, cells, line, raw, sink);
}

template <bool kRegular, class Raw>
bool DelimitedParser::handOn(const Block& block, std::uint32_t at, std::size_t cells, std::string_view line,
                             const Raw& raw, RecordSink& sink) {
  m_view.offset = block.offset() + at;
  m_view.line = m_lines;
  m_line = line;
  m_reader.read(m_view, m_readAll, kRegular, raw);
  if (m_isOdd) [[unlikely]] {
    if (!takeOdd(raw, sink)) return false;
  } else if (!sink.record(m_view)) {
    return false;
  }
  if (m_tellBytes) tellBytes(line, sink);
  if (cells < m_columns) {
    sink.issue(IssueKind::TooFewColumns, m_lines, m_reader.text(beginningOf(line, kSampleBytes)));
  } else if (cells > m_columns) {
    for (std::size_t i = m_columns; i < cells; ++i) {
      if (raw(static_cast<std::uint16_t>(i)).empty()) continue;
      sink.issue(IssueKind::TooManyColumns, m_lines, m_reader.text(beginningOf(line, kSampleBytes)));
      break;
    }
  }
  return true;
}

bool DelimitedParser::takeLineInCell(const Block& block, std::uint32_t at, std::string_view line, RecordSink& sink) {
  if (!m_lineInCell.take(line, m_delimiter, m_columns)) return false;
  const auto raw = [this](std::uint16_t column) { return m_lineInCell.cell(column); };
  if (handOn<false>(block, at, m_columns, m_lineInCell.text(), raw, sink))
    sink.issue(IssueKind::QuotedLines, m_lines, m_reader.text(beginningOf(m_line, kSampleBytes)));
  return true;
}

template <class Raw>
bool DelimitedParser::takeOdd(Raw raw, RecordSink& sink) {
  const auto text = [&](std::uint16_t column) { return m_reader.cell(raw(column)); };
  if (const Shape* other = shapeLeftOut(m_leftOut, text)) {
    sink.issue(IssueKind::OtherEvent, m_lines, other->label.at("en"));
    return false;
  }
  return m_receipt ? m_receipt->handOn(text(*m_receiptColumn), m_view, sink) : sink.record(m_view);
}

void DelimitedParser::tellBytes(std::string_view line, RecordSink& sink) {
  const auto tell = [&](IssueKind kind) { sink.issue(kind, m_lines, m_reader.text(beginningOf(line, kSampleBytes))); };
  if (m_reader.isInvalid(line)) tell(IssueKind::BadEncoding);
  if (m_checkNul && line.find('\0') != std::string_view::npos) tell(IssueKind::NulByte);
}

bool DelimitedParser::namesColumn(Field field, std::string_view text) const {
  const auto column = m_columnOf[static_cast<std::size_t>(field)];
  return column && sameHeader(m_names[*column], text);
}

const RecordView& DelimitedParser::view(std::uint32_t index) {
  const PlainRecords& plain = m_plain.records();
  const std::uint32_t at = plain.before[index] + 1;
  m_plainIndex = index;
  m_line = {m_text + at, plain.end[index] - at};
  m_view.offset = plain.textOffset + at;
  m_view.line = plain.firstLine + index;
  m_reader.read(m_view, false, true, [=, this](std::uint16_t column) { return m_plain.cell(index, column); });
  return m_view;
}

void DelimitedParser::takePlainRecords(const Block& block, ScannedLines& lines, RecordSink& sink) {
  m_plain.take(lines, *m_reader.plainColumns(), static_cast<std::uint32_t>(m_columns));
  PlainRecords& plain = m_plain.records();
  if (plain.count == 0) return;
  plain.textOffset = block.offset();
  plain.firstLine = m_lines;
  plain.kindColumns = m_reader.kindColumns();
  plain.provider = m_view.provider;
  if (!sink.plainRecords(plain)) m_plain.giveUp();
  m_plainIndex.reset();
  m_lines += plain.count;
  m_plain.pass(lines);
}

bool DelimitedParser::takeRecords(const Block& block, std::uint32_t& at, std::uint32_t end, RecordSink& sink) {
  const char* const text = m_text = block.text().data();
  bool regular = true;
  ScannedLines lines{m_scan, text, at, end};
  for (; !lines.done(); ++lines.line) {
    if (m_plain.pays()) {
      takePlainRecords(block, lines, sink);
      if (lines.done()) break;
    }
    const std::uint32_t last = m_scan.lineEnds()[lines.line];
    std::uint32_t* const ends = lines.ends();
    const std::size_t cells = last - lines.first + 1;
    const std::uint32_t start = lines.at;
    const std::uint32_t lineEnd = ends[cells - 1];
    const std::uint32_t breaks = 1 + lines.passBreaks(lineEnd);
    if (lineEnd - start > kMaxRecordBytes || (breaks > 1 && (cells != m_columns || breaks > kTrustedLines))) {
      regular = false;
      break;
    }
    const std::uint32_t stop =
        lineEnd > start && text[lineEnd] == '\n' && text[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    // So that every cell lies between two structurals.
    ends[-1] = start - 1;
    ends[cells - 1] = stop;
    const auto cell = [=](std::uint16_t column) { return cellBetween(text, ends, column); };
    const std::string_view line{text + start, stop - start};
    if (cells == m_columns) {
      m_ends = ends;
      emit<true>(block, start, cells, line, cell, sink);
    } else {
      emit<false>(
          block, start, cells, line, [&](std::uint16_t column) { return column < cells ? cell(column) : kPaddedEmpty; },
          sink);
    }
    m_lines += breaks;
    lines.at = lineEnd + 1;
    lines.first = last + 1;
  }
  at = lines.at;
  m_scan.consume(lines.first, at);
  return regular;
}

void DelimitedParser::scanRegular(const Block& block, std::uint32_t& at, std::uint32_t end, RecordSink& sink) {
  const std::string_view text = block.text();
  const auto size = static_cast<std::uint32_t>(text.size());
  // Whether a CR ends a line hangs on the next character: away from the end of the file one must be there.
  const std::uint32_t readable = block.reachesEnd() ? size : (size > 0 ? size - 1 : 0);
  std::uint32_t scanned = at;
  m_scan.reset();
  while (at < end) {
    std::uint32_t to = std::min(scanned + kStripBytes, readable);
    if (!(block.reachesEnd() && to == size)) to = scanned + (to > scanned ? (to - scanned) / 64 * 64 : 0);
    if (to <= scanned) return;
    const std::uint32_t stopped = m_scan.scan(text.data(), scanned, to, m_delimiter);
    scanned = stopped;
    if (!takeRecords(block, at, end, sink) || stopped < to) return;
    if (scanned - at > kMaxRecordBytes) return;
  }
}

Result<void> DelimitedParser::takeExactly(Block& block, std::uint32_t& at, RecordSink& sink) {
  const std::size_t loaded = block.text().size();
  if (const auto split = splitRecord(block, at, m_delimiter, m_columns, m_split); !split) return split;
  if (block.text().size() > loaded) setDoubtful(m_checkUtf8);  // what came in has not been looked at
  const char* text = block.text().data();
  std::uint32_t stop = m_split.end;
  while (stop > at && (text[stop - 1] == '\n' || text[stop - 1] == '\r')) --stop;
  const std::string_view line{text + at, stop - at};
  m_isInCell = !m_split.tooLong && takeLineInCell(block, at, line, sink);
  const auto tell = [&](IssueKind kind) { sink.issue(kind, m_lines, m_reader.text(beginningOf(line, kSampleBytes))); };
  if (m_split.tooLong) {
    tell(IssueKind::RecordTooLong);
  } else if (!m_isInCell) {
    const auto kind = m_split.unterminatedQuote ? IssueKind::UnterminatedQuote : IssueKind::MisplacedQuote;
    if (m_split.unterminatedQuote || m_split.misplacedQuote) tell(kind);
    const auto raw = [&](std::uint16_t column) -> std::string_view {
      return column < m_split.cells.size() ? rawCell(block.text(), m_split.cells[column]) : kPaddedEmpty;
    };
    if (!isEmpty(line, m_split.cells.size())) handOn<false>(block, at, m_split.cells.size(), line, raw, sink);
  }
  m_lines += m_split.lines;
  at = m_split.end;
  return {};
}

Result<RecordParser::Parsed> DelimitedParser::parse(Block& block, std::uint64_t start, std::uint64_t end,
                                                    RecordSink& sink) {
  assert(start >= block.offset());
  m_lines = 0;
  m_readAll = false;
  auto at = static_cast<std::uint32_t>(start - block.offset());
  const auto stop = static_cast<std::uint32_t>(end - block.offset());
  if (m_checkUtf8 && at < block.text().size()) {
    // A character cut by the block's end belongs to a record that extends the block, and is looked at again then.
    const std::string_view text = block.text().substr(at);
    setDoubtful(!(block.reachesEnd() ? isValidUtf8(text) : isValidUtf8Piece(text)));
  }
  if (!m_checkUtf8) setDoubtful(false);
  while (at < stop && at < block.text().size()) {
    if (stopRequested()) return cancelled();
    scanRegular(block, at, stop, sink);
    if (at >= stop || at >= block.text().size()) break;
    if (const auto taken = takeExactly(block, at, sink); !taken) return tl::unexpected(taken.error());
  }
  return Parsed{block.offset() + at, m_lines};
}

Result<void> DelimitedParser::parseOne(Block& block, std::uint64_t offset, std::uint16_t part, RecordSink& sink,
                                       OriginalFields* originals) {
  m_lines = 0;
  auto at = static_cast<std::uint32_t>(offset - block.offset());
  if (part != 0 || at >= block.text().size()) return failure(ErrorCode::FileChanged, {});
  m_readAll = true;
  if (!originals && takeOneRegular(block, at, sink)) return {};
  setDoubtful(m_checkUtf8);
  if (const auto taken = takeExactly(block, at, sink); !taken) return tl::unexpected(taken.error());
  if (m_split.tooLong) return failure(ErrorCode::FileChanged, {});

  if (!originals) return {};
  auto& fields = *originals;
  const SplitRecord& split = m_isInCell ? m_lineInCell.split() : m_split;
  fields.reserve(std::max(m_columns, split.cells.size()));
  const std::string_view text = m_isInCell ? m_lineInCell.text() : block.text();
  for (std::size_t i = 0; i < split.cells.size(); ++i) {
    const std::string_view raw = rawCell(text, split.cells[i]);
    fields.emplace_back(i < m_columns ? m_names[i] : fmt::format("#{}", i + 1), m_reader.cell(raw));
  }
  for (std::size_t i = fields.size(); i < m_columns; ++i) fields.emplace_back(m_names[i], std::string());
  return {};
}

bool DelimitedParser::takeOneRegular(const Block& block, std::uint32_t at, RecordSink& sink) {
  const std::string_view text = block.text();
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t readable = size > 0 ? size - 1 : 0;  // a CR at the end needs the next character
  m_scan.reset();
  for (std::uint32_t scanned = at; m_scan.lineEndCount() == 0;) {
    const std::uint32_t to = scanned + std::min(kOneRecordBytes, (readable - scanned) / 64 * 64);
    if (to == scanned || m_scan.scan(text.data(), scanned, to, m_delimiter) < to) return false;
    scanned = to;
  }
  const std::uint32_t lineEnd = m_scan.structurals()[m_scan.lineEnds()[0]];
  setDoubtful(m_checkUtf8 && !isValidUtf8(text.substr(at, lineEnd - at)));
  return takeRecords(block, at, at + 1, sink);
}

}  // namespace

std::unique_ptr<RecordParser> makeDelimitedParser(const Source& source) {
  return std::make_unique<DelimitedParser>(source);
}

}  // namespace undelivered
