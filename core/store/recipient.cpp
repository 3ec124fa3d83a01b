// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recipient.h"

#include <algorithm>
#include <bit>

#include "base/short_text.h"

namespace undelivered {
namespace {

// Nearly all recipients are shorter than the first; the hash of a text hangs on which of them it is.
using Short = ShortText<4>;
using Long = ShortText<8>;

/// What the bytes of a text are.
template <class Signed>
class Contents {
 public:
  void add(Signed text, Signed mask) {
    const auto bytes = std::bit_cast<Bytes>(text);
    m_at |= bytes == '@';
    m_leastFromA = least(m_leastFromA, bytes - 'A');
    // Behind its end a text is filled up with zeros, which count as digits here.
    m_mostFromZero = most(m_mostFromZero, (bytes - '0') & std::bit_cast<Bytes>(mask));
  }
  // None is 0, so that questions are put together without a branch for each.
  std::uint64_t at() const { return any(m_at); }
  std::uint64_t upper() const { return any(m_leastFromA < 26); }
  std::uint64_t noDigit() const { return any(m_mostFromZero > 9); }

 private:
  using Bytes [[gnu::vector_size(16)]] = unsigned char;
  using Words [[gnu::vector_size(16)]] = std::uint64_t;

  static Bytes least(Bytes a, Bytes b) { return a < b ? a : b; }
  static Bytes most(Bytes a, Bytes b) { return a > b ? a : b; }
  template <class Found>
  static std::uint64_t any(Found found) {
    const auto words = std::bit_cast<Words>(found);
    return words[0] | words[1];
  }

  Signed m_at{};
  Bytes m_leastFromA = ~Bytes{};
  Bytes m_mostFromZero{};
};

std::uint32_t folded(std::uint64_t hash) {
  const auto half = static_cast<std::uint32_t>(hash ^ hash >> 32);
  return half ? half : 1;
}

/// The hash of a recipient that is its own normalised form but for a leading +, as nearly all are; 0 for another one.
template <class Text>
inline std::uint32_t hashPlainRecipient(std::string_view recipient, std::size_t plus, bool padded) {
  const Text text(recipient.substr(plus), padded);
  using Bytes = typename Text::Bytes;
  Contents<Bytes> contents;
  for (std::size_t i = 0; i < text.part.size(); ++i) contents.add(text.part[i], text.mask[i]);
  // Addresses and numbers follow one another at random: what speaks against either is gathered without a branch.
  const auto bit = [](bool against) { return std::uint64_t{against}; };
  const std::uint64_t noAddress =
      contents.upper() | bit(contents.at() == 0) | bit(plus != 0) | bit(recipient.back() == '>');
  const std::uint64_t noNumber =
      contents.noDigit() | bit(text.size == 0) | bit(recipient.substr(plus).starts_with("00"));
  return std::min(noAddress, noNumber) == 0 ? folded(text.hash()) : 0;
}

std::uint32_t hashNormalised(std::string_view normal) {
  if (normal.empty()) return 0;
  if (normal.size() <= Short::kBytes) return folded(Short(normal, false).hash());
  return folded(normal.size() <= Long::kBytes ? Long(normal, false).hash() : hashBytes(normal));
}

}  // namespace

std::string_view normaliseRecipient(std::string_view recipient, std::string& buffer) {
  if (recipient.empty()) return {};
  if (recipient.find('@') != std::string_view::npos) {
    if (recipient.back() == '>') {
      const std::size_t open = recipient.rfind('<');
      if (open != std::string_view::npos) recipient = recipient.substr(open + 1, recipient.size() - open - 2);
    }
    buffer.resize(recipient.size());
    for (std::size_t i = 0; i < recipient.size(); ++i) {
      const char c = recipient[i];
      buffer[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    return buffer;
  }
  buffer.clear();
  for (char c : recipient) {
    if (c >= '0' && c <= '9') {
      buffer += c;
    } else if (c != '+' && c != ' ' && c != '-' && c != '/' && c != '(' && c != ')' && c != '.') {
      return recipient;
    }
  }
  if (buffer.empty()) return recipient;
  const std::string_view digits = buffer;
  return digits.starts_with("00") ? digits.substr(2) : digits;
}

namespace {

[[gnu::noinline]] std::uint32_t hashAnyRecipient(std::string_view recipient, std::size_t plus, bool padded,
                                                 std::string& buffer) {
  const std::size_t size = recipient.size() - plus;
  std::uint32_t hash = 0;
  if (size <= Short::kBytes) {
    hash = hashPlainRecipient<Short>(recipient, plus, padded);
  } else if (size <= Long::kBytes) {
    hash = hashPlainRecipient<Long>(recipient, plus, padded);
  }
  return hash ? hash : hashNormalised(normaliseRecipient(recipient, buffer));
}

}  // namespace

std::uint32_t hashRecipient(std::string_view recipient, bool padded, std::string& buffer) {
  if (recipient.empty()) return 0;
  const std::size_t plus = recipient.front() == '+' ? 1 : 0;
  // Nearly all; apart from the others, so that it calls nothing and keeps no registers.
  if (padded && recipient.size() - plus <= Short::kBytes) {
    if (const std::uint32_t hash = hashPlainRecipient<Short>(recipient, plus, true)) return hash;
  }
  return hashAnyRecipient(recipient, plus, padded, buffer);
}

}  // namespace undelivered
