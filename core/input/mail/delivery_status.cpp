// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/mail/delivery_status.h"

#include <algorithm>
#include <charconv>

#include "base/blanks.h"

namespace undelivered {
namespace {

constexpr std::string_view kOfRecipient[] = {"final-recipient", "original-recipient", "action", "status"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  }
  return result;
}

bool has(const MailFields& fields, std::string_view name) {
  return std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return lower(field.first) == name; });
}

/// Sorts the fields of one block: from the first one that is a recipient's on, they are the recipient's.
void takeBlock(MailFields block, DeliveryStatus& into) {
  bool ofRecipient = false;
  for (auto& field : block) {
    const std::string name = lower(field.first);
    const auto* known = std::find(std::begin(kOfRecipient), std::end(kOfRecipient), name);
    const bool address = known < std::begin(kOfRecipient) + 2;
    if (known != std::end(kOfRecipient)) {
      if (!ofRecipient || (address && has(into.recipients.back(), name))) into.recipients.emplace_back();
      ofRecipient = true;
    }
    (ofRecipient ? into.recipients.back() : into.message).push_back(std::move(field));
  }
}

void appendUtf8(std::string& into, std::uint32_t c) {
  const auto byte = [&](std::uint32_t value) { into += static_cast<char>(value); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
  }
}

/// "\x{E4}" for characters beyond ASCII (RFC 6533 3).
std::string withoutEscapes(std::string_view address) {
  std::string result;
  while (!address.empty()) {
    const std::size_t at = std::min(address.find("\\x{"), address.size());
    result += address.substr(0, at);
    address.remove_prefix(at);
    if (address.empty()) break;
    std::uint32_t character = 0;
    const char* end = address.data() + address.size();
    const auto [next, error] = std::from_chars(address.data() + 3, end, character, 16);
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    const bool good = error == std::errc() && next != end && *next == '}' && character <= 0x10FFFF && !surrogate;
    if (good) appendUtf8(result, character);
    const std::size_t taken = good ? static_cast<std::size_t>(next - address.data()) + 1 : 1;
    if (!good) result += address[0];
    address.remove_prefix(taken);
  }
  return result;
}

}  // namespace

DeliveryStatus readDeliveryStatus(std::string_view text) {
  DeliveryStatus status;
  while (!text.empty()) {
    const std::size_t before = text.size();
    MailFields block = takeFields(text);
    if (!block.empty()) takeBlock(std::move(block), status);
    if (text.size() == before) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  return status;
}

std::string recipientAddress(std::string_view value) {
  // A type is a word without "@" and blanks before the first ";".
  const std::size_t semicolon = value.find(';');
  std::string type;
  if (semicolon != std::string_view::npos && value.substr(0, semicolon).find('@') == std::string_view::npos) {
    type = lower(trimBlanks(value.substr(0, semicolon)));
    value.remove_prefix(semicolon + 1);
  }
  value = trimBlanks(value);
  const std::size_t open = value.find('<');
  const std::size_t close = value.rfind('>');
  if (open != std::string_view::npos && close != std::string_view::npos && close > open) {
    value = value.substr(open + 1, close - open - 1);
  } else if (const std::size_t comment = value.find(" ("); comment != std::string_view::npos) {
    value = value.substr(0, comment);
  }
  value = trimBlanks(value);
  return type == "utf-8" ? withoutEscapes(value) : std::string(value);
}

std::string_view statusCode(std::string_view value) {
  value = trimBlanks(value);
  return value.substr(0, value.find_first_of(" \t(;,"));
}

}  // namespace undelivered
