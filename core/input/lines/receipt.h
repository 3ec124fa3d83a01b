// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "input/lines/pairs.h"

namespace undelivered {

/// The receipt text of SMPP 3.4, appendix B: "id:... sub:... dlvrd:... submit date:... done date:... stat:... err:...
/// text:...". Keys in any case and order; all but the status can be missing.
struct Receipt {
  static constexpr std::size_t kKeyCount = 8;
  /// The names of the keys as the appendix writes them.
  static constexpr std::array<std::string_view, kKeyCount> kNames{"id",        "sub",  "dlvrd", "submit date",
                                                                  "done date", "stat", "err",   "text"};

  std::array<std::optional<std::string_view>, kKeyCount> values;
  std::array<const char*, kKeyCount> keys{};  ///< where the key of each value stands
  std::size_t begin = 0, end = 0;             ///< its part of the line

  /// Whether the pair is one of the receipt's.
  bool holds(const LinePair& pair) const { return std::find(keys.begin(), keys.end(), pair.key.data()) != keys.end(); }
  bool has(ReceiptKey key) const { return values[static_cast<std::size_t>(key)].has_value(); }
  std::string_view operator[](ReceiptKey key) const {
    return values[static_cast<std::size_t>(key)].value_or(std::string_view());
  }
  void set(const LinePair& pair, std::string_view value) {
    const auto index = static_cast<std::size_t>(pair.receiptKey);
    values[index] = value;
    keys[index] = pair.key.data();
  }
};

/// The receipt in a line, given the line's pairs. Split by its keys, not by blanks: the text takes the rest of the
/// line, or of the brackets or quotes that the receipt stands in. With `separator` ':' only a receipt in the form of
/// the appendix is taken, with '=' one whose status is "stat=...".
std::optional<Receipt> findReceipt(std::string_view line, std::span<const LinePair> pairs, char separator);

/// The same of pairs that were told apart already.
std::optional<Receipt> receiptOf(std::span<const LinePair> pairs);

/// The date of a receipt in a form that parseTime() reads as what it is: YYMMDDhhmm before 2020 looks like seconds
/// since 1970, and some gateways write YYYYMMDDhhmm. Any other text as it stands.
std::string_view receiptTime(std::string_view date, std::string& buffer);

}  // namespace undelivered
