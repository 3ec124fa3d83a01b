// SPDX-License-Identifier: GPL-3.0-or-later
#define ZLIB_CONST  // inputs are const
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "input/container/packed_stream.h"

namespace undelivered {
namespace {

/// zlib checks the length and the CRC-32 at the end of each member (RFC 1952 2.3.1).
class GzipDecoder final : public Decoder {
 public:
  GzipDecoder() {
    if (inflateInit2(&m_state, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~GzipDecoder() override { inflateEnd(&m_state); }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;

  std::size_t magicBytes() const override { return 2; }
  bool startsMember(std::string_view bytes) const override { return bytes.starts_with("\x1F\x8B"); }
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

 private:
  static constexpr int kGzipOnly = 15 + 16;  // zlib.h, inflateInit2

  z_stream m_state{};
};

}  // namespace

std::unique_ptr<Decoder> makeGzipDecoder() { return std::make_unique<GzipDecoder>(); }

}  // namespace undelivered
