// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/spool.h"

#include <algorithm>
#include <vector>

#include "base/input_stream.h"
#include "input/encoding.h"

namespace undelivered {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;

}  // namespace

Result<std::shared_ptr<const RandomAccessFile>> spoolStream(const FileSystem& files, const std::filesystem::path& path,
                                                            std::stop_token stop) {
  auto stream = openStream(path);
  if (!stream) return tl::unexpected(stream.error());
  auto spool = files.createTemporary();
  if (!spool) return tl::unexpected(spool.error());

  std::vector<char> piece(kPieceBytes);
  while (true) {
    const auto read = (*stream)->read(piece, stop);
    if (!read) return tl::unexpected(read.error());
    if (*read == 0) break;
    if (const auto added = (*spool)->append({piece.data(), *read}); !added) return tl::unexpected(added.error());
  }
  return std::shared_ptr<const RandomAccessFile>(std::move(*spool));
}

Result<std::shared_ptr<const RandomAccessFile>> spoolUtf16(const FileSystem& files, const RandomAccessFile& file,
                                                           std::uint64_t size, Encoding encoding, std::uint64_t skip,
                                                           std::stop_token stop) {
  auto spool = files.createTemporary();
  if (!spool) return tl::unexpected(spool.error());
  Utf16Decoder decoder(encoding == Encoding::Utf16Be);
  std::vector<char> piece(kPieceBytes);
  std::string text;
  for (std::uint64_t at = skip; at < size;) {
    if (stop.stop_requested()) return cancelled();
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), size - at));
    const auto read = file.readAt(at, {piece.data(), wanted});
    if (!read) return tl::unexpected(read.error());
    if (*read == 0) return failure(ErrorCode::FileShrank, {});
    at += *read;
    text.clear();
    decoder.append(text, {piece.data(), *read});
    if (at >= size) decoder.finish(text);
    if (const auto added = (*spool)->append(text); !added) return tl::unexpected(added.error());
  }
  return std::shared_ptr<const RandomAccessFile>(std::move(*spool));
}

}  // namespace undelivered
