// SPDX-License-Identifier: GPL-3.0-or-later
// The daily reports of collect.AI on the command line.
#include "cli.h"

namespace undelivered::test {
namespace {

using ::testing::HasSubstr;

const std::string kPayments = "paymentdate;referencenumber;paidamount\n2026-11-03 10:00:00;RE-1;1250\n";

TEST(Reports, OfPaymentsIsNamedWithWhatToUseInstead) {
  TemporaryFolder folder;
  const auto path = folder.write("2026-11-03_Muster_online_payments_report.csv", kPayments).string();
  const ProcessEnd english = cli({"summary", path});
  EXPECT_EQ(english.exitCode, 3);
  EXPECT_THAT(english.err, HasSubstr(path + ": this is the daily report of online payments of 2026-11-03 for Muster: "
                                            "it tells no deliveries. Use the report of bounces"));
  const ProcessEnd german = cli({"summary", path, "--lang", "de"});
  EXPECT_THAT(german.err, HasSubstr("Das ist der Tagesbericht über Online-Zahlungen vom 2026-11-03 für Muster: "));
}

TEST(Reports, OfAFolderAreReadAndThoseOfNoDeliveriesTold) {
  TemporaryFolder folder;
  folder.write("2026-11-03_Muster_online_payments_report.csv", kPayments);
  const auto bounces =
      folder.write("2026-11-03_Muster_bounces_report.csv", "bouncedate;errorcode\n2026-11-03 10:00:00;EXPIRED\n");
  const std::string text = cliOutput({"inspect", folder.path().string()});
  EXPECT_THAT(text, HasSubstr(bounces.string() + "\n  format delimited"));
  EXPECT_THAT(text, HasSubstr("\n  by its name the daily report of bounces of 2026-11-03 for Muster\n"));
  EXPECT_THAT(text,
              HasSubstr("the daily report of online payments of 2026-11-03 for Muster, which tells no deliveries"));
  EXPECT_THAT(cliOutput({"inspect", folder.path().string(), "--format", "json"}), HasSubstr(R"("report":"bounces")"));
}

}  // namespace
}  // namespace undelivered::test
