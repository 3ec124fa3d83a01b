// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/lines/receipt.h"

#include <algorithm>
#include <charconv>

namespace undelivered {
namespace {

/// The states of SMPP 3.4 (appendix B) and 5.0 by the names that receipts have.
bool isStateName(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kNames{"delivrd", "undeliv", "expired",  "rejectd",
                                                           "acceptd", "enroute", "deleted",  "unknown",
                                                           "schedld", "skipped", "scheduled"};
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) { return isPlainly(text, name); });
}

/// Whether the keys can only be a receipt's: "stat" and "id" alone stand in other logs too.
bool isReceipt(const Receipt& receipt) {
  using enum ReceiptKey;
  if (receipt[Stat].empty()) return false;
  const auto hasNumber = [&](ReceiptKey key) { return !receipt[key].empty() && isDigit(receipt[key].front()); };
  if (hasNumber(DoneDate) || hasNumber(SubmitDate) || hasNumber(Dlvrd)) return true;
  if (!isStateName(receipt[Stat])) return receipt.has(Id) && receipt.has(Sub) && receipt.has(Err);
  return receipt.has(Id) || receipt.has(DoneDate) || receipt.has(Sub) || receipt.has(Err);
}

/// Where the receipt starts: at the last id before the first of the other keys; else at that one.
std::optional<std::size_t> beginOf(std::span<const LinePair> pairs) {
  std::optional<std::size_t> id;
  for (const LinePair& pair : pairs) {
    if (pair.receiptKey == ReceiptKey::None || pair.receiptKey == ReceiptKey::Err ||
        pair.receiptKey == ReceiptKey::Text) {
      continue;
    }
    if (pair.receiptKey != ReceiptKey::Id) return id.value_or(pair.begin);
    id = pair.begin;
  }
  return std::nullopt;
}

/// The length that Kannel's access log writes before a message: "[msg:120:id:...]".
std::optional<std::size_t> statedLength(std::string_view before) {
  if (!before.ends_with(':')) return std::nullopt;
  before.remove_suffix(1);
  std::size_t digits = 0;
  while (digits < before.size() && digits < 6 && isDigit(before[before.size() - 1 - digits])) ++digits;
  if (digits == 0 || !before.substr(0, before.size() - digits).ends_with("msg:")) return std::nullopt;
  std::size_t length = 0;
  std::from_chars(before.data() + before.size() - digits, before.data() + before.size(), length);
  return length;
}

/// Where the receipt ends at the latest: with the quotes or brackets around it, or with the line.
std::size_t endOf(std::string_view line, std::size_t begin, std::size_t behindStat) {
  const std::string_view before = line.substr(0, begin);
  const auto orEnd = [&](std::size_t found) { return found == std::string_view::npos ? line.size() : found; };
  const auto lastOf = [&](char c) {
    const std::size_t found = line.rfind(c);
    return found == std::string_view::npos || found < behindStat ? line.size() : found;
  };
  if (const auto length = statedLength(before)) {
    const std::size_t end = begin + *length;
    if (end >= behindStat && end < line.size() && line[end] == ']') return end;
    // The length counts bytes of another encoding.
    const std::size_t next = line.find("] [", behindStat);
    return next == std::string_view::npos ? lastOf(']') : next;
  }
  if (before.empty()) return line.size();
  switch (before.back()) {
    case '"':
    case '\'':
      return orEnd(line.find(before.back(), behindStat));
    case '[':
      return lastOf(']');
    case '(':
      return lastOf(')');
    case '{':
      return lastOf('}');
    default:
      return line.size();
  }
}

std::string_view withoutPlus(std::string_view value) {
  while (value.ends_with('+')) value.remove_suffix(1);  // a blank, where the receipt is a query's
  return value;
}

}  // namespace

std::optional<Receipt> findReceipt(std::string_view line, std::span<const LinePair> pairs, char separator) {
  const auto stat = std::find_if(pairs.begin(), pairs.end(), [&](const LinePair& pair) {
    return pair.receiptKey == ReceiptKey::Stat && pair.separator == separator && !pair.value.empty();
  });
  if (stat == pairs.end()) return std::nullopt;
  Receipt receipt;
  receipt.begin = beginOf(pairs).value_or(stat->begin);
  receipt.end = endOf(line, receipt.begin, stat->valueBegin + stat->value.size());
  for (const LinePair& pair : pairs) {
    if (pair.receiptKey == ReceiptKey::None || pair.begin < receipt.begin || pair.begin >= receipt.end) continue;
    if (receipt.has(pair.receiptKey)) continue;
    if (pair.receiptKey != ReceiptKey::Text) {
      receipt.set(pair, withoutPlus(pair.value));
    } else if (pair.begin > stat->begin) {
      const std::size_t from = std::min(pair.begin + pair.key.size() + 1, receipt.end);
      receipt.set(pair, line.substr(from, receipt.end - from));
      break;
    }
  }
  if (!isReceipt(receipt)) return std::nullopt;
  return receipt;
}

std::optional<Receipt> receiptOf(std::span<const LinePair> pairs) {
  Receipt receipt;
  for (const LinePair& pair : pairs) {
    if (pair.receiptKey != ReceiptKey::None && !receipt.has(pair.receiptKey)) receipt.set(pair, pair.value);
  }
  if (!isReceipt(receipt)) return std::nullopt;
  return receipt;
}

std::string_view receiptTime(std::string_view date, std::string& buffer) {
  if ((date.size() != 10 && date.size() != 12) || !std::all_of(date.begin(), date.end(), isDigit)) return date;
  const auto pair = [&](std::size_t at) { return (date[at] - '0') * 10 + (date[at + 1] - '0'); };
  const auto isMoment = [&](std::size_t month) {
    return pair(month) >= 1 && pair(month) <= 12 && pair(month + 2) >= 1 && pair(month + 2) <= 31 &&
           pair(month + 4) <= 23 && pair(month + 6) <= 59;
  };
  if (isMoment(2)) {
    buffer.assign("20").append(date).append(date.size() == 10 ? "00" : "");
    return buffer;
  }
  if (date.size() == 12 && pair(0) == 20 && isMoment(4)) {
    buffer.assign(date).append("00");
    return buffer;
  }
  return date;
}

}  // namespace undelivered
