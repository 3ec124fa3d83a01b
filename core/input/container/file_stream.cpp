// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/file_stream.h"

#include <algorithm>

namespace undelivered {

Result<std::size_t> FileStream::read(std::span<char> into, const std::stop_token& stop) {
  if (stop.stop_requested()) return cancelled();
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), m_end - m_at));
  if (wanted == 0) return std::size_t{0};
  const auto read = m_file->readAt(m_at, into.first(wanted));
  if (!read) return tl::unexpected(read.error());
  if (*read == 0) return failure(ErrorCode::FileShrank, {});
  m_at += *read;
  if (m_onRead) m_onRead(m_at);
  return *read;
}

Result<std::size_t> PrefixedStream::read(std::span<char> into, const std::stop_token& stop) {
  if (m_at == m_beginning.size()) return m_rest ? m_rest->read(into, stop) : 0;
  if (stop.stop_requested()) return cancelled();
  const std::size_t taken = m_beginning.copy(into.data(), into.size(), m_at);
  m_at += taken;
  if (m_at == m_beginning.size()) m_beginning = {}, m_at = 0;
  return taken;
}

Result<std::string> readBeginning(InputStream& stream, std::size_t bytes, const std::stop_token& stop) {
  constexpr std::size_t kFirst = std::size_t{1} << 14;  // most members of an archive are small
  std::string text;
  std::size_t done = 0;
  while (done < bytes) {
    if (done == text.size()) text.resize(std::min(bytes, std::max(kFirst, 4 * done)));
    const auto read = stream.read({text.data() + done, text.size() - done}, stop);
    if (!read) return tl::unexpected(read.error());
    if (*read == 0) break;
    done += *read;
  }
  text.resize(done);
  return text;
}

}  // namespace undelivered
