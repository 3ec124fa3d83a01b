// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/preview.h"

#include <algorithm>

#include "input/delimited/recognise_delimited.h"
#include "input/encoding.h"
#include "input/recognise.h"

namespace undelivered {
namespace {

constexpr std::size_t kStepBytes = std::size_t{16} << 10;
constexpr std::size_t kRecordBytes = std::size_t{4} << 10;
constexpr std::uint64_t kMostBytes = std::uint64_t{8} << 20;
constexpr std::size_t kShownBytes = 2000;  // of a cell
constexpr std::size_t kMarkBytes = 3;      // a byte order mark in UTF-8

/// Keeps the first rows; what is told of a line without a record becomes a row too.
class Collector final : public RecordSink {
 public:
  Collector(std::size_t count, std::uint64_t line, const LookAtRecord& look)
      : m_count(count), m_startLine(line), m_look(look) {}

  void startAt(std::uint64_t line) { m_startLine = line; }
  bool isFull() const { return m_rows.size() >= m_count; }
  std::vector<FirstRow>& rows() { return m_rows; }

  bool record(const RecordView& view) override {
    if (isFull()) return true;
    FirstRow row;
    row.line = m_startLine + view.line;
    row.offset = view.offset;
    row.part = view.part;
    // What was told of this line before its record came belongs to it.
    if (!m_rows.empty() && m_rows.back().line == row.line && !m_rows.back().wasLookedAt) {
      row.issues = std::move(m_rows.back().issues);
      m_rows.pop_back();
    }
    row.wasLookedAt = true;
    m_rows.push_back(std::move(row));
    const bool isRecord = m_look(view, *this);
    m_rows.back().isRecord = isRecord;
    return isRecord;
  }

  void issue(IssueKind kind, std::uint32_t line, std::string_view detail) override {
    const std::uint64_t at = m_startLine + line;
    if (m_rows.empty() || m_rows.back().line != at) {
      if (isFull()) return;
      FirstRow row;
      row.line = at;
      m_rows.push_back(std::move(row));
    }
    m_rows.back().issues.push_back({kind, std::string(beginningOf(detail, kShownBytes))});
  }

 private:
  std::size_t m_count;
  std::uint64_t m_startLine;
  const LookAtRecord& m_look;
  std::vector<FirstRow> m_rows;
};

struct NoSink final : RecordSink {
  bool record(const RecordView&) override { return true; }
  void issue(IssueKind, std::uint32_t, std::string_view) override {}
};

/// The cells of a table's row; empty for a row that has no text of its own.
Result<void> readCells(const Source& source, RecordParser& parser, FirstRow& row) {
  Block block;
  if (const auto loaded = block.load(*source.file, row.offset, kRecordBytes, source.state.size); !loaded) {
    return tl::unexpected(loaded.error());
  }
  NoSink none;
  OriginalFields originals;
  if (const auto parsed = parser.parseOne(block, row.offset, row.part, none, &originals); !parsed) {
    return tl::unexpected(parsed.error());
  }
  for (auto& [name, text] : originals) {
    row.cells.push_back(text.size() > kShownBytes ? std::string(beginningOf(text, kShownBytes)) + "…"
                                                  : std::move(text));
  }
  return {};
}

}  // namespace

Result<std::shared_ptr<const Source>> openForPreview(const FileSystem& files, const std::filesystem::path& file,
                                                     const std::string& log, std::stop_token stop,
                                                     std::optional<Encoding> encoding) {
  ReadOptions options;
  options.encoding = encoding;
  options.anyTable = true;
  auto logs = LogOpener(files, options, std::move(stop)).open(file);
  if (!logs) return tl::unexpected(logs.error());
  const auto found =
      std::find_if(logs->sources.begin(), logs->sources.end(), [&](const auto& source) { return source->path == log; });
  return found == logs->sources.end() ? logs->sources.front() : *found;
}

bool isWorkbook(const Source& source) { return source.container.ends_with("xlsx"); }

Result<std::shared_ptr<const Source>> recogniseAgain(const Source& opened, const ReadOptions& options) {
  auto again = std::make_shared<Source>(opened);
  if (opened.recognition.format != Format::Delimited) return again;
  const bool decoded = isDecoded(opened.recognition.encoding);
  // What was unpacked or decoded has lost its mark.
  const std::size_t start = opened.recognition.byteOrderMark && !opened.original ? kMarkBytes : 0;
  std::string sample(static_cast<std::size_t>(std::min<std::uint64_t>(opened.state.size, kSampleBytes)), '\0');
  const auto read = opened.file->readAt(0, sample);
  if (!read) return failureAbout(opened.path, read.error());
  if (*read < sample.size()) return failure(ErrorCode::FileShrank, opened.path);

  ReadOptions wanted = options;
  wanted.anyTable = true;
  if (isWorkbook(opened)) wanted.delimiter = opened.recognition.delimiter;
  auto recognition = recogniseDelimited(std::string_view(sample).substr(start), sample.size() == opened.state.size,
                                        wanted, opened.path);
  if (!recognition) return tl::unexpected(recognition.error());
  again->recognition = std::move(*recognition);
  again->recognition.byteOrderMark = opened.recognition.byteOrderMark;
  again->recognition.hasNul = opened.recognition.hasNul;
  again->recognition.quotedLines = opened.recognition.quotedLines;
  again->recognition.dataOffset += start;
  again->recognition.encoding = opened.recognition.encoding;
  const Encoding encoding = encodingWanted(*again, options);
  if (!decoded && !isDecoded(encoding)) again->recognition.encoding = encoding;
  return again;
}

Encoding encodingWanted(const Source& recognised, const ReadOptions& options) {
  const Recognition& recognition = recognised.recognition;
  const bool isWide = recognition.encoding == Encoding::Utf16Le || recognition.encoding == Encoding::Utf16Be;
  if (isWide || isWorkbook(recognised)) return recognition.encoding;
  return options.encoding.value_or(recognition.chosenEncoding.value_or(recognition.encoding));
}

Result<std::vector<FirstRow>> firstRows(const Source& source, std::size_t count, const KnownCode& knownCode,
                                        const LookAtRecord& look, const std::stop_token& stop) {
  const auto parser = makeParser(source, knownCode);
  if (!parser) return failure(ErrorCode::UnsupportedFormat, source.path, std::string(name(source.recognition.format)));
  parser->setStop(stop);
  const std::uint64_t size = source.state.size;
  std::uint64_t at = source.recognition.dataOffset, line = source.recognition.dataLine;
  const std::uint64_t stopAt = std::min(size, at + kMostBytes);
  Collector collector(count, line, look);
  Block block;
  while (at < stopAt && !collector.isFull()) {
    if (stop.stop_requested()) return cancelled();
    collector.startAt(line);
    const auto loaded = block.load(*source.file, at, 2 * kStepBytes, size);
    if (!loaded) return failureAbout(source.path, loaded.error());
    const auto parsed = parser->parse(block, at, std::min(size, at + kStepBytes), collector);
    if (!parsed) return failureAbout(source.path, parsed.error());
    line += parsed->lines;
    at = parsed->end;
  }
  if (source.recognition.format == Format::Delimited) {
    for (FirstRow& row : collector.rows()) {
      if (stop.stop_requested()) return cancelled();
      if (!row.wasLookedAt) continue;
      if (const auto cells = readCells(source, *parser, row); !cells) {
        return failureAbout(source.path, cells.error());
      }
    }
  }
  if (const auto same = checkUnchanged(source, false); !same && same.error().code != ErrorCode::FileGrew) {
    return tl::unexpected(same.error());
  }
  return std::move(collector.rows());
}

}  // namespace undelivered
