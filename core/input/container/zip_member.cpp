// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/zip_member.h"

#include <zlib.h>

#include <utility>
#include <vector>

#include "input/container/packed_stream.h"
#include "input/encoding.h"

namespace undelivered {
namespace {

/// Compares the length and the checksum of what is read with those in the archive's list.
class CheckedStream final : public InputStream {
 public:
  CheckedStream(std::unique_ptr<InputStream> stream, std::uint64_t size, std::uint32_t checksum)
      : m_stream(std::move(stream)), m_left(size), m_wanted(checksum) {}

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override {
    auto read = m_stream->read(into, stop);
    if (!read) return read;
    m_checksum = ::crc32_z(m_checksum, reinterpret_cast<const Bytef*>(into.data()), *read);
    const bool wrong = *read > m_left || (*read == 0 && (m_left > 0 || m_checksum != m_wanted));
    if (wrong) return failure(ErrorCode::DamagedArchive, {}, "its checksum does not match");
    m_left -= *read;
    return read;
  }

 private:
  std::unique_ptr<InputStream> m_stream;
  std::uint64_t m_left;
  std::uint32_t m_wanted;
  uLong m_checksum = 0;
};

/// The only member of compressed data.
class OnlyMember final : public InputStream {
 public:
  OnlyMember(std::unique_ptr<Decoder> decoder, std::unique_ptr<InputStream> packed)
      : m_stream(std::move(decoder), std::move(packed), m_notes) {}
  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override {
    return m_stream.read(into, stop);
  }

 private:
  std::vector<std::string> m_notes;
  PackedStream m_stream;
};

}  // namespace

std::unique_ptr<InputStream> checkedMember(std::unique_ptr<InputStream> stream, std::uint64_t size,
                                           std::uint32_t checksum) {
  return std::make_unique<CheckedStream>(std::move(stream), size, checksum);
}

std::unique_ptr<InputStream> zstdMember(std::unique_ptr<InputStream> packed) {
  return std::make_unique<OnlyMember>(makeZstdDecoder(), std::move(packed));
}

std::unique_ptr<InputStream> deflatedMember(std::unique_ptr<InputStream> packed) {
  return std::make_unique<OnlyMember>(makeDeflateDecoder(), std::move(packed));
}

std::string shownMemberName(std::string_view name) {
  std::string shown;
  for (const char c : toUtf8(name)) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    control ? shown += "\uFFFD" : shown += c;
  }
  return shown;
}

}  // namespace undelivered
