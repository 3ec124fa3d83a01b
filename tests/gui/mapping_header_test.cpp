// SPDX-License-Identifier: GPL-3.0-or-later
// Saying which line of a table is its header.
#include <QPushButton>
#include <QSpinBox>

#include "dialogs/field_header.h"
#include "dialogs/mapping_dialog.h"
#include "dialogs/reading_form.h"
#include "settings/remembered_mappings.h"
#include "views/reading_control.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

const QByteArray kTitled =
    "code;status\n"
    "Bericht;Mai\n"
    "who;why\n"
    "a@example.org;EXPIRED\n"
    "b@example.org;EXPIRED\n";

class MappingHeaderTest : public WindowTest {
 protected:
  MappingDialog* dialog() { return window->reading().dialog(); }
  QSpinBox* headerLine() { return dialog()->form().findChild<QSpinBox*>(); }

  void waitForPreview() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog()->isBusy(); }, kPatienceMs));
  }
  void ask() {
    window->actions().readDifferently->trigger();
    ASSERT_TRUE(QTest::qWaitFor([this] { return dialog() != nullptr; }, kPatienceMs));
    waitForPreview();
  }
  void setHeaderLine(int line) {
    headerLine()->setValue(line);
    waitForPreview();
  }
  void use(int column, const char* words) {
    QComboBox* box = dialog()->header().choice(column);
    const int index = box->findText(QString::fromLatin1(words));
    ASSERT_GE(index, 0) << words;
    box->setCurrentIndex(index);
    emit box->activated(index);
    waitForPreview();
  }
  void read() {
    ASSERT_TRUE(dialog()->readButton().isEnabled()) << dialog()->summary().toStdString();
    dialog()->readButton().click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog(); }, kPatienceMs));
    ASSERT_TRUE(waitUntilQuiet());
  }
  QString columnName(int column) {
    return dialog()->model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  }
};

TEST_F(MappingHeaderTest, AColumnOfReceiptsNeedsNoOtherForTheStatus) {
  open({write(QStringLiteral("log.csv"),
              "msisdn;receipt\n+491760000100;id:1 stat:UNDELIV err:001\n+491760000101;id:2 stat:DELIVRD err:000\n")});
  ASSERT_EQ(shownRows(), 1u);
  ask();
  EXPECT_TRUE(dialog()->readButton().isEnabled());
  EXPECT_TRUE(dialog()->summary().startsWith(QStringLiteral("2 of 2 rows"))) << dialog()->summary().toStdString();
  dialog()->reject();
}

TEST_F(MappingHeaderTest, TimeOfDayIsShownAsReadWithTheDay) {
  open({write(QStringLiteral("log.csv"), "Datum;Uhrzeit;code;code\n04.03.2025;08:15:30;EXPIRED;x\n")});
  ask();
  EXPECT_EQ(dialog()->header().choice(0)->currentText(), QStringLiteral("Time"));
  EXPECT_EQ(dialog()->header().choice(1)->currentText(), QStringLiteral("Time (time of day)"));
  EXPECT_EQ(dialog()->header().choice(3)->currentText(), QStringLiteral("Reason code (if empty)"));
  EXPECT_TRUE(
      dialog()->model().index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("2025-03-04 08:15:30")));
  use(1, "not used");
  EXPECT_TRUE(
      dialog()->model().index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("2025-03-04 00:00:00")));
  dialog()->reject();
}

TEST_F(MappingHeaderTest, CodePage850CanBeChosenAndIsRemembered) {
  const QString path = write(QStringLiteral("log.csv"), "name;code\n\x9A;EXPIRED\n");
  open({path});
  ask();
  const auto cellOf = [this] { return dialog()->model().index(0, 0).data().toString(); };
  EXPECT_EQ(cellOf(), QStringLiteral("š"));
  for (QComboBox* box : dialog()->form().findChildren<QComboBox*>()) {
    const int index = box->findText(QStringLiteral("Code page 850 (MS-DOS)"));
    if (index < 0) continue;
    box->setCurrentIndex(index);
    emit box->activated(index);
  }
  waitForPreview();
  EXPECT_EQ(cellOf(), QStringLiteral("Ü"));
  read();
  document().close();
  open({path});
  EXPECT_EQ(document().log().source(SourceId{0}).recognition.encoding, Encoding::Cp850);
}

TEST_F(MappingHeaderTest, LineIsChosenAndRememberedByItsHeader) {
  const QString path = write(QStringLiteral("log.csv"), kTitled);
  open({path});
  ask();
  EXPECT_EQ(headerLine()->value(), 1);
  setHeaderLine(3);
  EXPECT_EQ(columnName(0), QStringLiteral("who"));
  EXPECT_EQ(dialog()->model().rowCount(), 2);
  EXPECT_FALSE(dialog()->readButton().isEnabled());
  use(1, "Reason code");
  use(0, "Recipient");
  EXPECT_EQ(headerLine()->value(), 3);
  read();
  EXPECT_EQ(document().log().recordCount(), 2u);
  EXPECT_EQ(document().log().sources().front()->recognition.headerLine, 3u);
  // Another report of that form, with more above its header.
  open({write(QStringLiteral("other.csv"), "code;status\n\nx;y\nz;z\nwho;why\nc@example.org;EXPIRED\n")});
  EXPECT_EQ(document().log().sources().front()->recognition.headerLine, 5u);
  EXPECT_EQ(document().log().recordCount(), 1u);
  ask();
  EXPECT_EQ(headerLine()->value(), 5);
  dialog()->resetButton().click();
  waitForPreview();
  EXPECT_EQ(headerLine()->value(), 1);
  dialog()->reject();
}

TEST_F(MappingHeaderTest, NoneIsChosenAndHoldsForThatFirstLine) {
  const QString path = write(QStringLiteral("log.csv"), kTitled);
  open({path});
  ask();
  setHeaderLine(0);
  EXPECT_EQ(headerLine()->text(), QStringLiteral("none"));
  EXPECT_EQ(columnName(1), QStringLiteral("#2"));
  EXPECT_EQ(dialog()->model().rowCount(), 5);
  use(1, "Reason code");
  EXPECT_EQ(headerLine()->value(), 0);
  read();
  EXPECT_EQ(document().log().sources().front()->recognition.headerLine, 0u);
  EXPECT_EQ(rememberedMappings(settings).size(), 1u);
  open({write(QStringLiteral("next.csv"), "status;code\nfailed;EXPIRED\n")});
  EXPECT_EQ(document().log().sources().front()->recognition.headerLine, 1u) << "another header of two columns";
  open({path});
  EXPECT_EQ(document().log().sources().front()->recognition.headerLine, 0u);
  ask();
  EXPECT_EQ(headerLine()->value(), 0);
  dialog()->resetButton().click();
  waitForPreview();
  EXPECT_EQ(headerLine()->value(), 1);
  use(0, "not used");
  read();
  EXPECT_EQ(document().log().sources().front()->recognition.headerLine, 1u);
}

TEST_F(MappingHeaderTest, NoneIsRememberedForAsManyColumnsThatSayNothing) {
  open({write(QStringLiteral("log.csv"), "a@example.org;EXPIRED\nb@example.org;EXPIRED\n")});
  EXPECT_FALSE(document().hasLog());
  for (QPushButton* button : window->errorBar().findChildren<QPushButton*>()) {
    if (button->isVisible() && !dialog()) button->click();
  }
  ASSERT_TRUE(QTest::qWaitFor([this] { return dialog() != nullptr; }, kPatienceMs));
  waitForPreview();
  setHeaderLine(0);
  use(1, "Reason code");
  read();
  ASSERT_EQ(rememberedMappings(settings).size(), 1u);
  EXPECT_EQ(rememberedMappings(settings)[0].header, kNoHeader);
  open({write(QStringLiteral("next.csv"), "c@example.org;EXPIRED\nd@example.org;UNDELIV\n")});
  ASSERT_TRUE(document().hasLog());
  EXPECT_EQ(document().log().recordCount(), 2u);
}

TEST_F(MappingHeaderTest, LineThatIsNoneIsToldAndCanBeChanged) {
  open({write(QStringLiteral("log.csv"), kTitled)});
  ask();
  setHeaderLine(77);
  EXPECT_FALSE(dialog()->readButton().isEnabled());
  EXPECT_TRUE(dialog()->summary().contains(QStringLiteral("there is no header in line 77")))
      << dialog()->summary().toStdString();
  EXPECT_TRUE(headerLine()->isEnabled());
  setHeaderLine(1);
  EXPECT_TRUE(dialog()->readButton().isEnabled());
  dialog()->reject();
}

TEST_F(MappingHeaderTest, SpeaksGerman) {
  language.use(QStringLiteral("de"));
  open({write(QStringLiteral("log.csv"), kTitled)});
  ask();
  EXPECT_EQ(headerLine()->accessibleName(), QStringLiteral("Zeile der Kopfzeile"));
  setHeaderLine(0);
  EXPECT_EQ(headerLine()->text(), QStringLiteral("keine"));
  dialog()->reject();
}

}  // namespace
}  // namespace undelivered
