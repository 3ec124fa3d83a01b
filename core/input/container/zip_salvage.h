// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "base/input_stream.h"
#include "base/random_access_file.h"
#include "base/result.h"

namespace undelivered {

/// The members of a zip archive whose list is missing, as where it was cut off: one after the other, by what stands in
/// front of each (APPNOTE.TXT 4.3.7, 4.3.9). Every member is compared with its checksum, so that it is whole or an
/// error. For one thread at a time.
class ZipSalvage {
 public:
  ZipSalvage(std::shared_ptr<const RandomAccessFile> file, std::uint64_t size,
             std::function<void(std::uint64_t)> onRead = {})
      : m_file(std::move(file)), m_size(size), m_onRead(std::move(onRead)) {}

  struct Member {
    std::string name;  ///< as ZipArchive::name()
    std::uint16_t flags = 0, method = 0;
    std::uint32_t checksum = 0;
    std::uint64_t begin = 0, packed = 0, size = 0;  ///< where its data starts, and how many bytes it has and unpacks to
    bool cutOff = false;                            ///< the file ends in it
  };
  /// Nothing where no other member starts. Errors: those of reading, Cancelled.
  Result<std::optional<Member>> next(const std::stop_token& stop);
  /// EncryptedFile, UnsupportedFormat (compressed by a method that is not known), DamagedArchive; length and checksum
  /// are looked at when the stream comes to its end.
  Result<std::unique_ptr<InputStream>> open(const Member& member) const;
  /// Where the search has come to: what stands from there on is no member.
  std::uint64_t place() const { return m_at; }

 private:
  Result<std::string> bytesAt(std::uint64_t at, std::size_t count) const;
  Result<void> findDescriptor(Member& member, const std::stop_token& stop) const;

  std::shared_ptr<const RandomAccessFile> m_file;
  std::uint64_t m_size;
  std::function<void(std::uint64_t)> m_onRead;
  std::uint64_t m_at = 0;
};

}  // namespace undelivered
