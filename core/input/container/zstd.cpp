// SPDX-License-Identifier: GPL-3.0-or-later
#include <zstd.h>
#include <zstd_errors.h>

#include <new>

#include "input/container/packed_stream.h"

namespace undelivered {
namespace {

/// The library skips skippable frames (RFC 8878 3.1.2) and checks the checksum of a frame where it has one. The window
/// is limited to 128 MiB, its default, so that no log takes more memory than that.
class ZstdDecoder final : public Decoder {
 public:
  ZstdDecoder() : m_state(ZSTD_createDStream()) {
    if (!m_state) throw std::bad_alloc();
  }
  ~ZstdDecoder() override { ZSTD_freeDStream(m_state); }
  ZstdDecoder(const ZstdDecoder&) = delete;
  ZstdDecoder& operator=(const ZstdDecoder&) = delete;

  std::size_t magicBytes() const override { return 4; }
  bool startsMember(std::string_view bytes) const override {
    if (bytes.starts_with("\x28\xB5\x2F\xFD")) return true;
    return bytes.size() >= 4 && (bytes[0] & 0xF0) == 0x50 && bytes.substr(1).starts_with("\x2A\x4D\x18");
  }
  void beginMember() override { ZSTD_initDStream(m_state); }

  Step decode(std::string_view packed, std::span<char> into) override {
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{into.data(), into.size(), 0};
    const std::size_t result = ZSTD_decompressStream(m_state, &out, &in);
    Step step{State::More, in.pos, out.pos};
    if (!ZSTD_isError(result)) {
      if (result == 0) step.state = State::MemberEnd;
      return step;
    }
    const ZSTD_ErrorCode error = ZSTD_getErrorCode(result);
    if (error == ZSTD_error_memory_allocation) throw std::bad_alloc();
    // The library tells after some calls that it can do nothing: that is a matter of what it was given.
    const bool stuck = error == ZSTD_error_srcSize_wrong || error == ZSTD_error_dstSize_tooSmall;
    if (stuck) return step;
    step.state = error == ZSTD_error_frameParameter_windowTooLarge ? State::TooLarge : State::Damaged;
    return step;
  }

 private:
  ZSTD_DStream* m_state;
};

}  // namespace

std::unique_ptr<Decoder> makeZstdDecoder() { return std::make_unique<ZstdDecoder>(); }

}  // namespace undelivered
