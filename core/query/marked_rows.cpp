// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/marked_rows.h"

#include <algorithm>
#include <array>

#include "query/row_marks.h"

namespace undelivered {

MarkedRows::MarkedRows(std::span<const std::uint32_t> rowsOfParts) : m_parts(rowsOfParts.size() + 1) {
  for (std::size_t i = 0; i < rowsOfParts.size(); ++i) {
    m_parts[i + 1].firstRow = m_parts[i].firstRow + rowsOfParts[i];
    m_parts[i + 1].firstBlock = m_parts[i].firstBlock + (rowsOfParts[i] + kBlockRows - 1) / kBlockRows;
  }
  m_words = LargeArray<std::uint64_t>(m_parts.back().firstBlock * kBlockWords);
  m_before = LargeArray<std::uint32_t>(m_parts.back().firstBlock);
}

std::span<std::uint64_t> MarkedRows::marks(std::size_t part) {
  const std::uint32_t rows = m_parts[part + 1].firstRow - m_parts[part].firstRow;
  return {m_words.data() + m_parts[part].firstBlock * kBlockWords, markWords(rows)};
}

void MarkedRows::countPart(std::size_t part) {
  const Marks written = marks(part);
  const std::size_t firstBlock = m_parts[part].firstBlock;
  std::uint64_t* const end = m_words.data() + m_parts[part + 1].firstBlock * kBlockWords;
  std::fill(written.data() + written.size(), end, std::uint64_t{0});
  m_parts[part].before =
      countBlocks({written.data(), end}, {m_before.data() + firstBlock, m_parts[part + 1].firstBlock - firstBlock});
}

void MarkedRows::finish() {
  std::uint32_t before = 0;
  for (Part& part : m_parts) before += std::exchange(part.before, before);
}

std::span<const std::uint64_t> MarkedRows::wordsOf(std::size_t block, std::size_t end) const {
  return {m_words.data() + block * kBlockWords, m_words.data() + end * kBlockWords};
}

void MarkedRows::copy(std::uint32_t first, std::span<std::uint32_t> into) const {
  const auto above = std::upper_bound(m_parts.begin(), m_parts.end(), first,
                                      [](std::uint32_t place, const Part& part) { return place < part.before; });
  for (auto part = static_cast<std::size_t>(above - m_parts.begin()) - 1; !into.empty(); ++part) {
    const std::size_t count = copyOfPart(part, first - m_parts[part].before, into);
    into = into.subspan(count);
    first += static_cast<std::uint32_t>(count);
  }
}

std::size_t MarkedRows::copyOfPart(std::size_t part, std::uint32_t first, std::span<std::uint32_t> into) const {
  const std::size_t end = m_parts[part + 1].firstBlock;
  const std::uint32_t ofPart = m_parts[part + 1].before - m_parts[part].before;
  const auto beforeBlock = [&](std::size_t block) { return block == end ? ofPart : m_before[block]; };
  const auto baseOf = [&](std::size_t block) {
    return m_parts[part].firstRow + static_cast<std::uint32_t>((block - m_parts[part].firstBlock) * kBlockRows);
  };
  // The first block that has more than so many rows before it.
  const auto blockAbove = [&](std::uint32_t place) {
    const std::uint32_t* const begin = m_before.data();
    return static_cast<std::size_t>(std::upper_bound(begin + m_parts[part].firstBlock, begin + end, place) - begin);
  };
  const std::uint32_t last = std::min<std::uint32_t>(ofPart, first + static_cast<std::uint32_t>(into.size()));
  for (std::uint32_t place = first; place < last;) {
    std::uint32_t* const out = into.data() + (place - first);
    const std::size_t block = blockAbove(place) - 1;
    // Up to here the blocks are wanted as a whole.
    const std::size_t wholeEnd = last == ofPart ? end : blockAbove(last) - 1;
    if (beforeBlock(block) == place && wholeEnd > block) {
      const std::uint32_t count = beforeBlock(wholeEnd) - place;
      writeMarked(wordsOf(block, wholeEnd), baseOf(block), count, out);
      place += count;
      continue;
    }
    std::array<std::uint32_t, kBlockRows> rows;
    writeMarked(wordsOf(block, block + 1), baseOf(block), beforeBlock(block + 1) - beforeBlock(block), rows.data());
    const std::uint32_t skipped = place - beforeBlock(block);
    const std::uint32_t count = std::min(last, beforeBlock(block + 1)) - place;
    std::copy_n(rows.data() + skipped, count, out);
    place += count;
  }
  return last - first;
}

}  // namespace undelivered
