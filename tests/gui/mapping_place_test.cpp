// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog for how a log is to be read: within reach where it helps, and steady while something is chosen in it.
#include <QPushButton>

#include "dialogs/field_header.h"
#include "dialogs/mapping_dialog.h"
#include "views/reading_control.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

const QByteArray kKnown = "code;recipient\nEXPIRED;+491701234567\n";
const QByteArray kUnknown =
    "who;when;why\n"
    "a@example.org;2025-03-04 08:15:00;EXPIRED\n"
    "b@example.org;2025-03-04 08:16:00;EXPIRED\n";

class MappingPlace : public WindowTest {
 protected:
  MappingDialog* dialog() { return window->reading().dialog(); }
  QAction& action() { return *window->actions().readDifferently; }
  void waitForPreview() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return dialog() != nullptr; }, kPatienceMs));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog()->isBusy(); }, kPatienceMs));
  }
  QStringList columns() {
    QStringList names;
    for (int i = 0; i < dialog()->model().columnCount(); ++i)
      names.append(dialog()->model().headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
    return names;
  }
};

TEST_F(MappingPlace, IsWithinReachWhileALogIsNotRecognised) {
  EXPECT_FALSE(action().isEnabled());
  open({write(QStringLiteral("unknown.csv"), kUnknown)});
  window->errorBar().hide();
  ASSERT_TRUE(action().isEnabled());
  QTest::keyClick(window.get(), Qt::Key_F5, Qt::ShiftModifier);
  waitForPreview();
  EXPECT_EQ(columns(), (QStringList{QStringLiteral("who"), QStringLiteral("when"), QStringLiteral("why")}));
  QComboBox* why = dialog()->header().choice(2);
  why->setCurrentIndex(why->findText(QStringLiteral("Reason code")));
  emit why->activated(why->currentIndex());
  waitForPreview();
  dialog()->readButton().click();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog(); }, kPatienceMs));
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(shownRows(), 2u);
}

TEST_F(MappingPlace, IsAboutWhatIsToldElseAboutWhatIsOpen) {
  open({write(QStringLiteral("known.csv"), kKnown)});
  open({write(QStringLiteral("unknown.csv"), kUnknown)});
  action().trigger();
  waitForPreview();
  EXPECT_EQ(columns().value(0), QStringLiteral("who"));
  dialog()->reject();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog(); }, kPatienceMs));
  window->errorBar().hide();
  action().trigger();
  waitForPreview();
  EXPECT_EQ(columns().value(0), QStringLiteral("code"));
  dialog()->reject();
  document().close();
  open({write(QStringLiteral("picture.csv"), QByteArray("\x89PNG\0\0\x1a\n\0", 9))});
  EXPECT_FALSE(action().isEnabled()) << "nothing that could be said would make it a log";
}

TEST_F(MappingPlace, StaysWhereItIsWhenTheFirstColumnIsChosen) {
  open({write(QStringLiteral("unknown.csv"), kUnknown)});
  action().trigger();
  waitForPreview();
  for (const int width : {420, 620, 820, 980, 1100, 1300}) {
    dialog()->resize(width, 620);
    QComboBox* why = dialog()->header().choice(2);
    why->setCurrentIndex(0);
    emit why->activated(0);
    waitForPreview();
    QTest::qWait(1);
    const int before = why->mapTo(dialog(), QPoint()).y();
    why->setCurrentIndex(why->findText(QStringLiteral("Reason code")));
    emit why->activated(why->currentIndex());
    waitForPreview();
    QTest::qWait(1);
    EXPECT_EQ(dialog()->header().choice(2)->mapTo(dialog(), QPoint()).y(), before) << width;
  }
  dialog()->reject();
}

}  // namespace
}  // namespace undelivered
