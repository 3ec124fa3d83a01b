// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/interpreter.h"

#include <algorithm>

#include "base/blanks.h"
#include "base/hash.h"
#include "base/short_text.h"
#include "classify/status.h"
#include "input/excel_damage.h"
#include "store/recipient.h"

namespace undelivered {
namespace {

// More different ones mean that the codes are free text; they are forgotten from block to block then.
constexpr std::size_t kMaxRemembered = 8192;

// Times outside of this cannot be kept as unsigned seconds, and are typing mistakes anyway.
constexpr Timestamp kFirstTime{std::chrono::seconds{1}};
constexpr Timestamp kLastTime{std::chrono::seconds{0xFFFF'FFFF}};

/// Whether seconds since 1970 are a time that the store keeps; those of TimeParser::kNotPlain are not.
constexpr bool isKept(std::int64_t seconds) {
  return seconds >= kFirstTime.time_since_epoch() / std::chrono::seconds{1} &&
         seconds <= kLastTime.time_since_epoch() / std::chrono::seconds{1};
}

// Odd, so that no bit of a hash is lost; different, so that a text in another cell is another sum.
constexpr std::uint64_t kOfStatus = 0x9E3779B97F4A7C15u;
constexpr std::uint64_t kOfChannel = 0xC2B2AE3D27D4EB4Fu;
// Never 0, so that no record has the hash of an empty slot.
constexpr std::uint64_t kOfRecord = 0x27D4EB2F165667C5u;
constexpr std::uint64_t kOfEvent = 0x85EBCA77C2B2AE63u;
constexpr std::uint64_t kOfRecipient = 0x165667B19E3779F9u;
constexpr std::uint64_t kOfDiagnostic = 0xA0761D6478BD642Fu;
constexpr std::uint64_t kOfWords = 0xE7037ED1A0B428DBu;
constexpr std::uint64_t kOfKindCells = 0x8EBC6AF09C88C6E3u;
constexpr std::uint64_t kOfProvider = 0xD6E8FEB86659FD93u;

/// Whether a text cannot be a code: several words, or none.
bool isWords(std::string_view text) {
  text = trimBlanks(text);
  const bool blank = text.find_first_of(" \t") != std::string_view::npos;
  return blank || std::none_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  static_cast<unsigned char>(c) >= 0x80;
         });
}

/// Whether kindCells are hashed as most of them are, which is done apart from the others: no call, no registers to
/// keep.
inline bool areShort(std::string_view kindCells) { return kindCells.size() <= ShortText<2>::kBytes; }

inline std::uint64_t hashOfShort(std::string_view kindCells, std::uint32_t columns) {
  return (ShortText<2>(kindCells, true).hash() + columns) * kOfKindCells;
}

/// What a hash of code, status and channel stands for besides them.
inline std::uint64_t hashOfOrigin(bool failureEvent, ProviderIndex provider) {
  return (failureEvent ? kOfEvent : kOfRecord) + (provider ^ kNoProvider) * kOfProvider;
}

/// Addresses start with a letter, numbers with "+" or "0": what starts with another digit, or "#", is looked at.
inline bool mayBeOdd(char firstOfRecipient) {
  return static_cast<unsigned char>(firstOfRecipient - '1') < 9 || firstOfRecipient == '#';
}

/// A byte of one of trimBlanks()'s blanks, or of another letter than those of ASCII.
bool mayBeBlank(char c) { return static_cast<signed char>(c) <= ' '; }

/// Whether an id starts as one that was rounded does: "1,2", "1.2" or "1E", or as an error; or with a blank, which is
/// no part of it.
bool mayBeRounded(std::string_view id) {
  if (id.size() < 3) return false;
  if (id[0] == '#') return true;
  if (id.size() <= 4) return false;
  const bool isNumber = static_cast<unsigned char>(id[0] - '0') < 10;
  return (isNumber && (id[1] == ',' || id[1] == '.' || (id[1] | 0x20) == 'e')) || mayBeBlank(id[0]);
}

/// Whether isDateForm() has to be asked: by the length, and since dates start with a digit or the name of a month.
bool mayBeDate(std::string_view reference) {
  if (reference.size() < 4) return false;
  if (mayBeBlank(reference.front()) || mayBeBlank(reference.back())) return true;
  const bool startsAsDate = static_cast<unsigned char>(reference[0] - '0') < 10 ||
                            ((reference[1] & 0xC0) != 0 && (reference[2] & 0xC0) != 0);  // letters, not "K-" or "RE-"
  return startsAsDate && (reference.size() <= 10 || reference.ends_with(":00"));
}

/// Whether an id has to be looked at for what a spreadsheet may have done to it.
bool hasOddId(const RecordView& record) {
  constexpr std::array kIds{Field::Reference, Field::Customer, Field::MessageId, Field::EventId};
  std::size_t bytes = 0;
  for (const Field id : kIds) bytes |= record[id].size();
  if (bytes == 0) return false;  // most logs show no such damage, and their ids are not read
  return record.cutIds != 0 || mayBeDate(record[Field::Reference]) || mayBeDate(record[Field::Customer]) ||
         std::any_of(kIds.begin(), kIds.end(), [&](Field id) { return mayBeRounded(record[id]); });
}

}  // namespace

Interpreter::Interpreter(std::shared_ptr<const Catalogue> catalogue, Zone zone)
    : m_catalogue(std::move(catalogue)), m_zone(std::move(zone)) {}

Interpreter::Meaning Interpreter::interpret(const RecordView& record, RecordSink& issues) {
  Meaning meaning;
  meaning.kind = kindOf(record);
  if (m_strange[meaning.kind]) [[unlikely]] {
    meaning.isRecord = tellIssues(record, meaning.kind, issues);
    if (!meaning.isRecord) return meaning;
  }
  meaning.seconds = secondsOf(record, issues);
  const std::string_view recipient = record[Field::Recipient];
  const bool oddNumber = !recipient.empty() && mayBeOdd(recipient.front());
  if (record.originalLine && (oddNumber || hasOddId(record))) [[unlikely]]
    tellDamage(record, issues);
  meaning.recipientHash = hashRecipient(record[Field::Recipient], record.padded, m_buffer);
  if (const std::string_view id = record[Field::EventId]; !id.empty()) {
    const std::uint64_t hash =
        hashBytes(id) ^ (std::uint64_t{meaning.recipientHash} << 32 | record.recipientIndex) * 0x9E3779B97F4A7C15u;
    meaning.eventHash = hash ? hash : 1;
  }
  return meaning;
}

void Interpreter::tellDamage(const RecordView& record, RecordSink& issues) {
  const std::string_view recipient = record[Field::Recipient];
  if (isRoundedNumber(recipient)) issues.issue(IssueKind::NumberAsFloat, record.line, recipient);
  if (isMobileWithoutZero(recipient)) issues.issue(IssueKind::LostZero, record.line, recipient);
  if (isSpreadsheetError(recipient)) issues.issue(IssueKind::SpreadsheetError, record.line, recipient);
  for (const Field field : {Field::Reference, Field::Customer, Field::MessageId, Field::EventId}) {
    const std::string_view id = trimBlanks(record[field]);
    const bool isCut = (record.cutIds >> static_cast<unsigned>(field) & 1) != 0 && isCutNumber(id);
    if (isCut || isRoundedNumber(id)) issues.issue(IssueKind::NumberAsFloat, record.line, id);
    if (isSpreadsheetError(id)) issues.issue(IssueKind::SpreadsheetError, record.line, id);
  }
  for (const Field field : {Field::Reference, Field::Customer}) {
    const std::string_view id = trimBlanks(record[field]);
    if (isDateForm(id)) issues.issue(IssueKind::DateAsReference, record.line, id);
  }
}

std::uint64_t Interpreter::overlapHash(const RecordView& record, const Meaning& meaning) const {
  const std::string_view id = trimBlanks(record[Field::MessageId]);
  if (id.empty()) return 0;
  const Classification& kind = m_kinds[meaning.kind];
  const std::uint64_t reason = kind.known ? kind.known->value + std::uint64_t{1} : hashBytes(kind.unknownCode);
  // Odd, so that no bit of a hash is lost; each outcome on its own, since a message may be pending and delivered.
  const std::uint64_t what = (reason * kOfStatus + static_cast<std::uint64_t>(kind.outcome)) << 1 | 1;
  const std::uint64_t when = std::uint64_t{meaning.recipientHash} << 32 | meaning.seconds;
  const std::uint64_t hash = foldedProduct(hashBytes(id) ^ kOfEvent, what) ^ foldedProduct(when, kOfChannel);
  return hash ? hash : 1;
}

std::uint32_t Interpreter::secondsOf(const RecordView& record, RecordSink& issues) {
  if (const std::int64_t seconds = m_times.plainUtc(record[Field::Time]); isKept(seconds))
    return static_cast<std::uint32_t>(seconds);
  const auto time = timeOf(record, issues);
  if (!time) return Chunk::kNoTime;
  return static_cast<std::uint32_t>(std::chrono::floor<std::chrono::seconds>(*time).time_since_epoch().count());
}

std::optional<Timestamp> Interpreter::timeOf(const RecordView& record, RecordSink& issues) {
  const std::string_view text = record[Field::Time];
  if (text.empty()) return std::nullopt;
  auto parsed = m_times.parse(text);
  if (!parsed) parsed = m_times.parse(trimBlanks(text));
  if (!parsed) {
    issues.issue(IssueKind::BadTime, record.line, text);
    return std::nullopt;
  }
  Timestamp time;
  if (const auto* local = std::get_if<LocalTime>(&*parsed)) {
    const auto converted = m_zone.toUtc(*local);
    time = converted.time;
    if (converted.kind == ZoneCursor::ToUtc::Kind::Ambiguous) {
      issues.issue(IssueKind::AmbiguousTime, record.line, text);
    } else if (converted.kind == ZoneCursor::ToUtc::Kind::Skipped) {
      issues.issue(IssueKind::SkippedTime, record.line, text);
    }
  } else {
    time = std::get<Timestamp>(*parsed);
  }
  if (time < kFirstTime || time > kLastTime) {
    issues.issue(IssueKind::BadTime, record.line, text);
    return std::nullopt;
  }
  return time;
}

void Interpreter::startBlock() {
  if (m_kinds.size() <= kMaxRemembered) return;
  m_slots.fill({});
  m_byWords.fill({});
  m_byCells.clear();
  m_kinds.clear();
  m_strange.clear();
}

std::uint32_t Interpreter::kindOf(const RecordView& record) {
  const std::string_view cells = record.kindCells;
  const bool isShort = record.padded && areShort(cells) && (record.kindDeferred || !cells.empty());
  const std::uint64_t ofCells = isShort ? hashOfShort(cells, record.kindColumns) : hashOfCells(record);
  const std::uint64_t hash = ofCells + hashOfOrigin(record.failureEvent, record.provider);
  const Slot& slot = m_slots[hash % kSlots];
  return slot.hash == hash && !slot.on.any() ? slot.kind : kindByHash(record, hash);
}

void Interpreter::interpret(const PlainRecords& records, Meanings& into) {
  findKinds(records, into.kind);
  m_times.plainUtc(records, into.seconds);
  hashRecipients(records, into.recipientHash);
  static_assert(Chunk::kNoTime == 0 && kFirstTime.time_since_epoch() == std::chrono::seconds{1});
  for (std::uint32_t i = 0; i < records.count; ++i) {
    const std::uint32_t seconds = into.seconds[i];
    const std::uint32_t recipient = into.recipientHash[i];
    const bool odd = (seconds == 0) | (recipient == 0);
    into.kind[i] |= std::uint32_t{0} - odd;
  }
}

void Interpreter::findKinds(const PlainRecords& records, PlainRecords::Numbers& kinds) const {
  PlainRecords::Cells cells = records.kind;
  const std::uint64_t origin = hashOfOrigin(false, records.provider);
  const std::uint32_t count = records.count;
  for (std::uint32_t i = 0; i < count; ++i, cells.toNext()) {
    const std::string_view text = cells.front();
    const std::uint64_t ofCells = areShort(text) ? hashOfShort(text, records.kindColumns)
                                                 : (hashWords(text, true) + records.kindColumns) * kOfKindCells;
    const std::uint64_t hash = ofCells + origin;
    const Slot& slot = m_slots[hash % kSlots];
    kinds[i] = slot.hash == hash && slot.isUsual ? slot.kind : Meanings::kOdd;
  }
}

std::uint64_t Interpreter::hashOfCells(const RecordView& record) {
  const auto hashOf = [&](std::string_view text) { return hashWords(text, record.padded); };
  if (!record.kindCells.empty()) return (hashOf(record.kindCells) + record.kindColumns) * kOfKindCells;
  return hashOf(record[Field::Code]) + hashOf(record[Field::Status]) * kOfStatus +
         hashOf(record[Field::Channel]) * kOfChannel;
}

std::uint32_t Interpreter::kindByHash(const RecordView& record, std::uint64_t hash) {
  if (record.kindDeferred) record.originalLine->readKind();
  Slot& slot = m_slots[hash % kSlots];
  if (slot.hash != hash) {
    const Dependence on = dependenceOf(record, *m_catalogue);
    const std::uint32_t kind = on.any() ? 0 : kindByCells(record, {});
    slot = {hash, kind, on, !on.any() && m_strange[kind] == kUsual};
  }
  return slot.on.any() ? kindByMore(record, hash, slot.on) : slot.kind;
}

std::uint32_t Interpreter::kindByMore(const RecordView& record, std::uint64_t hash, Dependence on) {
  m_more.clear();
  std::uint64_t withMore = hash + kOfRecipient;
  if (on.recipient) {
    const auto channel = static_cast<unsigned>(channelOfRecipient(record[Field::Recipient]));
    m_more += static_cast<char>('0' + channel);
    withMore += (channel + 1) * kOfRecipient;
  }
  if (on.diagnostic) return kindByWords(record, withMore);
  Slot& exact = m_slots[withMore % kSlots];
  if (exact.hash != withMore) exact = {withMore, kindByCells(record, m_more), {}, false};
  return exact.kind;
}

std::uint32_t Interpreter::kindByWords(const RecordView& record, std::uint64_t withMore) {
  const std::uint64_t withWords = withMore + hashBytes(record[Field::Diagnostic]) * kOfWords;
  WordsSlot& slot = m_byWords[withWords % kWordsSlots];
  if (slot.hash == withWords) return slot.kind;
  const MailEvidence evidence = mailEvidence(record[Field::Code], record[Field::Diagnostic]);
  m_more.append(evidence.status).append(1, '/').append(evidence.reply).append(1, '/');
  m_more += static_cast<char>('0' + static_cast<int>(evidence.sign));
  withMore += hashBytes(m_more) * kOfDiagnostic;
  Slot& exact = m_slots[withMore % kSlots];
  if (exact.hash != withMore) exact = {withMore, kindByCells(record, m_more), {}, false};
  slot = {withWords, exact.kind};
  return exact.kind;
}

std::uint32_t Interpreter::kindByCells(const RecordView& record, std::string_view more) {
  m_key.clear();
  for (const Field field : {Field::Code, Field::Status, Field::Channel}) m_key.append(record[field]).append(1, '\x1F');
  m_key += record.failureEvent ? '!' : ' ';
  m_key += static_cast<char>(record.provider);
  m_key += more;
  const auto [entry, isNew] = m_byCells.try_emplace(m_key, static_cast<std::uint32_t>(m_kinds.size()));
  if (isNew) {
    const Classification& kind = m_kinds.emplace_back(classify(record, *m_catalogue));
    m_strange.push_back(strangenessOf(record, kind));
  }
  return entry->second;
}

std::uint8_t Interpreter::strangenessOf(const RecordView& record, const Classification& kind) {
  const bool hasIssues = kind.unknownStatus || kind.unknownChannel || kind.contradiction || kind.noCodeNoStatus;
  std::uint8_t strange = hasIssues ? kHasIssues : kUsual;
  const OriginalLine* line = record.originalLine;
  if (!line || kind.known) return strange;
  const bool namesColumn = line->namesColumn(Field::Code, kind.unknownCode) ||
                           (kind.unknownStatus && line->namesColumn(Field::Status, record[Field::Status]));
  if (namesColumn) strange |= kMayBeHeader;
  // A status that the line does not hold says nothing about the line.
  if (line->impliesStatus() && kind.unknownCode.empty() && kind.channel == Channel::Unknown)
    return strange | kMayBeHeader | kMayBeWords;
  // What is understood makes a record; one word may be a code.
  const bool nothingUnderstood = kind.outcome == Outcome::Unknown || !kind.unknownCode.empty();
  const bool words = kind.unknownCode.empty() || isWords(kind.unknownCode);
  if (nothingUnderstood && words && kind.channel == Channel::Unknown) strange |= kMayBeWords;
  return strange;
}

bool Interpreter::tellIssues(const RecordView& record, std::uint32_t kindIndex, RecordSink& issues) {
  if (record.kindDeferred) record.originalLine->readKind();
  const Classification& kind = m_kinds[kindIndex];
  if (const auto why = whyNoRecord(record, m_strange[kindIndex])) {
    if (*why) issues.issue(**why, record.line, record.originalLine->text());
    return false;
  }
  if (kind.unknownStatus) issues.issue(IssueKind::UnknownStatus, record.line, record[Field::Status]);
  if (kind.unknownChannel) issues.issue(IssueKind::UnknownChannel, record.line, record[Field::Channel]);
  if (kind.noCodeNoStatus) {
    issues.issue(IssueKind::NoCodeNoStatus, record.line,
                 record.originalLine ? record.originalLine->text() : std::string(record[Field::EventId]));
  }
  if (kind.contradiction) issues.issue(IssueKind::Contradiction, record.line, record[Field::Code]);
  return true;
}

std::optional<std::optional<IssueKind>> Interpreter::whyNoRecord(const RecordView& record, std::uint8_t strange) {
  if ((strange & kMayBeHeader) && record.originalLine->repeatsHeader()) return IssueKind::RepeatedHeader;
  if (!(strange & kMayBeWords)) return std::nullopt;
  int filled = record.originalLine->impliesStatus() ? -1 : 0;
  for (Field field : {Field::Time, Field::Code, Field::Status, Field::Channel, Field::Recipient, Field::EventId})
    filled += !record[field].empty();
  if (filled > 1) return std::nullopt;
  if (!record[Field::Time].empty() && m_times.parse(record[Field::Time])) return std::nullopt;
  const auto only = record.originalLine->onlyFirstCell();
  if (!only || !isWords(*only)) return std::nullopt;
  if (only->find_first_not_of(" \t") == std::string::npos) return std::optional<IssueKind>();
  return IssueKind::NoRecord;
}

}  // namespace undelivered
