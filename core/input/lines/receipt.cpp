// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/lines/receipt.h"

#include <algorithm>
#include <charconv>

namespace undelivered {
namespace {

std::optional<Receipt::Key> keyOf(std::string_view key, std::string& plain) {
  static constexpr std::array<std::string_view, Receipt::kKeyCount> kPlain{"id",       "sub",  "dlvrd", "submitdate",
                                                                           "donedate", "stat", "err",   "text"};
  if (key.size() < 2 || key.size() > 11) return std::nullopt;
  makePlain(key, plain);
  const auto found = std::find(kPlain.begin(), kPlain.end(), plain);
  if (found == kPlain.end()) return std::nullopt;
  return static_cast<Receipt::Key>(found - kPlain.begin());
}

/// The states of SMPP 3.4 (appendix B) and 5.0 by the names that receipts have.
bool isStateName(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kNames{"delivrd", "undeliv", "expired",  "rejectd",
                                                           "acceptd", "enroute", "deleted",  "unknown",
                                                           "schedld", "skipped", "scheduled"};
  std::string plain;
  makePlain(text, plain);
  return std::find(kNames.begin(), kNames.end(), plain) != kNames.end();
}

/// Whether the keys can only be a receipt's: "stat" and "id" alone stand in other logs too.
bool isReceipt(const Receipt& receipt) {
  if (receipt[Receipt::Stat].empty()) return false;
  const auto hasNumber = [&](Receipt::Key key) { return !receipt[key].empty() && isDigit(receipt[key].front()); };
  if (hasNumber(Receipt::DoneDate) || hasNumber(Receipt::SubmitDate) || hasNumber(Receipt::Dlvrd)) return true;
  const auto has = [&](Receipt::Key key) { return receipt.values[key].has_value(); };
  if (!isStateName(receipt[Receipt::Stat])) return has(Receipt::Id) && has(Receipt::Sub) && has(Receipt::Err);
  return has(Receipt::Id) || has(Receipt::DoneDate) || has(Receipt::Sub) || has(Receipt::Err);
}

/// Where the receipt starts: at the last id before the first of the other keys; else at that one.
std::optional<std::size_t> beginOf(std::span<const LinePair> pairs, std::string& plain) {
  std::optional<std::size_t> id;
  for (const LinePair& pair : pairs) {
    const auto key = keyOf(pair.key, plain);
    if (!key || key == Receipt::Err || key == Receipt::Text) continue;
    if (key != Receipt::Id) return id.value_or(pair.begin);
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
  std::string plain;
  const auto stat = std::find_if(pairs.begin(), pairs.end(), [&](const LinePair& pair) {
    return pair.separator == separator && keyOf(pair.key, plain) == Receipt::Stat && !pair.value.empty();
  });
  if (stat == pairs.end()) return std::nullopt;
  Receipt receipt;
  receipt.begin = beginOf(pairs, plain).value_or(stat->begin);
  receipt.end = endOf(line, receipt.begin, stat->valueBegin + stat->value.size());
  for (const LinePair& pair : pairs) {
    if (pair.begin < receipt.begin || pair.begin >= receipt.end) continue;
    const auto key = keyOf(pair.key, plain);
    if (!key || receipt.values[*key] || (key == Receipt::Text && pair.begin < stat->begin)) continue;
    receipt.keys[*key] = pair.key.data();
    if (key != Receipt::Text) {
      receipt.values[*key] = withoutPlus(pair.value);
    } else {
      const std::size_t from = std::min(pair.begin + pair.key.size() + 1, receipt.end);
      receipt.values[*key] = line.substr(from, receipt.end - from);
      break;
    }
  }
  if (!isReceipt(receipt)) return std::nullopt;
  return receipt;
}

std::optional<Receipt> receiptOf(std::span<const LinePair> pairs) {
  Receipt receipt;
  std::string plain;
  for (const LinePair& pair : pairs) {
    const auto key = keyOf(pair.key, plain);
    if (!key || receipt.values[*key]) continue;
    receipt.values[*key] = pair.value;
    receipt.keys[*key] = pair.key.data();
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
