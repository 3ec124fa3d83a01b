// SPDX-License-Identifier: GPL-3.0-or-later
// A folder that is open and gets new files, or loses some.
#include <QDir>
#include <QPushButton>

#include "window_fixture.h"

namespace undelivered {
namespace {

class OpenFolder : public WindowTest {
 protected:
  OpenFolder() {
    QDir(folder.path()).mkpath(QStringLiteral("days/sub"));
    write(QStringLiteral("days/a.csv"), "code;recipient\nEXPIRED;+491701234567\n");
    write(QStringLiteral("days/b.csv"), "code;recipient\nEXPIRED;+491701234568\n");
    open({folder.filePath(QStringLiteral("days"))});
  }
};

TEST_F(OpenFolder, OffersWhatIsNewInItAndReadsThatAlone) {
  ASSERT_EQ(document().log().recordCount(), 2u);
  const std::shared_ptr<const DeliveryLog> before = document().sharedLog();
  write(QStringLiteral("days/sub/c.csv"), "code;recipient\nEXPIRED;+491701234569\n");
  ASSERT_TRUE(isTold(QStringLiteral("something new in the folder")));
  EXPECT_TRUE(window->errorBar().text().contains(QStringLiteral("sub/c.csv")));
  ASSERT_NE(button(), nullptr);
  EXPECT_EQ(button()->text(), QStringLiteral("Read what is new"));
  language.use(QStringLiteral("de"));
  EXPECT_TRUE(isTold(QStringLiteral("gibt es etwas Neues (sub/c.csv)")));
  EXPECT_EQ(button()->text(), QStringLiteral("Neues einlesen"));
  QTest::mouseClick(button(), Qt::LeftButton);
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_FALSE(window->errorBar().isVisible());
  EXPECT_EQ(document().log().recordCount(), 3u);
  EXPECT_EQ(document().log().sources().front(), before->sources().front()) << "it was read on, not anew";
}

TEST_F(OpenFolder, TellsOnceWhatHasGoneAndStillWhatIsNew) {
  ASSERT_TRUE(QFile::remove(folder.filePath(QStringLiteral("days/b.csv"))));
  ASSERT_TRUE(isTold(QStringLiteral("b.csv is not in its folder any more")));
  EXPECT_EQ(button()->text(), QStringLiteral("Read again"));
  EXPECT_EQ(document().log().recordCount(), 2u);
  write(QStringLiteral("days/c.csv"), "code;recipient\nEXPIRED;+491701234569\n");
  ASSERT_TRUE(isTold(QStringLiteral("something new in the folder")));
  QTest::mouseClick(button(), Qt::LeftButton);
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(document().log().recordCount(), 3u);
  document().readAgain();
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(document().log().recordCount(), 2u) << "without what has gone";
}

TEST_F(WindowTest, ReportOfNoDeliveriesIsToldByName) {
  open({write(QStringLiteral("2026-11-03_Muster_online_payments_report.csv"),
              "paymentdate;referencenumber;paidamount\n2026-11-03;RE-1;1250\n")});
  EXPECT_TRUE(window->errorBar().text().contains(
      QStringLiteral("this is the daily report of online payments of 2026-11-03 for Muster: it tells no deliveries.")))
      << window->errorBar().text().toStdString();
  language.use(QStringLiteral("de"));
  QTest::qWait(1);
  EXPECT_TRUE(window->errorBar().text().contains(QStringLiteral("Das ist der Tagesbericht über Online-Zahlungen")));
}

}  // namespace
}  // namespace undelivered
