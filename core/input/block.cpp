// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/block.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace undelivered {
namespace {

constexpr std::size_t kAlignment = 4096;
constexpr std::size_t kLeadLimit = 64;

char* allocate(std::size_t size) { return static_cast<char*>(::operator new (size, std::align_val_t{kAlignment})); }
void release(char* data) {
  if (data) ::operator delete (data, std::align_val_t{kAlignment});
}

}  // namespace

Block::Block() = default;
Block::~Block() { release(m_base); }
Block::Block(Block&& other) noexcept { *this = std::move(other); }

Block& Block::operator=(Block&& other) noexcept {
  std::swap(m_file, other.m_file);
  std::swap(m_base, other.m_base);
  std::swap(m_data, other.m_data);
  std::swap(m_capacity, other.m_capacity);
  std::swap(m_offset, other.m_offset);
  std::swap(m_size, other.m_size);
  std::swap(m_fileSize, other.m_fileSize);
  return *this;
}

Result<void> Block::load(const RandomAccessFile& file, std::uint64_t offset, std::size_t size, std::uint64_t fileSize) {
  m_file = &file;
  m_fileSize = fileSize;
  m_offset = std::min(offset, fileSize);
  m_size = 0;
  m_data = m_base ? m_base + m_offset % kLeadLimit : nullptr;
  return extend(size);
}

Result<void> Block::extend(std::size_t more) {
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(m_size + more, m_fileSize - m_offset));
  if (!m_base || wanted > m_capacity) {
    const std::size_t capacity = std::max(wanted, 2 * m_capacity);
    char* base = allocate(kLeadLimit + capacity + kPadding);
    char* data = base + m_offset % kLeadLimit;
    if (m_size) std::memcpy(data, m_data, m_size);
    release(m_base);
    m_base = base;
    m_data = data;
    m_capacity = capacity;
  }
  return fill(wanted);
}

Result<void> Block::fill(std::size_t size) {
  if (size > m_size) {
    const auto read = m_file->readAt(m_offset + m_size, {m_data + m_size, size - m_size});
    if (!read) return tl::unexpected(read.error());
    m_size += *read;
    // The file was longer when it was opened: what is missing must not look like the end of a log.
    if (m_size < size) return failure(ErrorCode::FileShrank, {});
  }
  std::memset(m_data + m_size, 0, kPadding);
  return {};
}

}  // namespace undelivered
