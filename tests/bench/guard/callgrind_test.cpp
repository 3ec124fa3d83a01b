// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/callgrind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace undelivered::guard {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

TEST(Callgrind, CountsAreFoundByTheNameOfTheirDump) {
  EXPECT_THAT(countsOf("# callgrind format\npart: 1\ndesc: Trigger: Client Request: load: csv\nevents: Ir\n"
                       "fn=(1) main\n12 34\ntotals: 5000000000\n"
                       "part: 2\ndesc: Trigger: Client Request: sort\nsummary: 7\ntotals: 7\n"
                       "part: 3\ndesc: Trigger: Program termination\ntotals: 9\n"),
              ElementsAre(Pair("load: csv", 5000000000u), Pair("sort", 7u)));
  EXPECT_THAT(countsOf("totals: 9\n"), IsEmpty());
}

TEST(Callgrind, FailureOfTheProgramIsTold) {
  if (valgrindVersion().empty()) GTEST_SKIP() << "no valgrind here";
  EXPECT_FALSE(runCallgrind({"/bin/false"}, "/"));
}

}  // namespace
}  // namespace undelivered::guard
