// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>

#include "base/random_access_file.h"
#include "base/result.h"
#include "input/source.h"

namespace undelivered {

/// Copies what can be read only once (standard input, a pipe) into a temporary file. `path` "-" is standard input.
Result<std::shared_ptr<const RandomAccessFile>> spoolStream(const FileSystem& files, const std::filesystem::path& path,
                                                            std::stop_token stop);

/// Copies UTF-16 text into a temporary file as UTF-8, without its byte order mark.
Result<std::shared_ptr<const RandomAccessFile>> spoolUtf16(const FileSystem& files, const RandomAccessFile& file,
                                                           std::uint64_t size, Encoding encoding, std::uint64_t skip,
                                                           std::stop_token stop);

}  // namespace undelivered
