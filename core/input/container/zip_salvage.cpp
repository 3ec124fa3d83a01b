// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/zip_salvage.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "input/container/file_stream.h"
#include "input/container/zip_member.h"

namespace undelivered {
namespace {

// APPNOTE.TXT 4.3.7, 4.3.9, 4.4.4, 4.4.5, 4.5.3.
constexpr std::size_t kHeaderBytes = 30, kDescriptorBytes = 16;
constexpr std::string_view kMember("PK\x03\x04", 4), kDescriptor("PK\x07\x08", 4);
constexpr std::uint16_t kEncrypted = 1, kLengthsBehind = 8;
constexpr std::uint16_t kStored = 0, kDeflated = 8, kZstd = 93, kZip64Field = 1;
constexpr std::uint32_t kIn64 = 0xFFFF'FFFF;
constexpr std::size_t kPieceBytes = std::size_t{1} << 18;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// The lengths that do not fit into the header.
void takeZip64(std::string_view extra, ZipSalvage::Member& member) {
  while (extra.size() >= 4) {
    const std::size_t size = std::min<std::size_t>(static_cast<std::size_t>(number(extra, 2, 2)), extra.size() - 4);
    if (number(extra, 0, 2) == kZip64Field && size >= 16) {
      member.size = number(extra, 4, 8);
      member.packed = number(extra, 12, 8);
      return;
    }
    extra.remove_prefix(4 + size);
  }
}

}  // namespace

Result<std::string> ZipSalvage::bytesAt(std::uint64_t at, std::size_t count) const {
  std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(count, m_size - std::min(m_size, at))), '\0');
  const auto read = m_file->readAt(at, bytes);
  if (!read) return tl::unexpected(read.error());
  if (*read < bytes.size()) return failure(ErrorCode::FileShrank, {});
  return bytes;
}

Result<void> ZipSalvage::findDescriptor(Member& member, const std::stop_token& stop) const {
  for (std::uint64_t at = member.begin; at < m_size; at += kPieceBytes) {
    if (stop.stop_requested()) return cancelled();
    const auto piece = bytesAt(at, kPieceBytes + kDescriptorBytes);
    if (!piece) return tl::unexpected(piece.error());
    for (std::size_t found = 0; (found = piece->find(kDescriptor, found)) != std::string::npos; ++found) {
      if (found >= kPieceBytes || found + kDescriptorBytes > piece->size()) break;
      // By chance the four bytes stand in the data too, but not with its length behind them.
      if (number(*piece, found + 8, 4) != at + found - member.begin) continue;
      member.checksum = static_cast<std::uint32_t>(number(*piece, found + 4, 4));
      member.packed = number(*piece, found + 8, 4);
      member.size = number(*piece, found + 12, 4);
      return {};
    }
  }
  member.cutOff = true;
  return {};
}

Result<std::optional<ZipSalvage::Member>> ZipSalvage::next(const std::stop_token& stop) {
  const auto header = bytesAt(m_at, kHeaderBytes);
  if (!header) return tl::unexpected(header.error());
  if (header->size() < kHeaderBytes || !header->starts_with(kMember)) return std::optional<Member>();
  Member member;
  member.flags = static_cast<std::uint16_t>(number(*header, 6, 2));
  member.method = static_cast<std::uint16_t>(number(*header, 8, 2));
  member.checksum = static_cast<std::uint32_t>(number(*header, 14, 4));
  member.packed = number(*header, 18, 4);
  member.size = number(*header, 22, 4);
  const auto nameBytes = static_cast<std::size_t>(number(*header, 26, 2));
  const auto extraBytes = static_cast<std::size_t>(number(*header, 28, 2));
  const auto behind = bytesAt(m_at + kHeaderBytes, nameBytes + extraBytes);
  if (!behind) return tl::unexpected(behind.error());
  if (behind->size() < nameBytes + extraBytes) return std::optional<Member>();
  member.name = shownMemberName(std::string_view(*behind).substr(0, nameBytes));
  member.begin = m_at + kHeaderBytes + nameBytes + extraBytes;
  if (member.packed == kIn64 || member.size == kIn64) takeZip64(std::string_view(*behind).substr(nameBytes), member);
  std::uint64_t descriptor = 0;
  if (member.flags & kLengthsBehind) {
    if (const auto found = findDescriptor(member, stop); !found) return tl::unexpected(found.error());
    descriptor = kDescriptorBytes;
  }
  member.cutOff |= member.packed > m_size - std::min(m_size, member.begin);
  m_at = member.cutOff ? m_size : member.begin + member.packed + descriptor;
  return std::optional(std::move(member));
}

Result<std::unique_ptr<InputStream>> ZipSalvage::open(const Member& member) const {
  if (member.flags & kEncrypted) return failure(ErrorCode::EncryptedFile, {}, "protected by a password");
  if (member.cutOff) {
    return failure(ErrorCode::DamagedArchive, {},
                   fmt::format("its compressed data ends in the middle, at byte {}", m_size));
  }
  std::unique_ptr<InputStream> stream =
      std::make_unique<FileStream>(m_file, member.begin, member.begin + member.packed, m_onRead);
  if (member.method == kDeflated) {
    stream = deflatedMember(std::move(stream));
  } else if (member.method == kZstd) {
    stream = zstdMember(std::move(stream));
  } else if (member.method != kStored) {
    return failure(ErrorCode::UnsupportedFormat, {}, fmt::format("zip, method {}", member.method));
  }
  return checkedMember(std::move(stream), member.size, member.checksum);
}

}  // namespace undelivered
