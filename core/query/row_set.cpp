// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/row_set.h"

#include <algorithm>
#include <numeric>

#include "base/parallel.h"

namespace undelivered {
namespace {

// Rows that a thread writes at a time; fewer are not worth a second one.
constexpr std::size_t kPieceRows = std::size_t{1} << 18;

}  // namespace

RowId RowSet::operator[](std::uint32_t place) const {
  std::uint32_t row = 0;
  copy(place, {&row, 1});
  return RowId{row};
}

void RowSet::copy(std::uint32_t first, std::span<std::uint32_t> into) const {
  if (m_list) {
    std::copy_n(m_list.get() + first, into.size(), into.begin());
  } else if (m_marked) {
    m_marked->copy(first, into);
  } else {
    std::iota(into.begin(), into.end(), first);
  }
}

void RowCursor::fill(std::uint32_t place) {
  m_first = place;
  m_count = static_cast<std::uint32_t>(std::min<std::size_t>(m_part.size(), m_rows.size() - place));
  m_rows.copy(place, std::span(m_part).first(m_count));
}

RowArray RowSet::list() const {
  RowArray rows(m_size);
  const std::size_t pieces = (rows.size() + kPieceRows - 1) / kPieceRows;
  forEachInParallel(pieces, threadsFor(pieces), [&](std::size_t piece) {
    const std::size_t first = piece * kPieceRows;
    const std::size_t end = std::min(rows.size(), first + kPieceRows);
    copy(static_cast<std::uint32_t>(first), {rows.data() + first, rows.data() + end});
  });
  return rows;
}

}  // namespace undelivered
