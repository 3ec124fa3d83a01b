// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_stream.h"
#include "base/result.h"

namespace undelivered {

class ZipArchive;

enum class Container : std::uint8_t { None, Gzip, Zstd, Zip };

/// What a file is by its first bytes, whatever it is called.
Container containerOf(std::string_view beginning);
/// "gzip", "zstd", "zip".
std::string_view name(Container container);

/// The error about a format that is known by its first bytes and is not read (UnsupportedFormat, EncryptedFile);
/// success for anything else.
Result<void> refuseUnread(std::string_view beginning);

/// What a gzip or zstd stream unpacks to; `notes` as in PackedStream.
std::unique_ptr<InputStream> unpack(Container container, std::unique_ptr<InputStream> packed,
                                    std::vector<std::string>& notes);

/// The documents of offices are zip archives too: "xlsx", "xlsb", "ods", "odt", "docx", "pptx"; empty for other
/// archives.
Result<std::string> officeFormat(ZipArchive& archive);

}  // namespace undelivered
