// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "input/encoding.h"
#include "input/mail/mail.h"
#include "input/mail/mail_report.h"
#include "input/mail/mailbox.h"

namespace undelivered {
namespace {

constexpr std::size_t kExtendBytes = std::size_t{64} << 10;
constexpr std::size_t kSampleBytes = 120;
constexpr std::size_t kMaxParts = 0x10000;  // a record's part is 16 bits
// A blank line before a "From " line: up to "\n\r\n".
constexpr std::size_t kBlankLineBytes = 3;

class MailParser final : public RecordParser {
 public:
  explicit MailParser(const Source& source)
      : m_mailbox(source.recognition.mailbox),
        m_dataOffset(source.recognition.dataOffset),
        m_fileSize(source.state.size),
        m_provider(source.recognition.provider) {}

  std::optional<std::uint64_t> guessStart(const Block& block, std::uint64_t end) override {
    if (!m_mailbox) return std::nullopt;
    const std::size_t found = findFromLine(block.text(), 0);
    if (found == std::string_view::npos || block.offset() + found >= end) return std::nullopt;
    return block.offset() + found;
  }

  Result<Parsed> parse(Block& block, std::uint64_t start, std::uint64_t end, RecordSink& sink) override;
  Result<void> parseOne(Block& block, std::uint64_t offset, std::uint16_t part, RecordSink& sink,
                        OriginalFields* originals) override;

 private:
  /// Whether a message starts at a place of the text. A message that is a file by itself starts at its beginning.
  Result<bool> startsMessage(Block& block, std::size_t at);
  /// Where the message at `at` ends: where the next one starts, or at the end of the file. npos: longer than allowed.
  Result<std::size_t> messageEnd(Block& block, std::size_t at);
  /// Where the rest of a message that was too long ends, or `stop`.
  Result<std::size_t> restEnd(Block& block, std::size_t at, std::size_t stop);
  Result<void> readUpTo(Block& block, std::size_t size);
  /// The message without its "From " line.
  std::string_view bytesOf(const Block& block, std::size_t at, std::size_t end) const;
  void emit(const MailReport& report, std::uint64_t offset, RecordSink& sink);
  void fill(const MailReport& report, std::size_t part, RecordView& record) const;

  bool m_mailbox;
  std::uint64_t m_dataOffset, m_fileSize;
  ProviderIndex m_provider;
  std::uint32_t m_lines = 0;
};

Result<void> MailParser::readUpTo(Block& block, std::size_t size) {
  if (block.text().size() >= size || block.reachesEnd()) return {};
  return block.extend(size - block.text().size());
}

Result<bool> MailParser::startsMessage(Block& block, std::size_t at) {
  if (!m_mailbox) return block.offset() + at == m_dataOffset;
  if (const auto read = readUpTo(block, at + kFromLineBytes); !read) return tl::unexpected(read.error());
  return startsWithFromLine(block.text().substr(at));
}

Result<std::size_t> MailParser::messageEnd(Block& block, std::size_t at) {
  std::size_t searched = at;  // no message starts before
  for (std::size_t more = kExtendBytes;; more *= 2) {
    const std::size_t size = block.text().size();
    // Only what stands with its whole line can be told.
    const bool all = block.reachesEnd();
    if (m_mailbox) {
      const std::size_t found = findFromLine(block.text().substr(at), searched - at);
      const bool sure = found != std::string_view::npos && (all || at + found + kFromLineBytes <= size);
      if (sure && found <= kMaxMessageBytes) return at + found;
      const std::size_t held = std::min(kFromLineBytes + kBlankLineBytes, size - at);
      searched = std::max(searched, size - held);
    }
    if (size - at > kMaxMessageBytes + kFromLineBytes || (all && size - at > kMaxMessageBytes)) {
      return std::string_view::npos;
    }
    if (all) return size;
    const std::size_t room = at + kMaxMessageBytes + kFromLineBytes + 1 - size;
    if (const auto read = block.extend(std::min(more, room)); !read) return tl::unexpected(read.error());
  }
}

Result<std::size_t> MailParser::restEnd(Block& block, std::size_t at, std::size_t stop) {
  if (const auto read = readUpTo(block, stop + kBlankLineBytes + kFromLineBytes); !read) {
    return tl::unexpected(read.error());
  }
  // A blank line may lie across the end: what follows it cannot be told from there on.
  const std::size_t found = findFromLine(block.text().substr(at), 0);
  if (found != std::string_view::npos && at + found <= stop + kBlankLineBytes) return at + found;
  // Nor may the next piece start with what would look like a message there.
  return startsWithFromLine(block.text().substr(stop)) ? stop + 1 : stop;
}

std::string_view MailParser::bytesOf(const Block& block, std::size_t at, std::size_t end) const {
  std::string_view bytes = block.text().substr(at, end - at);
  if (m_mailbox) bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
  return bytes;
}

void MailParser::fill(const MailReport& report, std::size_t part, RecordView& record) const {
  const MailRecord& of = report.records[part];
  record.part = static_cast<std::uint16_t>(part);
  record.recipientIndex = static_cast<std::uint16_t>(of.index);
  record.provider = m_provider;
  record[Field::Time] = of.time;
  record[Field::Code] = of.code;
  record[Field::Status] = of.action;
  record[Field::Recipient] = of.recipient;
  record[Field::Diagnostic] = of.diagnostic;
  record[Field::MessageId] = of.messageId.empty() ? report.messageId : of.messageId;
  record[Field::EventId] = of.eventId.empty() ? report.eventId : of.eventId;
}

void MailParser::emit(const MailReport& report, std::uint64_t offset, RecordSink& sink) {
  if (report.kind == MailReport::Kind::OtherMail) return sink.issue(IssueKind::OtherEvent, m_lines, report.detail);
  if (report.kind == MailReport::Kind::NoRecipient) return sink.issue(IssueKind::NoRecipient, m_lines, report.detail);
  RecordView record;
  record.offset = offset;
  record.line = m_lines;
  const std::size_t count = std::min(report.records.size(), kMaxParts);
  for (std::size_t part = 0; part < count; ++part) {
    const MailRecord& of = report.records[part];
    if (of.badEncoding) sink.issue(IssueKind::BadEncoding, m_lines, of.recipient);
    if (of.contradiction) sink.issue(IssueKind::Contradiction, m_lines, of.recipient);
    fill(report, part, record);
    sink.record(record);
  }
  for (std::size_t part = count; part < report.records.size(); ++part) {
    sink.issue(IssueKind::RecordTooLong, m_lines, report.records[part].recipient);
  }
}

Result<RecordParser::Parsed> MailParser::parse(Block& block, std::uint64_t start, std::uint64_t end, RecordSink& sink) {
  m_lines = 0;
  auto at = static_cast<std::size_t>(start - block.offset());
  const auto stop = static_cast<std::size_t>(end - block.offset());
  const auto goTo = [&](std::size_t next) {
    const std::string_view passed = block.text().substr(at, next - at);
    m_lines += static_cast<std::uint32_t>(std::count(passed.begin(), passed.end(), '\n'));
    at = next;
  };
  while (at < stop) {
    if (stopRequested()) return cancelled();
    const auto begins = startsMessage(block, at);
    if (!begins) return tl::unexpected(begins.error());
    if (!*begins) {  // the rest of a message that was too long, which was told
      if (!m_mailbox) return Parsed{m_fileSize, m_lines};
      const auto rest = restEnd(block, at, stop);
      if (!rest) return tl::unexpected(rest.error());
      goTo(*rest);
      continue;
    }
    const auto next = messageEnd(block, at);
    if (!next) return tl::unexpected(next.error());
    if (*next == std::string_view::npos) {
      sink.issue(IssueKind::RecordTooLong, m_lines, toUtf8(beginningOf(block.text().substr(at), kSampleBytes)));
      // Never a place that looks like a message by itself.
      const std::size_t skipped = at + kMaxMessageBytes;
      goTo(startsWithFromLine(block.text().substr(skipped)) ? skipped + 1 : skipped);
      continue;
    }
    emit(readReport(bytesOf(block, at, *next)), block.offset() + at, sink);
    goTo(*next);
  }
  return Parsed{block.offset() + at, m_lines};
}

Result<void> MailParser::parseOne(Block& block, std::uint64_t offset, std::uint16_t part, RecordSink& sink,
                                  OriginalFields* originals) {
  m_lines = 0;
  const auto at = static_cast<std::size_t>(offset - block.offset());
  const auto begins = startsMessage(block, at);
  if (!begins) return tl::unexpected(begins.error());
  if (!*begins) return failure(ErrorCode::FileChanged, {});
  const auto end = messageEnd(block, at);
  if (!end) return tl::unexpected(end.error());
  if (*end == std::string_view::npos) return failure(ErrorCode::FileChanged, {});
  const MailReport report = readReport(bytesOf(block, at, *end));
  if (part >= report.records.size()) return failure(ErrorCode::FileChanged, {});
  RecordView record;
  record.offset = offset;
  fill(report, part, record);
  sink.record(record);
  if (!originals) return {};
  originals->clear();
  for (const MailFields* fields : {&report.fields, &report.records[part].fields}) {
    for (const auto& [name, value] : *fields) {
      if (!value.empty()) originals->emplace_back(name, value);
    }
  }
  return {};
}

}  // namespace

std::unique_ptr<RecordParser> makeMailParser(const Source& source) { return std::make_unique<MailParser>(source); }

}  // namespace undelivered
