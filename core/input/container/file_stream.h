// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/input_stream.h"
#include "base/random_access_file.h"

namespace undelivered {

/// A part of a file from its front to its end. FileShrank where it ends sooner.
class FileStream final : public InputStream {
 public:
  /// `onRead` is told where the stream has come to, in bytes of the file.
  FileStream(std::shared_ptr<const RandomAccessFile> file, std::uint64_t begin, std::uint64_t end,
             std::function<void(std::uint64_t)> onRead = {})
      : m_file(std::move(file)), m_at(begin), m_end(end), m_onRead(std::move(onRead)) {}

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override;

 private:
  std::shared_ptr<const RandomAccessFile> m_file;
  std::uint64_t m_at, m_end;
  std::function<void(std::uint64_t)> m_onRead;
};

/// A stream whose beginning was read already: that again, then the rest, where there is one.
class PrefixedStream final : public InputStream {
 public:
  PrefixedStream(std::string beginning, std::unique_ptr<InputStream> rest)
      : m_beginning(std::move(beginning)), m_rest(std::move(rest)) {}

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override;

 private:
  std::string m_beginning;
  std::size_t m_at = 0;
  std::unique_ptr<InputStream> m_rest;
};

/// Reads until there are that many bytes or the stream is at its end.
Result<std::string> readBeginning(InputStream& stream, std::size_t bytes, const std::stop_token& stop);

}  // namespace undelivered
