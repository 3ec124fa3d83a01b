// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "base/input_stream.h"
#include "base/random_access_file.h"
#include "base/result.h"

struct zip;

namespace undelivered {

class ZipSource;

/// A zip archive (APPNOTE.TXT; zip64 too) as what is in it. For one thread at a time; streams of members must not
/// outlive it. Nothing is ever written under a member's name.
class ZipArchive {
 public:
  /// `onRead` is told where reading is, in bytes of the file. DamagedArchive where there is no list of members.
  static Result<std::unique_ptr<ZipArchive>> open(std::shared_ptr<const RandomAccessFile> file, std::uint64_t size,
                                                  std::stop_token stop, std::function<void(std::uint64_t)> onRead = {});
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  std::uint64_t count() const;
  /// A member's name as UTF-8, whatever it is stored in; control characters are shown as U+FFFD. Folders end with "/".
  std::string name(std::uint64_t member) const;
  /// The member of that name, regardless of the case of ASCII letters.
  std::optional<std::uint64_t> find(const std::string& name) const;
  /// EncryptedFile, UnsupportedFormat (compressed by a method that is not known), DamagedArchive; length and checksum
  /// are looked at when the stream comes to its end. It may read the archive from a thread of its own for as long as it
  /// is there.
  Result<std::unique_ptr<InputStream>> openMember(std::uint64_t member);

 private:
  class MemberStream;
  explicit ZipArchive(std::unique_ptr<ZipSource> source);
  tl::unexpected<Error> failureOf(int zipError) const;

  std::unique_ptr<ZipSource> m_source;
  zip* m_zip = nullptr;
};

}  // namespace undelivered
