// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/spool.h"

#include <algorithm>
#include <vector>

namespace undelivered {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;

/// A part of a temporary file, which nobody else knows: it never changes.
class SpooledText final : public RandomAccessFile {
 public:
  SpooledText(std::shared_ptr<const RandomAccessFile> file, std::uint64_t begin, std::uint64_t end)
      : m_file(std::move(file)), m_begin(begin), m_end(end) {}

  Result<std::size_t> readAt(std::uint64_t offset, std::span<char> into) const override {
    if (offset >= m_end - m_begin) return std::size_t{0};
    const auto wanted = std::min<std::uint64_t>(into.size(), m_end - m_begin - offset);
    return m_file->readAt(m_begin + offset, into.first(static_cast<std::size_t>(wanted)));
  }
  Result<FileState> state() const override { return FileState{m_end - m_begin, 0, 0, 0}; }

 private:
  std::shared_ptr<const RandomAccessFile> m_file;
  std::uint64_t m_begin, m_end;
};

}  // namespace

Result<void> Spool::begin() {
  m_begin = m_end;
  if (m_file) return {};
  auto file = m_files.createTemporary();
  if (!file) return tl::unexpected(file.error());
  m_file = std::move(*file);
  return {};
}

Result<void> Spool::append(std::string_view text) {
  auto added = m_file->append(text);
  if (added) m_end += text.size();
  return added;
}

std::shared_ptr<const RandomAccessFile> Spool::finish() {
  return std::make_shared<SpooledText>(m_file, m_begin, m_end);
}

Result<std::shared_ptr<const RandomAccessFile>> spoolStream(Spool& spool, InputStream& stream,
                                                            const std::stop_token& stop) {
  if (auto begun = spool.begin(); !begun) return tl::unexpected(begun.error());
  std::vector<char> piece(kPieceBytes);
  while (true) {
    const auto read = stream.read(piece, stop);
    if (!read) return tl::unexpected(read.error());
    if (*read == 0) return spool.finish();
    if (const auto added = spool.append({piece.data(), *read}); !added) return tl::unexpected(added.error());
  }
}

Result<std::size_t> DecodedStream::read(std::span<char> into, const std::stop_token& stop) {
  while (m_taken == m_text.size() && !m_ended) {
    m_text.clear();
    m_taken = 0;
    std::vector<char> piece(kPieceBytes);
    const auto read = m_encoded->read(piece, stop);
    if (!read) return tl::unexpected(read.error());
    m_ended = *read == 0;
    if (m_isCp850) {
      appendCp850(m_text, {piece.data(), *read});
      continue;
    }
    m_ended ? m_decoder.finish(m_text) : m_decoder.append(m_text, {piece.data(), *read});
  }
  const std::size_t taken = m_text.copy(into.data(), into.size(), m_taken);
  m_taken += taken;
  return taken;
}

}  // namespace undelivered
