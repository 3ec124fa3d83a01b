// SPDX-License-Identifier: GPL-3.0-or-later
#define ZLIB_CONST  // inputs are const
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <new>

#include "input/container/packed_stream.h"

namespace undelivered {
namespace {

// zlib.h, inflateInit2
constexpr int kGzipOnly = 15 + 16;
constexpr int kNoHeader = -15;

class ZlibDecoder : public Decoder {
 public:
  explicit ZlibDecoder(int windowBits) {
    if (inflateInit2(&m_state, windowBits) != Z_OK) throw std::bad_alloc();
  }
  ~ZlibDecoder() override { inflateEnd(&m_state); }
  ZlibDecoder(const ZlibDecoder&) = delete;
  ZlibDecoder& operator=(const ZlibDecoder&) = delete;

  void beginMember() override { inflateReset(&m_state); }

  Step decode(std::string_view packed, std::span<char> into) override {
    constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
    const auto given = static_cast<uInt>(std::min(packed.size(), kMost));
    const auto room = static_cast<uInt>(std::min(into.size(), kMost));
    m_state.next_in = reinterpret_cast<const Bytef*>(packed.data());
    m_state.avail_in = given;
    m_state.next_out = reinterpret_cast<Bytef*>(into.data());
    m_state.avail_out = room;
    const int result = inflate(&m_state, Z_NO_FLUSH);
    Step step{State::More, given - m_state.avail_in, room - m_state.avail_out};
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    if (result == Z_STREAM_END) step.state = State::MemberEnd;
    if (result == Z_DATA_ERROR || result == Z_NEED_DICT || result == Z_STREAM_ERROR) step.state = State::Damaged;
    return step;
  }

 protected:
  z_stream m_state{};
};

/// The length and the CRC-32 at the end of each member (RFC 1952 2.3.1) are for others to compare. What zlib itself
/// still does compare is the CRC-16 of a header that has one.
class GzipDecoder final : public ZlibDecoder {
 public:
  GzipDecoder() : ZlibDecoder(kGzipOnly) {}
  std::size_t magicBytes() const override { return 2; }
  bool startsMember(std::string_view bytes) const override { return bytes.starts_with("\x1F\x8B"); }
  void beginMember() override {
    ZlibDecoder::beginMember();
    inflateValidate(&m_state, 1);
    m_tail = 0;
  }

  Step decode(std::string_view packed, std::span<char> into) override {
    const Step step = ZlibDecoder::decode(packed, into);
    if (step.produced > 0) inflateValidate(&m_state, 0);  // the header is behind
    const std::string_view taken = packed.substr(0, step.consumed);
    for (const char c : taken.substr(taken.size() - std::min(taken.size(), kTrailerBytes)))
      m_tail = m_tail >> 8 | std::uint64_t{static_cast<unsigned char>(c)} << 56;
    return step;
  }

  std::optional<MemberChecks::Check> check() const override {
    return MemberChecks::Check{0, 0, static_cast<std::uint32_t>(m_tail), static_cast<std::uint32_t>(m_tail >> 32)};
  }

 private:
  static constexpr std::size_t kTrailerBytes = 8;

  std::uint64_t m_tail = 0;  // the last eight bytes that were taken: CRC-32 and length, little endian
};

/// Has no sign of where it starts, and only one member.
class DeflateDecoder final : public ZlibDecoder {
 public:
  DeflateDecoder() : ZlibDecoder(kNoHeader) {}
  std::size_t magicBytes() const override { return 1; }
  bool startsMember(std::string_view) const override { return !m_begun; }
  void beginMember() override {
    m_begun = true;
    ZlibDecoder::beginMember();
  }

 private:
  bool m_begun = false;
};

}  // namespace

std::unique_ptr<Decoder> makeDeflateDecoder() { return std::make_unique<DeflateDecoder>(); }

std::unique_ptr<Decoder> makeGzipDecoder() { return std::make_unique<GzipDecoder>(); }

}  // namespace undelivered
