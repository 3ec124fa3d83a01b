// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pack.h"

#include <zlib.h>
#include <zstd.h>

#include <stdexcept>

namespace undelivered::test {
namespace {

/// By window bits as zlib has them: -15 is deflate alone, 31 is gzip.
std::string deflated(const std::string& text, int windowBits) {
  z_stream state{};
  if (deflateInit2(&state, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string packed(deflateBound(&state, static_cast<uLong>(text.size())) + 32, '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  state.avail_in = static_cast<uInt>(text.size());
  state.next_out = reinterpret_cast<Bytef*>(packed.data());
  state.avail_out = static_cast<uInt>(packed.size());
  if (deflate(&state, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("deflate");
  packed.resize(state.total_out);
  deflateEnd(&state);
  return packed;
}

/// Little endian; what is behind the eight bytes of a value is zero.
void put(std::string& text, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(i < 8 ? value >> (8 * i) : 0);
}

std::string packedBy(const ZipMember& member) {
  if (member.method == ZipMember::Deflated) return deflated(member.data, -15);
  return member.method == ZipMember::Zstd ? zstdOf(member.data) : member.data;
}

struct Lengths {
  std::uint64_t packed, whole;
  std::uint32_t checksum;
};

/// What local header and central directory have in common: from "version needed" to the length of the name.
void putCommon(std::string& text, const ZipMember& member, const Lengths& lengths, bool zip64) {
  put(text, zip64 ? 45 : 20, 2);
  put(text, member.flags, 2);
  put(text, member.method, 2);
  put(text, 0x58210000, 4);  // 1 January 2024
  put(text, lengths.checksum, 4);
  put(text, zip64 ? 0xFFFFFFFF : lengths.packed, 4);
  put(text, zip64 ? 0xFFFFFFFF : lengths.whole, 4);
  put(text, member.name.size(), 2);
}

std::string zip64Field(const Lengths& lengths, std::optional<std::uint64_t> place) {
  std::string field;
  put(field, 1, 2);
  put(field, place ? 24 : 16, 2);
  put(field, lengths.whole, 8);
  put(field, lengths.packed, 8);
  if (place) put(field, *place, 8);
  return field;
}

std::string endOf(std::uint64_t members, std::uint64_t place, std::uint64_t length, bool zip64) {
  std::string end;
  if (zip64) {
    const std::uint64_t at = place + length;
    end = "PK\x06\x06";
    put(end, 44, 8);
    put(end, 45, 2);
    put(end, 45, 2);
    put(end, 0, 8);
    for (const std::uint64_t value : {members, members, length, place}) put(end, value, 8);
    end += "PK\x06\x07";
    put(end, 0, 4);
    put(end, at, 8);
    put(end, 1, 4);
  }
  end += "PK\x05\x06";
  put(end, 0, 4);
  put(end, zip64 ? 0xFFFF : members, 2);
  put(end, zip64 ? 0xFFFF : members, 2);
  put(end, zip64 ? 0xFFFFFFFF : length, 4);
  put(end, zip64 ? 0xFFFFFFFF : place, 4);
  put(end, 0, 2);
  return end;
}

}  // namespace

std::string gzipOf(const std::string& text) { return deflated(text, 31); }

std::string zstdOf(const std::string& text) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compress2(context, packed.data(), packed.size(), text.data(), text.size());
  ZSTD_freeCCtx(context);
  if (ZSTD_isError(size)) throw std::runtime_error("zstd");
  packed.resize(size);
  return packed;
}

std::string zipOf(const std::vector<ZipMember>& members, bool zip64) {
  std::string text, directory;
  for (const ZipMember& member : members) {
    const std::string packed = packedBy(member);
    const auto right =
        ::crc32(0, reinterpret_cast<const Bytef*>(member.data.data()), static_cast<uInt>(member.data.size()));
    const Lengths lengths{packed.size(), member.data.size(),
                          member.checksum.value_or(static_cast<std::uint32_t>(right))};
    const std::uint64_t place = text.size();
    const std::string local = zip64 ? zip64Field(lengths, {}) : "";
    const std::string central = zip64 ? zip64Field(lengths, place) : "";
    text += "PK\x03\x04";
    putCommon(text, member, lengths, zip64);
    put(text, local.size(), 2);
    text += member.name + local + packed;
    directory += "PK\x01\x02";
    put(directory, 45, 2);
    putCommon(directory, member, lengths, zip64);
    put(directory, central.size(), 2);
    put(directory, 0, 2 + 2 + 2 + 4);  // comment, disk, attributes
    put(directory, zip64 ? 0xFFFFFFFF : place, 4);
    directory += member.name + central;
  }
  return text + directory + endOf(members.size(), text.size(), directory.size(), zip64);
}

}  // namespace undelivered::test
