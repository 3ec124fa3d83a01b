// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recipient.h"

#include <bit>

#include "base/short_text.h"

namespace undelivered {
namespace {

// Nearly all recipients are shorter than the first; the hash of a text hangs on which of them it is.
using Short = ShortText<4>;
using Long = ShortText<8>;

/// What the bytes of a text are: not 0 where one is so.
template <class Bytes>
struct Contents {
  Bytes upper{}, atOrUpper{}, other{};  ///< A to Z; those and @; what is no digit

  void add(Bytes bytes) {
    const Bytes atOrMore = (bytes > '?') & (bytes <= 'Z');
    atOrUpper |= atOrMore;
    upper |= atOrMore & (bytes != '@');
    other |= (bytes < '0') | (bytes > '9');
  }
  static bool any(Bytes found) {
    using Words [[gnu::vector_size(16)]] = std::uint64_t;
    const auto words = std::bit_cast<Words>(found);
    return (words[0] | words[1]) != 0;
  }
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
  // Behind its end a text is filled up with digits, which change nothing.
  for (std::size_t i = 0; i < text.part.size(); ++i)
    contents.add(text.part[i] | (~text.mask[i] & (Bytes{} + static_cast<signed char>('0'))));
  // Without a branch for each question: addresses and numbers follow one another at random.
  using Bit = unsigned;
  const Bit address = Bit{contents.any(contents.atOrUpper)} & Bit{!contents.any(contents.upper)} & Bit{plus == 0} &
                      Bit{recipient.back() != '>'};
  const Bit number =
      Bit{!contents.any(contents.other)} & Bit{text.size > 0} & Bit{!recipient.substr(plus).starts_with("00")};
  return (address | number) != 0 ? folded(text.hash()) : 0;
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

std::uint32_t hashRecipient(std::string_view recipient, bool padded, std::string& buffer) {
  if (recipient.empty()) return 0;
  const std::size_t plus = recipient.front() == '+' ? 1 : 0;
  const std::size_t size = recipient.size() - plus;
  std::uint32_t hash = 0;
  if (size <= Short::kBytes) {
    hash = hashPlainRecipient<Short>(recipient, plus, padded);
  } else if (size <= Long::kBytes) {
    hash = hashPlainRecipient<Long>(recipient, plus, padded);
  }
  return hash ? hash : hashNormalised(normaliseRecipient(recipient, buffer));
}

}  // namespace undelivered
