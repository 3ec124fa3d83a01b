// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recipient.h"

#include "base/short_text.h"

namespace undelivered {
namespace {

using PlainText = ShortText<4>;

constexpr std::uint64_t everyByte(std::uint8_t byte) { return byte * 0x0101010101010101u; }

// Each of these tells of a word whether any of its bytes is so: not 0 where one is.

constexpr std::uint64_t hasUpper(std::uint64_t word) {  // ASCII only
  const std::uint64_t low = word & everyByte(0x7F);
  return (low + everyByte(0x80 - 'A')) & ~(low + everyByte(0x7F - 'Z')) & ~word & everyByte(0x80);
}

constexpr std::uint64_t hasAt(std::uint64_t word) {
  const std::uint64_t zeroWhereAt = word ^ everyByte('@');
  return (zeroWhereAt - everyByte(1)) & ~zeroWhereAt & everyByte(0x80);
}

constexpr std::uint64_t hasOtherThanDigits(std::uint64_t word) {
  const std::uint64_t digits = word ^ everyByte('0');
  return (digits | ((digits & everyByte(0x7F)) + everyByte(0x76))) & everyByte(0x80);
}

std::uint32_t folded(std::uint64_t hash) {
  const auto half = static_cast<std::uint32_t>(hash ^ hash >> 32);
  return half ? half : 1;
}

/// The hash of a recipient that is its own normalised form but for a leading +, as nearly all are; 0 for another one.
std::uint32_t hashPlainRecipient(std::string_view recipient, bool padded) {
  const std::size_t plus = recipient.front() == '+' ? 1 : 0;
  const PlainText text(recipient.substr(plus), padded);
  std::uint64_t upper = 0;
  std::uint64_t at = 0;
  std::uint64_t other = 0;
  for (std::size_t i = 0; i < text.word.size(); ++i) {
    upper |= hasUpper(text.word[i]);
    at |= hasAt(text.word[i]);
    other |= hasOtherThanDigits(text.word[i] | (everyByte('0') & ~text.mask[i]));
  }
  const bool address = (at != 0) & (upper == 0) & (plus == 0) & (recipient.back() != '>');
  const bool number = (other == 0) & (at == 0) & (text.size > 0) & !recipient.substr(plus).starts_with("00");
  return address | number ? folded(text.hash()) : 0;
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
