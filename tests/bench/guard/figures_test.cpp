// SPDX-License-Identifier: GPL-3.0-or-later
// That the guard can fail, by made-up figures.
#include "bench/guard/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace undelivered::guard {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Finding onlyFinding(const Instructions& recorded, const Instructions& measured) {
  const auto findings = compare(recorded, measured, 0.1);
  EXPECT_THAT(findings, SizeIs(1));
  return findings.empty() ? Finding{} : findings.front();
}

TEST(Guard, LetsATenthPass) {
  EXPECT_THAT(compare({{"load", 1000}, {"sort", 50}}, {{"load", 1099}, {"sort", 45.5}}, 0.1), IsEmpty());
}

TEST(Guard, FailsWhenMoreThanATenthIsAdded) {
  const Finding finding = onlyFinding({{"load", 1000}, {"sort", 50}}, {{"load", 1101}, {"sort", 50}});
  EXPECT_EQ(finding.kind, Finding::Kind::Grown);
  EXPECT_TRUE(finding.fails());
  EXPECT_THAT(finding.text(), HasSubstr("load: 1101 instructions a record, +10.1 % against the recorded 1000"));
}

TEST(Guard, TellsWhenMoreThanATenthIsGone) {
  const Finding finding = onlyFinding({{"load", 1000}}, {{"load", 899}});
  EXPECT_EQ(finding.kind, Finding::Kind::Shrunk);
  EXPECT_FALSE(finding.fails());
  EXPECT_THAT(finding.text(), HasSubstr("record it anew"));
}

TEST(Guard, FailsWhereOnlyOneSideHasAFigure) {
  const auto findings = compare({{"a", 1}, {"b", 1}}, {{"b", 1}, {"c", 1}}, 0.1);
  EXPECT_THAT(findings, ElementsAre(Field(&Finding::kind, Finding::Kind::NotRecorded),
                                    Field(&Finding::kind, Finding::Kind::NotMeasured)));
  for (const Finding& finding : findings) EXPECT_TRUE(finding.fails());
}

TEST(Guard, RecordSurvivesBeingWritten) {
  const Record record{{"gcc-12", "x86_64", "AVX2", "-O3 -DX=\"y\\\""}, "3.19.0", {{"load: csv", 1234.5}, {"sort", 2}}};
  EXPECT_EQ(record.build.fileName(), "gcc-12-x86_64-avx2.json");
  const auto read = recordFromJson(toJson(record));
  ASSERT_TRUE(read) << read.error();
  EXPECT_EQ(read->build, record.build);
  EXPECT_EQ(read->valgrind, record.valgrind);
  EXPECT_THAT(read->instructions.at("load: csv"), DoubleNear(1234.5, 1));
  EXPECT_THAT(read->instructions, SizeIs(2));
}

TEST(Guard, RefusesARecordThatIsNone) {
  for (const char* text : {"", "[]", "{}", "{\"instructions\":{\"load\":\"many\"}}", "{\"instructions\":{\"load\":0}}",
                           "{\"instructions\":{\"load\":-1}}"})
    EXPECT_FALSE(recordFromJson(text)) << text;
}

TEST(Guard, TakesTheMiddleOfSeveralRuns) {
  const Middle middle = middleOf({{{"load", 100}}, {{"load", 104}}, {{"load", 101}}});
  EXPECT_EQ(middle.instructions.at("load"), 101);
  EXPECT_DOUBLE_EQ(middle.spread, 0.04);
}

}  // namespace
}  // namespace undelivered::guard
