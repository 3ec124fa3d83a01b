// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>

namespace undelivered {

/// A row and the number it is sorted by.
struct KeyedRow {
  std::uint32_t key;
  std::uint32_t row;
};

/// Keyed rows whose memory is not written before they are: zeros for millions would cost as much as a pass.
class KeyedRows {
 public:
  explicit KeyedRows(std::size_t size) : m_rows(new KeyedRow[size]), m_size(size) {}

  std::size_t size() const { return m_size; }
  KeyedRow* data() { return m_rows.get(); }
  const KeyedRow* data() const { return m_rows.get(); }
  KeyedRow& operator[](std::size_t i) { return m_rows[i]; }
  std::span<const KeyedRow> all() const { return {m_rows.get(), m_size}; }

 private:
  std::unique_ptr<KeyedRow[]> m_rows;
  std::size_t m_size;
};

/// Sorts by key, equal keys in the order they came in. Takes as many passes as the keys' range needs, and none where
/// they are sorted already; uses several threads where there are many. Leaves them in any order, and some of them out,
/// once the stop is asked for.
void radixSort(KeyedRows& rows, const std::stop_token& stop = {});

}  // namespace undelivered
