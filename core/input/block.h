// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "base/random_access_file.h"
#include "base/result.h"

namespace undelivered {

/// A window of a file in memory that can grow towards the end of the file when a record does not fit.
///
/// The buffer's start keeps the file offset's alignment (64 bytes; a misaligned target makes pread several times
/// slower), and kPadding readable bytes follow the text, so that vector loads and simdjson may read past its end.
class Block {
 public:
  static constexpr std::size_t kPadding = 128;

  Block();
  ~Block();
  Block(Block&&) noexcept;
  Block& operator=(Block&&) noexcept;

  /// Reads [offset, offset + size) of a file of `fileSize` bytes, or less at its end. FileShrank (without a subject)
  /// when the file ends before that.
  Result<void> load(const RandomAccessFile& file, std::uint64_t offset, std::size_t size, std::uint64_t fileSize);
  /// Reads at least `more` further bytes, or up to the end of the file. Views into text() become invalid.
  Result<void> extend(std::size_t more);

  std::uint64_t offset() const { return m_offset; }
  std::string_view text() const { return {m_data, m_size}; }
  bool reachesEnd() const { return m_offset + m_size >= m_fileSize; }

 private:
  Result<void> fill(std::size_t size);

  const RandomAccessFile* m_file = nullptr;
  char* m_base = nullptr;  // the allocation, kept from load to load; starts on a page
  char* m_data = nullptr;  // up to 63 bytes into it, so that it is aligned as the file offset is
  std::size_t m_capacity = 0;
  std::uint64_t m_offset = 0;
  std::size_t m_size = 0;
  std::uint64_t m_fileSize = 0;
};

}  // namespace undelivered
