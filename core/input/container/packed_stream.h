// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_stream.h"
#include "input/container/checked_members.h"

namespace undelivered {

/// Unpacks one kind of compressed data: members (gzip) or frames (zstd), one after the other.
class Decoder {
 public:
  virtual ~Decoder() = default;

  enum class State { More, MemberEnd, Damaged, TooLarge };
  struct Step {
    State state = State::More;
    std::size_t consumed = 0, produced = 0;
  };
  /// How many bytes tell whether a member starts.
  virtual std::size_t magicBytes() const = 0;
  virtual bool startsMember(std::string_view bytes) const = 0;
  virtual void beginMember() = 0;
  /// Unpacks as much as there is and fits. All of `packed` is of one member, or behind it.
  virtual Step decode(std::string_view packed, std::span<char> into) = 0;
  /// The checksum and the length of the member that has ended, where they are not compared by the decoder.
  virtual std::optional<MemberChecks::Check> check() const { return std::nullopt; }
};

std::unique_ptr<Decoder> makeGzipDecoder();     ///< RFC 1952; compares nothing
std::unique_ptr<Decoder> makeZstdDecoder();     ///< RFC 8878
std::unique_ptr<Decoder> makeDeflateDecoder();  ///< RFC 1951: without a header, one stream alone

/// What compressed data unpacks to: all its members, one after the other. Data that ends in a member or does not unpack
/// is DamagedArchive with its place, never the end of the stream. Bytes behind the last member that start no other one
/// are left, and told as a note in `notes`, which must outlive the stream. What its decoder does not compare goes to
/// `checks`, for CheckedMembers.
class PackedStream final : public InputStream {
 public:
  PackedStream(std::unique_ptr<Decoder> decoder, std::unique_ptr<InputStream> packed, std::vector<std::string>& notes,
               std::shared_ptr<MemberChecks> checks = {})
      : m_decoder(std::move(decoder)), m_packed(std::move(packed)), m_notes(notes), m_checks(std::move(checks)) {}

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override;

 private:
  std::string_view pending() const { return std::string_view(m_buffer).substr(m_taken); }
  std::uint64_t place() const { return m_before + m_taken; }
  Result<void> readMore(const std::stop_token& stop);
  /// Begins the next member. False: there is none.
  Result<bool> nextMember(const std::stop_token& stop);
  void endMember();
  Result<void> tellTrailing(const std::stop_token& stop);

  std::unique_ptr<Decoder> m_decoder;
  std::unique_ptr<InputStream> m_packed;
  std::vector<std::string>& m_notes;
  std::shared_ptr<MemberChecks> m_checks;
  std::string m_buffer;  // packed bytes from m_taken on
  std::size_t m_taken = 0;
  std::uint64_t m_before = 0;    // bytes in front of the buffer
  std::uint64_t m_produced = 0;  // bytes that were unpacked
  bool m_packedEnded = false, m_inMember = false, m_ended = false;
};

}  // namespace undelivered
