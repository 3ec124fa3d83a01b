// SPDX-License-Identifier: GPL-3.0-or-later
// A log that is emptied or deleted while it is open, as where logs are rotated.
#include <QPushButton>

#include "document/log_watch.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

const QByteArray kHeader = "code;recipient\n";
const QByteArray kRow = "EXPIRED;+491701234567\n";

class RotatedLog : public WindowTest {
 protected:
  RotatedLog() { path = write(QStringLiteral("log.csv"), kHeader + kRow.repeated(9)); }

  void readAgain() {
    ASSERT_NE(button(), nullptr);
    QTest::mouseClick(button(), Qt::LeftButton);
    ASSERT_TRUE(waitUntilQuiet());
  }

  QString path;
};

TEST_F(RotatedLog, ThatWasEmptiedIsStillWatchedAfterItWasReadAgain) {
  open({path});
  write(QStringLiteral("log.csv"), {});
  ASSERT_TRUE(isTold(QStringLiteral("has become shorter")));
  readAgain();
  ASSERT_TRUE(isTold(QStringLiteral("is empty.")));
  QTest::qWait(2 * static_cast<int>(LogWatch::kPause.count()) + 500);
  EXPECT_TRUE(window->errorBar().text().contains(QStringLiteral("is empty."))) << "nothing has come since";
  write(QStringLiteral("log.csv"), kHeader + kRow.repeated(3));
  ASSERT_TRUE(isTold(QStringLiteral("has become shorter")));
  readAgain();
  EXPECT_EQ(shownRows(), 3u);
  EXPECT_FALSE(window->errorBar().isVisible());
}

TEST_F(RotatedLog, ThatCameBackLongerIsOfferedToo) {
  open({path});
  write(QStringLiteral("log.csv"), {});
  ASSERT_TRUE(isTold(QStringLiteral("has become shorter")));
  readAgain();
  ASSERT_TRUE(isTold(QStringLiteral("is empty.")));
  QTest::qWait(static_cast<int>(LogWatch::kPause.count()));
  write(QStringLiteral("log.csv"), kHeader + kRow.repeated(20));
  ASSERT_TRUE(isTold(QStringLiteral("longer")));
  readAgain();
  EXPECT_EQ(shownRows(), 20u);
}

TEST_F(RotatedLog, ThatIsDeletedIsToldOnceAndItsRowsStay) {
  open({path});
  ASSERT_TRUE(QFile::remove(path));
  ASSERT_TRUE(isTold(path + QStringLiteral(" is not in its folder any more.")));
  EXPECT_EQ(button(), nullptr) << "there is nothing to read again";
  EXPECT_EQ(cell(8, ColumnId::Recipient), QStringLiteral("+491701234567"));
  language.use(QStringLiteral("de"));
  EXPECT_TRUE(isTold(QStringLiteral("ist nicht mehr in seinem Ordner")));
  language.use(QStringLiteral("en"));
  window->errorBar().hide();
  QTest::qWait(static_cast<int>(LogWatch::kPause.count()) + 500);
  EXPECT_FALSE(window->errorBar().isVisible());
  write(QStringLiteral("log.csv"), kHeader + kRow);
  ASSERT_TRUE(isTold(QStringLiteral("was replaced by another file")));
  readAgain();
  EXPECT_EQ(shownRows(), 1u);
}

}  // namespace
}  // namespace undelivered
