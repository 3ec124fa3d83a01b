// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/delivery_log.h"

#include <algorithm>

namespace undelivered {

namespace {

using ByLanguage = std::map<std::string, std::string, std::less<>>;

std::string_view textIn(const ByLanguage& texts, std::string_view language) {
  auto found = texts.find(language);
  if (found == texts.end()) found = texts.find("en");
  return found == texts.end() ? std::string_view() : std::string_view(found->second);
}

/// Whether failures of several names are told by the row: by their codes, of which it fits more than one.
bool hasSeveralNames(const MappingRow& row) {
  return row.name == "*" && (row.code.empty() || row.code.find_first_of("*?|") != std::string::npos);
}

}  // namespace

std::string_view LogReason::label(std::string_view language) const {
  if (entry) return entry->text(language).title;
  return own ? textIn(own->label, language) : std::string_view();
}

std::string LogReason::title(std::string_view language) const {
  std::string words(label(language));
  if (own && hasSeveralNames(*own) && !words.empty()) words.append(" (").append(code).append(1, ')');
  return words;
}

std::string_view LogReason::explanation(std::string_view language) const {
  if (entry) return entry->text(language).explanation;
  return own ? textIn(own->explanation, language) : std::string_view();
}

void Chunk::shrinkTo(std::uint32_t count) {
  const auto shrink = [count](auto& column) {
    if (!column.empty()) column.shrinkTo(count);
  };
  shrink(offset);
  shrink(time);
  shrink(kind);
  shrink(recipientHash);
  shrink(part);
  std::erase_if(lineShifts, [count](const LineShift& shift) { return shift.row >= count; });
}

std::uint64_t Chunk::line(std::uint32_t row) const {
  const auto after = std::upper_bound(lineShifts.begin(), lineShifts.end(), row,
                                      [](std::uint32_t wanted, const LineShift& shift) { return wanted < shift.row; });
  const std::int64_t shift = after == lineShifts.begin() ? 0 : std::prev(after)->shift;
  return static_cast<std::uint64_t>(static_cast<std::int64_t>(baseLine) + row + shift);
}

std::size_t Chunk::memoryBytes() const {
  return sizeof(Chunk) + offset.size() * sizeof(offset[0]) + time.size() * sizeof(time[0]) +
         kind.size() * sizeof(kind[0]) + recipientHash.size() * sizeof(recipientHash[0]) +
         part.size() * sizeof(part[0]) + lineShifts.capacity() * sizeof(lineShifts[0]);
}

std::size_t DeliveryLog::chunkOf(RowId row) const {
  const auto after = std::upper_bound(m_chunkFirstRow.begin(), m_chunkFirstRow.end(), row.value);
  return static_cast<std::size_t>(after - m_chunkFirstRow.begin()) - 1;
}

std::uint32_t DeliveryLog::firstRow(std::size_t chunk) const { return m_chunkFirstRow[chunk]; }

std::optional<Timestamp> DeliveryLog::time(RowId row) const {
  const std::size_t chunk = chunkOf(row);
  const std::uint32_t seconds = m_chunks[chunk].time[row.value - m_chunkFirstRow[chunk]];
  if (seconds == Chunk::kNoTime) return std::nullopt;
  return Timestamp{std::chrono::seconds{seconds}};
}

const Kind& DeliveryLog::kind(RowId row) const {
  const std::size_t chunk = chunkOf(row);
  return m_kinds[m_chunks[chunk].kind[row.value - m_chunkFirstRow[chunk]]];
}

SourceId DeliveryLog::sourceOf(RowId row) const { return m_chunks[chunkOf(row)].source; }

std::uint64_t DeliveryLog::line(RowId row) const {
  const std::size_t chunk = chunkOf(row);
  return m_chunks[chunk].line(row.value - m_chunkFirstRow[chunk]);
}

std::size_t DeliveryLog::memoryBytes() const {
  std::size_t bytes = m_chunkFirstRow.capacity() * sizeof(m_chunkFirstRow[0]);
  for (const Chunk& chunk : m_chunks) bytes += chunk.memoryBytes();
  return bytes;
}

}  // namespace undelivered
