// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include <type_traits>

#include <gtest/gtest.h>

namespace undelivered {
namespace {

TEST(Ids, DifferentIdsDoNotMix) {
  static_assert(!std::is_convertible_v<RowId, ReasonId>);
  static_assert(!std::is_convertible_v<int, RowId>);
  EXPECT_LT(RowId{1}, RowId{2});
}

}  // namespace
}  // namespace undelivered
