// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plain_reads.h"

#include <zip.h>
#include <zlib.h>
#include <zstd.h>

#include <cstdio>
#include <memory>
#include <vector>

namespace undelivered::bench {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File openPlainly(const std::string& path) {
  File file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (file) std::setvbuf(file.get(), nullptr, _IONBF, 0);
  return file;
}

std::uint64_t inflatePlainly(std::FILE* file) {
  z_stream state{};
  if (inflateInit2(&state, 15 + 16) != Z_OK) return 0;
  std::vector<unsigned char> in(kPieceBytes), out(kPieceBytes);
  int result = Z_OK;
  while (result == Z_OK) {
    if (state.avail_in == 0) {
      state.avail_in = static_cast<uInt>(std::fread(in.data(), 1, in.size(), file));
      state.next_in = in.data();
    }
    state.next_out = out.data();
    state.avail_out = static_cast<uInt>(out.size());
    result = inflate(&state, Z_NO_FLUSH);
  }
  const std::uint64_t bytes = result == Z_STREAM_END ? state.total_out : 0;
  inflateEnd(&state);
  return bytes;
}

std::uint64_t unzstdPlainly(std::FILE* file) {
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> state(ZSTD_createDStream(), &ZSTD_freeDStream);
  std::vector<char> packed(kPieceBytes), text(kPieceBytes);
  std::uint64_t bytes = 0;
  std::size_t left = 1;
  while (left != 0) {
    ZSTD_inBuffer in{packed.data(), std::fread(packed.data(), 1, packed.size(), file), 0};
    if (in.size == 0) return 0;
    while (in.pos < in.size) {
      ZSTD_outBuffer out{text.data(), text.size(), 0};
      left = ZSTD_decompressStream(state.get(), &out, &in);
      if (ZSTD_isError(left)) return 0;
      bytes += out.pos;
    }
  }
  return bytes;
}

std::uint64_t unzipPlainly(const std::string& path) {
  const std::unique_ptr<zip_t, void (*)(zip_t*)> archive(zip_open(path.c_str(), ZIP_RDONLY, nullptr), &zip_discard);
  if (!archive) return 0;
  std::vector<char> out(kPieceBytes);
  std::uint64_t bytes = 0;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
    zip_file_t* member = zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(i), 0);
    if (!member) return 0;
    zip_int64_t read = 0;
    while ((read = zip_fread(member, out.data(), out.size())) > 0) bytes += static_cast<std::uint64_t>(read);
    if (zip_fclose(member) != 0 || read < 0) return 0;
  }
  return bytes;
}

}  // namespace

std::uint64_t readPlainly(const std::string& path) {
  const File file = openPlainly(path);
  if (!file) return 0;
  std::vector<char> piece(kPieceBytes);
  std::uint64_t bytes = 0;
  while (const std::size_t read = std::fread(piece.data(), 1, piece.size(), file.get())) bytes += read;
  return bytes;
}

std::uint64_t unpackPlainly(const std::string& path, Packing packing) {
  if (packing == Packing::Zip || packing == Packing::Workbook) return unzipPlainly(path);
  const File file = openPlainly(path);
  if (!file) return 0;
  return packing == Packing::Gzip ? inflatePlainly(file.get()) : unzstdPlainly(file.get());
}

}  // namespace undelivered::bench
