// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "query/filter.h"
#include "query/summary.h"
#include "store/delivery_log.h"

namespace undelivered {

/// The part of a filter that a record's kind decides, worked out once for each kind: for every catalogue dimension
/// whether the filter lets the kind pass, so that any of them can be left out of account.
class KindFilter {
 public:
  KindFilter(const DeliveryLog& log, const Filter& filter);

  /// Whether the kind passes all dimensions.
  bool passes(KindId kind) const { return m_failed[kind.value] == 0; }
  /// Whether it passes all but perhaps that one.
  bool passesWithout(KindId kind, Dimension dimension) const { return (m_failed[kind.value] & ~bit(dimension)) == 0; }
  /// For each kind 1 or 0: the table that scans look records up in.
  std::vector<std::uint8_t> table() const;
  bool passesAll() const;

 private:
  static std::uint32_t bit(Dimension dimension) { return std::uint32_t{1} << static_cast<unsigned>(dimension); }

  std::vector<std::uint32_t> m_failed;  // for each kind the dimensions that stop it
};

/// A kind's place on a catalogue dimension, as in GroupKey::value.
std::int32_t valueOf(const DeliveryLog& log, const Kind& kind, Dimension dimension);

}  // namespace undelivered
