// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>

#include "base/random_access_file.h"

namespace undelivered {

/// A text in memory where a file is asked for.
class MemoryFile final : public RandomAccessFile {
 public:
  explicit MemoryFile(std::string text) : m_text(std::move(text)) {}

  Result<std::size_t> readAt(std::uint64_t offset, std::span<char> into) const override {
    if (offset >= m_text.size()) return std::size_t{0};
    return m_text.copy(into.data(), into.size(), static_cast<std::size_t>(offset));
  }
  Result<FileState> state() const override { return FileState{m_text.size(), 0, 0, 0}; }

 private:
  std::string m_text;
};

}  // namespace undelivered
