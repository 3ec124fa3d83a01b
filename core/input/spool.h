// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/input_stream.h"
#include "base/random_access_file.h"
#include "base/result.h"
#include "input/encoding.h"

namespace undelivered {

/// A nameless temporary file that texts are put into one after the other: those of an archive share one, so that they
/// take no more open files than one. Not for several threads at once; what was finished may be read by any.
class Spool {
 public:
  explicit Spool(const FileSystem& files) : m_files(files) {}

  /// Starts a text. What was appended of one that was not finished is left.
  Result<void> begin();
  Result<void> append(std::string_view text);
  /// The text since begin() as a file of its own.
  std::shared_ptr<const RandomAccessFile> finish();
  /// Bytes of all texts.
  std::uint64_t size() const { return m_end; }

 private:
  const FileSystem& m_files;
  std::shared_ptr<FileSystem::TemporaryFile> m_file;
  std::uint64_t m_begin = 0, m_end = 0;
};

/// Copies the rest of a stream into the spool, as a text of its own.
Result<std::shared_ptr<const RandomAccessFile>> spoolStream(Spool& spool, InputStream& stream,
                                                            const std::stop_token& stop);

/// Text in UTF-16 or code page 850 as UTF-8.
class DecodedStream final : public InputStream {
 public:
  DecodedStream(Encoding encoding, std::unique_ptr<InputStream> encoded)
      : m_isCp850(encoding == Encoding::Cp850),
        m_decoder(encoding == Encoding::Utf16Be),
        m_encoded(std::move(encoded)) {}

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override;

 private:
  bool m_isCp850;
  Utf16Decoder m_decoder;
  std::unique_ptr<InputStream> m_encoded;
  std::string m_text;
  std::size_t m_taken = 0;
  bool m_ended = false;
};

}  // namespace undelivered
