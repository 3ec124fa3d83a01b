// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/lines/lines_parser.h"

#include <algorithm>
#include <cstring>

#include "input/encoding.h"
#include "input/lines/line_reader.h"

namespace undelivered {
namespace {

constexpr std::size_t kExtendBytes = std::size_t{64} << 10;
constexpr std::size_t kSampleBytes = 120;

class LinesParser final : public RecordParser {
 public:
  LinesParser(const Source& source, KnownCode knownCode)
      : m_file(source.file),
        m_fileSize(source.state.size),
        m_windows1252(source.recognition.encoding == Encoding::Windows1252),
        m_checkNul(source.recognition.hasNul),
        m_reader(std::move(knownCode)) {}

  std::optional<std::uint64_t> guessStart(const Block& block, std::uint64_t end) override {
    const auto window = std::min<std::size_t>(static_cast<std::size_t>(end - block.offset()), block.text().size());
    const std::size_t found = block.text().substr(0, window).find('\n');
    if (found == std::string_view::npos || found + 1 >= window) return std::nullopt;
    return block.offset() + found + 1;
  }

  Result<Parsed> parse(Block& block, std::uint64_t start, std::uint64_t end, RecordSink& sink) override;
  Result<void> parseOne(Block& block, std::uint64_t offset, std::uint16_t part, RecordSink& sink,
                        OriginalFields* originals) override;

 private:
  /// A line in the block; too long ones have no text but their beginning.
  struct Line {
    std::string_view text;   ///< without its end
    std::uint64_t next = 0;  ///< the file offset behind its end
    bool ended = false;      ///< by a line break, not by the end of the file
    bool tooLong = false;
  };
  Result<Line> lineAt(Block& block, std::uint64_t offset);
  /// The file offset behind the line break at or after `offset`, the file's size where there is none: what is passed
  /// over is never kept.
  Result<std::uint64_t> passLine(std::uint64_t offset, bool& ended);
  void take(const Line& line, std::uint64_t offset, RecordSink& sink);
  /// The line as UTF-8.
  std::string_view decoded(std::string_view line, std::uint32_t number, RecordSink& sink);

  std::shared_ptr<const RandomAccessFile> m_file;
  std::uint64_t m_fileSize;
  bool m_windows1252;
  bool m_checkNul;
  LineReader m_reader;
  std::string m_decoded, m_passed;
  std::uint32_t m_lines = 0;
};

Result<std::uint64_t> LinesParser::passLine(std::uint64_t offset, bool& ended) {
  m_passed.resize(kMaxRecordBytes);
  while (offset < m_fileSize) {
    if (stopRequested()) return cancelled();
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(m_passed.size(), m_fileSize - offset));
    const auto read = m_file->readAt(offset, {m_passed.data(), wanted});
    if (!read) return tl::unexpected(read.error());
    if (*read < wanted) return failure(ErrorCode::FileShrank, {});
    const std::size_t found = std::string_view(m_passed.data(), wanted).find('\n');
    ended = found != std::string_view::npos;
    if (ended) return offset + found + 1;
    offset += wanted;
  }
  return m_fileSize;
}

Result<LinesParser::Line> LinesParser::lineAt(Block& block, std::uint64_t offset) {
  const auto at = static_cast<std::size_t>(offset - block.offset());
  std::size_t searched = at;
  std::size_t more = kExtendBytes;
  while (true) {
    // What is too long is so whatever the block holds by now; a line's end can be two characters.
    const std::string_view text = block.text().substr(0, at + kMaxRecordBytes + 2);
    const std::size_t found = text.find('\n', searched);
    Line line;
    if (found != std::string_view::npos || (block.reachesEnd() && text.size() == block.text().size())) {
      line.ended = found != std::string_view::npos;
      line.text = text.substr(at, std::min(found, text.size()) - at);
      line.next = offset + line.text.size() + line.ended;
      if (line.ended && line.text.ends_with('\r')) line.text.remove_suffix(1);
      line.tooLong = line.text.size() > kMaxRecordBytes;
      return line;
    }
    if (text.size() > at + kMaxRecordBytes + 1) {
      line.tooLong = true;
      line.text = text.substr(at, kSampleBytes);
      const auto next = passLine(block.offset() + text.size(), line.ended);
      if (!next) return tl::unexpected(next.error());
      line.next = *next;
      return line;
    }
    searched = text.size();
    if (const auto extended = block.extend(more); !extended) return tl::unexpected(extended.error());
    more *= 2;
  }
}

std::string_view LinesParser::decoded(std::string_view line, std::uint32_t number, RecordSink& sink) {
  if (isAscii(line)) return line;
  if (!m_windows1252 && isValidUtf8(line)) return line;
  m_decoded.clear();
  appendWindows1252(m_decoded, line);
  if (!m_windows1252) sink.issue(IssueKind::BadEncoding, number, beginningOf(m_decoded, kSampleBytes));
  return m_decoded;
}

void LinesParser::take(const Line& line, std::uint64_t offset, RecordSink& sink) {
  if (line.tooLong) {
    sink.issue(IssueKind::RecordTooLong, m_lines, toUtf8(beginningOf(line.text, kSampleBytes)));
    return;
  }
  if (std::all_of(line.text.begin(), line.text.end(), [](char c) { return isBlank(c) || c == '\r'; })) return;
  const std::string_view text = decoded(line.text, m_lines, sink);
  if (m_checkNul && text.find('\0') != std::string_view::npos) {
    sink.issue(IssueKind::NulByte, m_lines, beginningOf(text, kSampleBytes));
  }
  if (m_reader.read(text, {offset, m_lines}, sink)) return;
  sink.issue(IssueKind::NoRecord, m_lines, beginningOf(text, kSampleBytes));
}

Result<RecordParser::Parsed> LinesParser::parse(Block& block, std::uint64_t start, std::uint64_t end,
                                                RecordSink& sink) {
  m_lines = 0;
  std::uint64_t at = start;
  while (at < end && at < m_fileSize) {
    if (stopRequested()) return cancelled();
    const auto line = lineAt(block, at);
    if (!line) return tl::unexpected(line.error());
    take(*line, at, sink);
    m_lines += line->ended;
    at = line->next;
  }
  return Parsed{at, m_lines};
}

Result<void> LinesParser::parseOne(Block& block, std::uint64_t offset, std::uint16_t part, RecordSink& sink,
                                   OriginalFields* originals) {
  const auto line = lineAt(block, offset);
  if (!line) return tl::unexpected(line.error());
  if (line->tooLong || !m_reader.readPart(decoded(line->text, 0, sink), {offset, 0}, part, sink, originals)) {
    return failure(ErrorCode::FileChanged, {});
  }
  return {};
}

}  // namespace

std::unique_ptr<RecordParser> makeLinesParser(const Source& source, KnownCode knownCode) {
  return std::make_unique<LinesParser>(source, std::move(knownCode));
}

}  // namespace undelivered
