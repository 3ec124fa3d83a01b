// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/container.h"

#include "input/container/ahead_stream.h"
#include "input/container/file_stream.h"
#include "input/container/packed_stream.h"
#include "input/container/zip_archive.h"

namespace undelivered {
namespace {

struct Signature {
  std::string_view bytes, name;
  std::size_t at = 0;
};

constexpr Signature kUnread[] = {
    {{"\xD0\xCF\x11\xE0", 4}, "xls"},  // MS-CFB 2.2
    {{"BZh", 3}, "bzip2"},
    {{"\xFD\x37\x7A\x58\x5A", 5}, "xz"},
    {{"%PDF", 4}, "pdf"},
    {{"7z\xBC\xAF\x27\x1C", 6}, "7z"},
    {{"Rar!\x1A\x07", 6}, "rar"},
    {{"ustar", 5}, "tar", 257},  // POSIX.1, pax
};

/// MS-OFFCRYPTO 2.3.4: a workbook with a password is a compound file with a stream of that name.
bool isEncryptedWorkbook(std::string_view beginning) {
  std::string name;
  for (const char c : std::string_view("EncryptedPackage")) name += {c, '\0'};
  return beginning.find(name) != std::string_view::npos;
}

}  // namespace

Container containerOf(std::string_view beginning) {
  if (beginning.starts_with("\x1F\x8B")) return Container::Gzip;  // RFC 1952 2.3.1
  if (makeZstdDecoder()->startsMember(beginning)) return Container::Zstd;
  // APPNOTE.TXT 4.3.7, 4.3.16 (an empty archive) and 8.5.4 (one of several parts, or of the only one).
  for (const std::string_view sign : {std::string_view("PK\x03\x04", 4), {"PK\x05\x06", 4}, {"PK\x07\x08", 4}})
    if (beginning.starts_with(sign)) return Container::Zip;
  return Container::None;
}

std::string_view name(Container container) {
  switch (container) {
    case Container::Gzip:
      return "gzip";
    case Container::Zstd:
      return "zstd";
    case Container::Zip:
      return "zip";
    case Container::None:
      break;
  }
  return {};
}

Result<void> refuseUnread(std::string_view beginning) {
  for (const Signature& signature : kUnread) {
    if (beginning.size() < signature.at || !beginning.substr(signature.at).starts_with(signature.bytes)) continue;
    if (signature.name == "xls" && isEncryptedWorkbook(beginning))
      return failure(ErrorCode::EncryptedFile, {}, "protected by a password");
    return failure(ErrorCode::UnsupportedFormat, {}, std::string(signature.name));
  }
  return {};
}

std::unique_ptr<InputStream> unpack(Container container, std::unique_ptr<InputStream> packed,
                                    std::vector<std::string>& notes) {
  const auto checks = std::make_shared<MemberChecks>();
  auto decoder = container == Container::Gzip ? makeGzipDecoder() : makeZstdDecoder();
  auto unpacked = std::make_unique<PackedStream>(std::move(decoder), std::move(packed), notes, checks);
  return std::make_unique<CheckedMembers>(std::make_unique<AheadStream>(std::move(unpacked)), checks);
}

Result<std::string> officeFormat(ZipArchive& archive) {
  constexpr std::pair<const char*, const char*> kParts[] = {{"xl/workbook.bin", "xlsb"},
                                                            {"xl/workbook.xml", "xlsx"},
                                                            {"word/document.xml", "docx"},
                                                            {"ppt/presentation.xml", "pptx"}};
  for (const auto& [part, format] : kParts) {
    if (archive.find(part)) return std::string(format);
  }
  const auto type = archive.find("mimetype");  // OpenDocument 1.3 part 2, 3.3
  if (!type) return std::string();
  auto stream = archive.openMember(*type);
  if (!stream) return tl::unexpected(stream.error());
  const auto text = readBeginning(**stream, 100, {});
  if (!text) return tl::unexpected(text.error());
  if (text->starts_with("application/vnd.oasis.opendocument.spreadsheet")) return "ods";
  return text->starts_with("application/vnd.oasis.opendocument") ? "odt" : std::string();
}

}  // namespace undelivered
