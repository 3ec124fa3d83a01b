// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recipient.h"

#include "base/short_text.h"

namespace undelivered {
namespace {

using PlainText = ShortText<4>;

constexpr std::uint64_t everyByte(std::uint8_t byte) { return byte * 0x0101010101010101u; }

/// What the bytes of words are, in the high bit of each: not 0 where one is so.
struct Contents {
  std::uint64_t upper = 0, atOrUpper = 0, other = 0;  ///< A to Z; those and @; what is no digit

  void add(std::uint64_t word) {
    const std::uint64_t low = word & everyByte(0x7F);
    const std::uint64_t ascii = ~word & everyByte(0x80);
    const std::uint64_t atMostZ = ~(low + everyByte(0x7F - 'Z')) & ascii;
    upper |= (low + everyByte(0x80 - 'A')) & atMostZ;
    atOrUpper |= (low + everyByte(0x80 - '@')) & atMostZ;
    other |= ~((low + everyByte(0x80 - '0')) & ~(low + everyByte(0x7F - '9')) & ascii);
  }
};

std::uint32_t folded(std::uint64_t hash) {
  const auto half = static_cast<std::uint32_t>(hash ^ hash >> 32);
  return half ? half : 1;
}

/// The hash of a recipient that is its own normalised form but for a leading +, as nearly all are; 0 for another one.
std::uint32_t hashPlainRecipient(std::string_view recipient, bool padded) {
  const std::size_t plus = recipient.front() == '+' ? 1 : 0;
  const PlainText text(recipient.substr(plus), padded);
  Contents contents;
  // Behind its end a text is filled up with digits, which change nothing.
  for (std::size_t i = 0; i < text.word.size(); ++i) contents.add(text.word[i] | (everyByte('0') & ~text.mask[i]));
  const bool anyOther = (contents.other & everyByte(0x80)) != 0;
  const bool address = (contents.atOrUpper != 0) & (contents.upper == 0) & (plus == 0) & (recipient.back() != '>');
  const bool number = !anyOther & (text.size > 0) & !recipient.substr(plus).starts_with("00");
  return (address | number) ? folded(text.hash()) : 0;
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
  if (recipient.size() <= PlainText::kBytes) {
    if (const std::uint32_t hash = hashPlainRecipient(recipient, padded)) return hash;
  }
  const std::string_view normal = normaliseRecipient(recipient, buffer);
  if (normal.empty()) return 0;
  return folded(normal.size() <= PlainText::kBytes ? PlainText(normal, false).hash() : hashBytes(normal));
}

}  // namespace undelivered
