// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text_keys.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/stoppable.h"

namespace undelivered {
namespace {

constexpr std::uint32_t kStep = sizeof(TextKey::beginning);
// Keys that agree in so many bytes are compared as a whole.
constexpr std::uint32_t kDeepest = 64;
// Fewer are sorted by comparisons in less time than the counts of their bytes are cleared in.
constexpr std::size_t kFew = 512;

class Sorting {
 public:
  Sorting(const std::string& keys, bool descending, const std::stop_token& stop)
      : m_keys(keys), m_descending(descending), m_stop(stop) {}

  /// Sorts entries whose keys agree in their first `depth` bytes; `beginning` holds the eight bytes after these.
  void sort(std::span<TextKey> entries, std::uint32_t depth) {
    if (depth >= kDeepest) return sortByRest(entries, depth);
    if (!sortByBeginning(entries)) return;
    depth += kStep;
    for (std::size_t begin = 0; begin < entries.size();) {
      std::size_t end = begin + 1;
      while (end < entries.size() && entries[end].beginning == entries[begin].beginning) ++end;
      const std::span<TextKey> alike = entries.subspan(begin, end - begin);
      begin = end;
      const auto goesOn = [depth](const TextKey& entry) { return entry.size > depth; };
      if (alike.size() == 1 || std::none_of(alike.begin(), alike.end(), goesOn)) continue;
      const std::uint64_t shared = alike.front().beginning;
      for (TextKey& entry : alike) entry.beginning = beginningOf(restOf(entry, depth));
      sort(alike, depth);
      for (TextKey& entry : alike) entry.beginning = shared;
    }
  }

 private:
  std::string_view restOf(const TextKey& entry, std::uint32_t depth) const {
    return std::string_view(m_keys).substr(entry.at, entry.size).substr(std::min(depth, entry.size));
  }

  /// False: broken off.
  bool sortByBeginning(std::span<TextKey> entries) {
    if (entries.size() > kFew) {
      sortByBytes(entries);
      return !m_stop.stop_requested();
    }
    std::sort(entries.begin(), entries.end(), [this](const TextKey& a, const TextKey& b) {
      if (a.beginning != b.beginning) return m_descending ? b.beginning < a.beginning : a.beginning < b.beginning;
      return a.row < b.row;
    });
    return true;
  }

  /// From the last byte to the first, each pass leaving the order of the one before; bytes that all share cost none.
  void sortByBytes(std::span<TextKey> entries) {
    std::array<std::array<std::uint32_t, 256>, kStep> places{};
    const auto byteOf = [this](const TextKey& entry, std::uint32_t byte) {
      return (m_descending ? ~entry.beginning : entry.beginning) >> 8 * byte & 0xFF;
    };
    for (const TextKey& entry : entries) {
      for (std::uint32_t byte = 0; byte < kStep; ++byte) ++places[byte][byteOf(entry, byte)];
    }
    m_other.resize(std::max(m_other.size(), entries.size()));
    std::span<TextKey> from = entries;
    std::span<TextKey> to = std::span(m_other).first(entries.size());
    for (std::uint32_t byte = 0; byte < kStep && !m_stop.stop_requested(); ++byte) {
      auto& place = places[byte];
      if (place[byteOf(from.front(), byte)] == from.size()) continue;
      std::uint32_t begin = 0;
      for (std::uint32_t& count : place) begin += std::exchange(count, begin);
      for (const TextKey& entry : from) to[place[byteOf(entry, byte)]++] = entry;
      std::swap(from, to);
    }
    if (from.data() != entries.data()) std::copy(from.begin(), from.end(), entries.begin());
  }

  void sortByRest(std::span<TextKey> entries, std::uint32_t depth) const {
    unlessStopped(m_stop, [&](const auto& stoppable) {
      std::sort(entries.begin(), entries.end(), stoppable([&](const TextKey& a, const TextKey& b) {
                  const int order = restOf(a, depth).compare(restOf(b, depth));
                  return order == 0 ? a.row < b.row : m_descending ? order > 0 : order < 0;
                }));
    });
  }

  const std::string& m_keys;
  bool m_descending;
  const std::stop_token& m_stop;
  std::vector<TextKey> m_other;
};

}  // namespace

std::uint64_t beginningOf(std::string_view key) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < kStep; ++i) {
    number = number << 8 | (i < key.size() ? static_cast<std::uint8_t>(key[i]) : 0u);
  }
  return number;
}

void sortTextKeys(std::span<TextKey> entries, const std::string& keys, bool descending, const std::stop_token& stop) {
  Sorting(keys, descending, stop).sort(entries, 0);
}

}  // namespace undelivered
