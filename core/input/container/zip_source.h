// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zip.h>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "base/random_access_file.h"

namespace undelivered {

/// A file as libzip asks for it. It must outlive the archive that is opened on it.
class ZipSource {
 public:
  ZipSource(std::shared_ptr<const RandomAccessFile> file, std::uint64_t size, std::stop_token stop,
            std::function<void(std::uint64_t)> onRead)
      : m_file(std::move(file)), m_size(size), m_stop(std::move(stop)), m_onRead(std::move(onRead)) {}
  ZipSource(const ZipSource&) = delete;
  ZipSource& operator=(const ZipSource&) = delete;

  /// To be given to zip_source_function_create with this object.
  static zip_int64_t answer(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command);
  /// What befell the file, or that the stop was asked for: libzip knows only that a read has failed.
  const std::optional<Error>& error() const { return m_error; }
  /// Where in the file was read last.
  std::uint64_t place() const { return m_at; }

 private:
  zip_int64_t read(char* into, std::uint64_t length);
  zip_int64_t seek(void* data, zip_uint64_t length);

  std::shared_ptr<const RandomAccessFile> m_file;
  std::uint64_t m_size;
  std::stop_token m_stop;
  std::function<void(std::uint64_t)> m_onRead;
  std::uint64_t m_at = 0;
  std::optional<Error> m_error;
};

}  // namespace undelivered
