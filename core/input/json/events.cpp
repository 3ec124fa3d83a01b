// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/events.h"

#include <algorithm>
#include <cstring>

#include "input/encoding.h"
#include "input/json/element_split.h"
#include "input/json/flatten.h"
#include "input/json/object_reader.h"
#include "input/json/wrapper_split.h"

namespace undelivered {
namespace {

constexpr std::size_t kExtendBytes = std::size_t{64} << 10;
constexpr std::size_t kSampleBytes = 120;
constexpr std::uint64_t kLongestSkipped = 16 * kMaxRecordBytes;  // of an object that is no record

class EventsParser final : public RecordParser {
 public:
  EventsParser(const Source& source, KnownCode knownCode)
      : m_file(source.file),
        m_fileSize(source.state.size),
        m_linewise(source.recognition.oneObjectPerLine),
        m_wrapped(source.recognition.wrapped),
        m_windows1252(source.recognition.encoding == Encoding::Windows1252),
        m_isProviders(source.recognition.format == Format::ProviderEvents),
        m_reader(m_isProviders, std::move(knownCode)) {}

  std::optional<std::uint64_t> guessStart(const Block& block, std::uint64_t end) override {
    if (!m_linewise) return std::nullopt;
    const auto window = std::min<std::size_t>(static_cast<std::size_t>(end - block.offset()), block.text().size());
    const std::size_t found = block.text().substr(0, window).find('\n');
    if (found == std::string_view::npos || found + 1 >= window) return std::nullopt;
    return block.offset() + found + 1;
  }

  Result<Parsed> parse(Block& block, std::uint64_t start, std::uint64_t end, RecordSink& sink) override;
  Result<void> parseOne(Block& block, std::uint64_t offset, std::uint16_t part, RecordSink& sink,
                        OriginalFields* originals) override;

 private:
  Result<JsonElement> next(Block& block, std::uint32_t at);
  /// Takes the object that fills the line at `at`, as next() and emit() would; false, and nothing done, where there is
  /// none, or where it is not plain JSON.
  bool takeLine(const Block& block, std::uint32_t& at, std::uint32_t stop, RecordSink& sink);
  /// The same of one that is laid out as one before.
  bool takeMatched(const Block& block, std::uint32_t& at, RecordSink& sink);
  /// Takes the next object, wherever it stands, as next() and emit() would, where it is a provider's and is laid out as
  /// one before; false, and nothing done, where it is not.
  bool takeAnywhere(const Block& block, std::uint32_t& at, std::uint32_t stop, RecordSink& sink);
  void emit(const Block& block, const JsonElement& element, RecordSink& sink);
  /// Passes over what does not fit into a block, and tells it where it may be a record. Where it ends in the file.
  Result<std::uint64_t> skip(const Block& block, const JsonElement& element, RecordSink& sink);
  /// The element's DOM; nothing when it is no JSON.
  std::optional<simdjson::dom::element> parseObject(std::string_view text, std::uint32_t line, RecordSink& sink);

  std::shared_ptr<const RandomAccessFile> m_file;
  std::uint64_t m_fileSize;
  bool m_linewise;
  bool m_wrapped;
  bool m_windows1252;
  bool m_isProviders;
  simdjson::dom::parser m_parser;
  ObjectReader m_reader;
  std::string m_decoded;
  std::string_view m_text;  // of the last object, as it was parsed
  std::uint32_t m_lines = 0;
};

Result<JsonElement> EventsParser::next(Block& block, std::uint32_t at) {
  std::size_t more = kExtendBytes;
  while (true) {
    const JsonElement element = m_wrapped ? nextWrapped(block.text(), at, block.reachesEnd(), m_linewise)
                                          : nextElement(block.text(), at, block.reachesEnd(), m_linewise);
    if (element.kind != JsonElement::Kind::NeedMore) return element;
    if (const auto extended = block.extend(more); !extended) return tl::unexpected(extended.error());
    more *= 2;
  }
}

std::optional<simdjson::dom::element> EventsParser::parseObject(std::string_view text, std::uint32_t line,
                                                                RecordSink& sink) {
  simdjson::dom::element root;
  m_text = text;
  simdjson::error_code error = simdjson::UTF8_ERROR;
  // Bytes behind the object are readable: the block's padding or the text that follows.
  if (!m_windows1252) error = m_parser.parse(text.data(), text.size(), false).get(root);
  if (error == simdjson::UTF8_ERROR) {
    if (!m_windows1252) sink.issue(IssueKind::BadEncoding, line, {});
    m_decoded.clear();
    appendWindows1252(m_decoded, text);
    m_text = m_decoded;
    error = m_parser.parse(m_decoded).get(root);
  }
  if (error == simdjson::STRING_ERROR) {
    m_decoded = withoutLoneSurrogates(m_text);
    m_text = m_decoded;
    error = m_parser.parse(m_decoded).get(root);
  }
  if (error == simdjson::SUCCESS && (root.is_object() || root.is_string())) return root;
  return std::nullopt;
}

void EventsParser::emit(const Block& block, const JsonElement& element, RecordSink& sink) {
  const std::string_view text = block.text().substr(element.begin, element.end - element.begin);
  if (element.kind == JsonElement::Kind::Garbage) {
    const IssueKind kind = text.size() > kMaxRecordBytes ? IssueKind::RecordTooLong : IssueKind::InvalidJson;
    if (!text.empty()) sink.issue(kind, m_lines, toUtf8(beginningOf(text, kSampleBytes)));
    return;
  }
  const ObjectReader::Place place{block.offset() + element.begin, m_lines};
  const bool isMatched = m_wrapped && m_isProviders && !m_windows1252 && m_reader.match(text) == text.size();
  if (isMatched && m_reader.readMatched(text, place, sink)) return;
  const auto root = parseObject(text, m_lines, sink);
  if (!root) {
    sink.issue(IssueKind::InvalidJson, m_lines, toUtf8(beginningOf(text, kSampleBytes)));
    return;
  }
  m_reader.read(*root, m_text, place, sink);
  // Where a line ends an object, one over several lines may be several that are broken.
  const bool isWhole = !m_linewise || text.find('\n') == std::string_view::npos;
  if (m_isProviders && isWhole && m_text.data() == text.data()) m_reader.learn(text);
}

Result<std::uint64_t> EventsParser::skip(const Block& block, const JsonElement& element, RecordSink& sink) {
  const bool isObject = element.kind == JsonElement::Kind::TooLong;
  const std::string text = toUtf8(beginningOf(block.text().substr(element.begin, kSampleBytes), kSampleBytes));
  if (isObject) sink.issue(IssueKind::RecordTooLong, m_lines, text);
  const std::uint64_t begin = block.offset() + element.end;
  const std::uint64_t limit = isObject ? std::min(m_fileSize, begin + kLongestSkipped) : m_fileSize;
  const auto skipped = skipValue(*m_file, begin, limit, stopToken());
  if (!skipped) return tl::unexpected(skipped.error());
  // An object that lacks its end would take all that follows with it.
  if (isObject && !skipped->ended) return begin + 1;
  if (!skipped->ended) sink.issue(IssueKind::InvalidJson, m_lines, text);
  // A key may stand on another line than its value.
  const std::string_view key = block.text().substr(element.begin, element.end - element.begin);
  m_lines += static_cast<std::uint32_t>(std::count(key.begin(), key.end(), '\n')) + skipped->lines;
  return skipped->end;
}

bool EventsParser::takeMatched(const Block& block, std::uint32_t& at, RecordSink& sink) {
  const std::string_view text = block.text();
  const std::size_t size = m_reader.match(text.substr(at));
  if (size == 0 || size > kMaxRecordBytes) return false;
  std::size_t end = at + size;
  while (end < text.size() && isBehindElement(text[end])) ++end;
  if (end == text.size() || text[end] != '\n') return false;
  if (!m_reader.readMatched(text.substr(at, size), {block.offset() + at, m_lines}, sink)) return false;
  ++m_lines;
  at = static_cast<std::uint32_t>(end + 1);
  return true;
}

bool EventsParser::takeAnywhere(const Block& block, std::uint32_t& at, std::uint32_t stop, RecordSink& sink) {
  const std::string_view text = block.text();
  std::uint32_t begin = at;
  while (begin < stop && isBetweenElements(text[begin])) ++begin;
  if (begin >= stop || text[begin] != '{') return false;
  const std::size_t size = m_reader.match(text.substr(begin));
  const std::size_t end = begin + size;
  if (size == 0 || size > kMaxRecordBytes || text.size() - end < kBehindElement) return false;
  const auto lineBreaks = [&](std::uint32_t from, std::uint32_t to) {
    return static_cast<std::uint32_t>(std::count(text.begin() + from, text.begin() + to, '\n'));
  };
  const std::uint32_t line = m_lines + lineBreaks(at, begin);
  if (!m_reader.readMatched(text.substr(begin, size), {block.offset() + begin, line}, sink)) return false;
  at = behindElement(text, static_cast<std::uint32_t>(end));
  m_lines = line + lineBreaks(begin, at);
  return true;
}

bool EventsParser::takeLine(const Block& block, std::uint32_t& at, std::uint32_t stop, RecordSink& sink) {
  if (at >= stop) return false;
  if (takeMatched(block, at, sink)) return true;
  const std::string_view text = block.text();
  const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
  if (!found || text[at] != '{') return false;
  const auto lineEnd = static_cast<std::uint32_t>(static_cast<const char*>(found) - text.data());
  std::uint32_t end = lineEnd;
  while (isBehindElement(text[end - 1])) --end;
  if (text[end - 1] != '}' || end - at > kMaxRecordBytes) return false;
  const std::string_view object = text.substr(at, end - at);
  simdjson::dom::element root;
  if (m_parser.parse(object.data(), object.size(), false).get(root) != simdjson::SUCCESS) return false;
  m_reader.read(root, object, {block.offset() + at, m_lines}, sink);
  m_reader.learn(object);
  ++m_lines;
  at = lineEnd + 1;
  return true;
}

Result<RecordParser::Parsed> EventsParser::parse(Block& block, std::uint64_t start, std::uint64_t end,
                                                 RecordSink& sink) {
  m_lines = 0;
  auto at = static_cast<std::uint32_t>(start - block.offset());
  const auto stop = static_cast<std::uint32_t>(end - block.offset());
  const auto countLines = [&](std::uint32_t from, std::uint32_t to) {
    m_lines += static_cast<std::uint32_t>(std::count(block.text().begin() + from, block.text().begin() + to, '\n'));
  };
  while (at < stop) {
    if (stopRequested()) return cancelled();
    // Within a line of any length no end of it is looked for.
    const bool startsLine = !m_wrapped || at == 0 || block.text()[at - 1] == '\n';
    if (m_linewise && !m_windows1252 && startsLine && takeLine(block, at, stop, sink)) continue;
    if (m_isProviders && !m_windows1252 && !m_wrapped && takeAnywhere(block, at, stop, sink)) continue;
    const auto element = next(block, at);
    if (!element) return tl::unexpected(element.error());
    // What starts behind the end belongs to the next block, with the blanks before it.
    const bool isBehind = element->begin >= stop && element->kind != JsonElement::Kind::End;
    if (isBehind && !m_wrapped) break;
    countLines(at, element->begin);
    // What was passed over on the way there may be a part of a wrapper, which makes no sense from its middle on.
    if (isBehind) return Parsed{block.offset() + element->begin, m_lines};
    if (element->kind == JsonElement::Kind::Skip || element->kind == JsonElement::Kind::TooLong) {
      const auto behind = skip(block, *element, sink);
      if (!behind) return tl::unexpected(behind.error());
      if (*behind >= block.offset() + block.text().size()) return Parsed{*behind, m_lines};
      at = static_cast<std::uint32_t>(*behind - block.offset());
      continue;
    }
    if (element->kind != JsonElement::Kind::End) emit(block, *element, sink);
    countLines(element->begin, element->next);
    at = element->next;
    if (element->kind == JsonElement::Kind::End) break;
  }
  if (at < stop) {  // only blanks up to the end: they are this block's
    countLines(at, stop);
    at = stop;
  }
  return Parsed{block.offset() + at, m_lines};
}

Result<void> EventsParser::parseOne(Block& block, std::uint64_t offset, std::uint16_t part, RecordSink& sink,
                                    OriginalFields* originals) {
  m_lines = 0;
  const auto at = static_cast<std::uint32_t>(offset - block.offset());
  const auto element = next(block, at);
  if (!element) return tl::unexpected(element.error());
  const bool isObject = element->kind == JsonElement::Kind::Object || element->kind == JsonElement::Kind::Text;
  if (!isObject || element->begin != at) return failure(ErrorCode::FileChanged, {});
  const auto root = parseObject(block.text().substr(at, element->end - at), 0, sink);
  if (!root || !m_reader.readPart(*root, m_text, {offset, 0}, part, sink, originals)) {
    return failure(ErrorCode::FileChanged, {});
  }
  return {};
}

}  // namespace

std::unique_ptr<RecordParser> makeEventsParser(const Source& source, KnownCode knownCode) {
  return std::make_unique<EventsParser>(source, std::move(knownCode));
}

}  // namespace undelivered
