// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/lines/handset.h"

#include <algorithm>
#include <array>

namespace undelivered {
namespace {

constexpr std::array<std::string_view, 8> kHandset{"msisdn",       "phone",   "phonenumber", "mobile",
                                                   "mobilenumber", "handset", "subscriber",  "destmsisdn"};
constexpr std::array<std::string_view, 10> kSource{"from",   "source",     "sourceaddr", "sourceaddress", "src",
                                                   "sender", "senderaddr", "oa",         "originator",    "srcaddr"};
constexpr std::array<std::string_view, 14> kDestination{
    "to",          "dest",      "destaddr",      "destinationaddr", "destination", "destinationaddress",
    "destaddress", "recipient", "recipientaddr", "receiver",        "da",          "dst",
    "dstaddr",     "called"};

bool isPhoneNumber(std::string_view text) {
  const bool plus = text.starts_with('+');
  if (plus) text.remove_prefix(1);
  // E.164: fifteen digits at most; some put 00 before them.
  return text.size() >= (plus ? 5 : 9) && text.size() <= 17 && std::all_of(text.begin(), text.end(), isDigit);
}

/// Of what stands without a name: ids and times are digits too.
bool isCertainlyNumber(std::string_view text) {
  constexpr std::array<std::string_view, 9> kStarts{"+", "4915", "4916", "4917", "436", "417", "015", "016", "017"};
  if (text.size() < 10 || !isPhoneNumber(text)) return false;
  if (text.starts_with("00")) return text.size() >= 12 && text[2] != '0';
  return std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

std::string_view withoutQuotesAround(std::string_view cell) {
  const auto isAround = [](char c) { return c == ' ' || c == '"' || c == '\''; };
  while (!cell.empty() && isAround(cell.front())) cell.remove_prefix(1);
  while (!cell.empty() && isAround(cell.back())) cell.remove_suffix(1);
  return cell;
}

template <std::size_t kCount>
bool isOneOf(std::string_view key, const std::array<std::string_view, kCount>& plain) {
  return std::any_of(plain.begin(), plain.end(), [&](std::string_view name) { return isPlainly(key, name); });
}

}  // namespace

std::string_view handsetInCells(std::string_view before, std::string_view after) {
  std::string_view found;
  for (std::string_view text : {before, after}) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(";,|\t"), text.size());
      const std::string_view cell = withoutQuotesAround(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      if (!isCertainlyNumber(cell)) continue;
      if (!found.empty() && found != cell) return {};
      found = cell;
    }
  }
  return found;
}

std::string_view handsetOf(std::span<const LinePair> pairs) {
  std::string_view source, destination;
  for (const LinePair& pair : pairs) {
    if (pair.key.size() > 20 || pair.value.empty()) continue;
    if (isOneOf(pair.key, kHandset)) return pair.value;
    if (!isPhoneNumber(pair.value)) continue;
    if (source.empty() && isOneOf(pair.key, kSource)) source = pair.value;
    if (destination.empty() && isOneOf(pair.key, kDestination)) destination = pair.value;
  }
  return source.empty() ? destination : source;
}

}  // namespace undelivered
