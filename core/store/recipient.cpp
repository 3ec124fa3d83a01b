// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recipient.h"

#include "base/hash.h"

namespace undelivered {

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

std::uint32_t hashRecipient(std::string_view recipient, std::string& buffer) {
  const std::string_view text = normaliseRecipient(recipient, buffer);
  if (text.empty()) return 0;
  const std::uint64_t hash = hashBytes(text);
  const auto folded = static_cast<std::uint32_t>(hash ^ hash >> 32);
  return folded ? folded : 1;
}

}  // namespace undelivered
