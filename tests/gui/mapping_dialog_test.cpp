// SPDX-License-Identifier: GPL-3.0-or-later
// Saying how a log is to be read: the guess, changes of it, and what is remembered.
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include "dialogs/field_header.h"
#include "dialogs/mapping_dialog.h"
#include "dialogs/reading_form.h"
#include "settings/remembered_mappings.h"
#include "views/reading_control.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

const QByteArray kTable =
    "time;channel;recipient;customer;reason\n"
    "2025-03-04T08:15:00Z;sms;+491701234567;K1;EXPIRED\n"
    "never;sms;+491701234568;K2;EXPIRED\n"
    "2025-03-04T08:17:00Z;sms;+491701234569;K3;QXJ-17\n";
const QByteArray kUnknown =
    "who;when;why\n"
    "a@example.org;2025-03-04 08:15:00;EXPIRED\n"
    "b@example.org;2025-03-04 08:16:00;EXPIRED\n";

class MappingDialogTest : public WindowTest {
 protected:
  MappingDialog* dialog() { return window->reading().dialog(); }
  QComboBox* choice(int column) { return dialog()->header().choice(column); }
  MessageBar& bar() { return window->reading().bar(); }

  void expectDialog() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return dialog() != nullptr; }, kPatienceMs));
    waitForPreview();
  }
  void waitForPreview() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog()->isBusy(); }, kPatienceMs));
  }
  void ask() {
    window->actions().readDifferently->trigger();
    expectDialog();
  }
  /// As a user does: by the words of the choice.
  void choose(QComboBox* box, const QString& words) {
    const int index = box->findText(words);
    ASSERT_GE(index, 0) << words.toStdString();
    box->setCurrentIndex(index);
    emit box->activated(index);
    waitForPreview();
  }
  QComboBox* named(const char* name) {
    for (QComboBox* box : dialog()->form().findChildren<QComboBox*>()) {
      if (box->accessibleName() == QString::fromUtf8(name)) return box;
    }
    return nullptr;
  }
  void read() {
    ASSERT_TRUE(dialog()->readButton().isEnabled());
    dialog()->readButton().click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog(); }, kPatienceMs));
    ASSERT_TRUE(waitUntilQuiet());
  }
  QPushButton* buttonOf(MessageBar& of) {
    for (QPushButton* button : of.findChildren<QPushButton*>()) {
      if (button->isVisible()) return button;
    }
    return nullptr;
  }
  QString cellOf(int row, int column) { return dialog()->model().index(row, column).data().toString(); }
  QString tipOf(int row, int column) { return dialog()->model().index(row, column).data(Qt::ToolTipRole).toString(); }
};

TEST_F(MappingDialogTest, ShowsTheGuessAndMarksWhatIsNotUnderstood) {
  open({write(QStringLiteral("log.csv"), kTable)});
  EXPECT_FALSE(bar().isVisible()) << "a log without a doubt";
  ask();
  EXPECT_EQ(choice(0)->currentText(), QStringLiteral("Time"));
  EXPECT_EQ(choice(1)->currentText(), QStringLiteral("Channel"));
  EXPECT_EQ(choice(2)->currentText(), QStringLiteral("Recipient"));
  EXPECT_EQ(choice(4)->currentText(), QStringLiteral("Reason code"));
  EXPECT_EQ(named("Separator")->currentText(), QStringLiteral("Semicolon  ;"));
  EXPECT_EQ(named("Encoding")->currentText(), QStringLiteral("UTF-8"));
  EXPECT_EQ(named("Time zone")->currentText(), QStringLiteral("Europe/Berlin"));
  EXPECT_EQ(dialog()->model().rowCount(), 3);
  EXPECT_TRUE(dialog()->summary().startsWith(QStringLiteral("2 of 3 rows can be classified")))
      << dialog()->summary().toStdString();
  EXPECT_TRUE(dialog()->summary().contains(QStringLiteral("1 time cannot be read")));
  const QModelIndex bad = dialog()->model().index(1, 0);
  EXPECT_FALSE(bad.data(Qt::DecorationRole).isNull()) << "not by colour alone";
  EXPECT_TRUE(tipOf(1, 0).contains(QStringLiteral("never")));
  EXPECT_EQ(tipOf(0, 0), QStringLiteral("Understood as 2025-03-04 09:15:00 (Europe/Berlin)"));
  EXPECT_TRUE(bad.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Time not understood")));
  EXPECT_TRUE(tipOf(2, 4).contains(QStringLiteral("catalogue")));
  EXPECT_TRUE(dialog()->model().index(0, 0).data(Qt::DecorationRole).isNull());
}

TEST_F(MappingDialogTest, ChoosingAFieldElsewhereMovesIt) {
  open({write(QStringLiteral("log.csv"), kTable)});
  ask();
  choose(choice(3), QStringLiteral("Recipient"));
  EXPECT_EQ(choice(3)->currentText(), QStringLiteral("Recipient"));
  EXPECT_EQ(choice(2)->currentText(), QStringLiteral("not used"));
  choose(choice(4), QStringLiteral("not used"));
  EXPECT_FALSE(dialog()->readButton().isEnabled()) << "neither code nor status";
  EXPECT_TRUE(dialog()->summary().contains(QStringLiteral("reason code or the status")));
  choose(choice(4), QStringLiteral("Reason code"));
  read();
  EXPECT_EQ(cell(0, ColumnId::Recipient), QStringLiteral("K3"));
}

TEST_F(MappingDialogTest, ResetLeadsBackToTheGuessAndForgets) {
  const QString path = write(QStringLiteral("log.csv"), kTable);
  open({path});
  ask();
  choose(choice(3), QStringLiteral("Recipient"));
  read();
  EXPECT_EQ(rememberedMappings(settings).size(), 1u);
  EXPECT_FALSE(bar().isVisible()) << "it was chosen a moment ago";
  ask();
  EXPECT_EQ(choice(3)->currentText(), QStringLiteral("Recipient"));
  dialog()->resetButton().click();
  waitForPreview();
  EXPECT_EQ(choice(3)->currentText(), QStringLiteral("Customer number"));
  read();
  EXPECT_TRUE(rememberedMappings(settings).empty());
  EXPECT_EQ(cell(0, ColumnId::Customer), QStringLiteral("K3"));
}

TEST_F(MappingDialogTest, CancelChangesNothing) {
  open({write(QStringLiteral("log.csv"), kTable)});
  ask();
  choose(choice(3), QStringLiteral("Recipient"));
  QSignalSpy changed(&document(), &LogDocument::logChanged);
  dialog()->reject();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog(); }, kPatienceMs));
  EXPECT_TRUE(waitUntilQuiet());
  EXPECT_TRUE(changed.empty());
  EXPECT_TRUE(rememberedMappings(settings).empty());
  EXPECT_EQ(cell(0, ColumnId::Recipient), QStringLiteral("+491701234569"));
}

TEST_F(MappingDialogTest, IsRememberedForLogsOfTheSameHeader) {
  open({write(QStringLiteral("log.csv"), kTable)});
  ask();
  choose(choice(3), QStringLiteral("Recipient"));
  read();
  open({write(QStringLiteral("next.csv"), "Time;Channel;Recipient;Customer;Reason\n;sms;1;K9;EXPIRED\n")});
  EXPECT_EQ(cell(0, ColumnId::Recipient), QStringLiteral("K9"));
  ASSERT_TRUE(bar().isVisible());
  EXPECT_TRUE(bar().text().contains(QStringLiteral("next.csv"))) << bar().text().toStdString();
  EXPECT_TRUE(bar().text().contains(QStringLiteral("as you chose before")));
  buttonOf(bar())->click();
  expectDialog();
  EXPECT_EQ(choice(3)->currentText(), QStringLiteral("Recipient"));
  dialog()->reject();
  open({write(QStringLiteral("other.csv"), "time;recipient;customer;reason\n;1;K9;EXPIRED\n")});
  EXPECT_EQ(cell(0, ColumnId::Recipient), QStringLiteral("1")) << "another header";
  EXPECT_FALSE(bar().isVisible());
}

TEST_F(MappingDialogTest, AnErrorLeadsToTheDialogAndThatToTheLog) {
  open({write(QStringLiteral("log.csv"), kUnknown)});
  ASSERT_TRUE(window->errorBar().isVisible());
  ASSERT_NE(buttonOf(window->errorBar()), nullptr);
  buttonOf(window->errorBar())->click();
  expectDialog();
  EXPECT_FALSE(dialog()->readButton().isEnabled());
  choose(choice(2), QStringLiteral("Reason code"));
  choose(choice(0), QStringLiteral("Recipient"));
  choose(choice(1), QStringLiteral("Time"));
  EXPECT_TRUE(dialog()->summary().startsWith(QStringLiteral("2 of 2 rows")));
  read();
  ASSERT_EQ(shownRows(), 2u);
  EXPECT_FALSE(window->errorBar().isVisible());
  EXPECT_EQ(cell(0, ColumnId::Recipient), QStringLiteral("b@example.org"));
}

TEST_F(MappingDialogTest, OfJsonThatIsNobodysSaysWhatToDo) {
  open({write(QStringLiteral("log.json"), "[{\"colour\":\"red\",\"size\":1}]")});
  ASSERT_TRUE(window->errorBar().isVisible());
  ASSERT_NE(buttonOf(window->errorBar()), nullptr);
  buttonOf(window->errorBar())->click();
  expectDialog();
  const QString said = dialog()->summary();
  EXPECT_TRUE(said.contains(QStringLiteral("JSON with the keys colour, size"))) << said.toStdString();
  EXPECT_TRUE(said.contains(QStringLiteral("collect.AI and of Amazon SES, "))) << said.toStdString();
  EXPECT_TRUE(said.contains(QStringLiteral("save them as a table (CSV)"))) << said.toStdString();
  EXPECT_FALSE(dialog()->readButton().isEnabled());
  dialog()->reject();
}

TEST_F(MappingDialogTest, AnotherSeparatorRenewsThePreview) {
  QByteArray text = kUnknown;
  text.replace(';', '^');
  open({write(QStringLiteral("log.csv"), text)});
  ASSERT_TRUE(window->errorBar().isVisible());
  buttonOf(window->errorBar())->click();
  expectDialog();
  EXPECT_EQ(dialog()->header().choiceCount(), 1);
  choose(named("Separator"), QStringLiteral("Another one"));
  EXPECT_FALSE(dialog()->readButton().isEnabled());
  auto* other = dialog()->form().findChild<QLineEdit*>(QStringLiteral("otherSeparator"));
  QTest::keyClicks(other, QStringLiteral("^"));
  waitForPreview();
  ASSERT_EQ(dialog()->header().choiceCount(), 3);
  EXPECT_EQ(cellOf(0, 2), QStringLiteral("EXPIRED"));
  choose(choice(2), QStringLiteral("Reason code"));
  read();
  EXPECT_EQ(shownRows(), 2u);
  ASSERT_EQ(rememberedMappings(settings).size(), 1u);
  EXPECT_EQ(rememberedMappings(settings)[0].delimiter, '^');
  document().close();
  open({write(QStringLiteral("next.csv"), text)});
  EXPECT_EQ(shownRows(), 2u);
}

TEST_F(MappingDialogTest, AnotherEncodingRenewsThePreview) {
  open({write(QStringLiteral("log.csv"), "time;recipient;reason\n;M\xFCller;EXPIRED\n")});
  ask();
  EXPECT_EQ(cellOf(0, 1), QStringLiteral("Müller"));
  choose(named("Encoding"), QStringLiteral("UTF-8"));
  EXPECT_TRUE(dialog()->summary().contains(QStringLiteral("not valid in the encoding")))
      << dialog()->summary().toStdString();
  EXPECT_TRUE(dialog()->model().headerData(0, Qt::Vertical, Qt::DisplayRole).toString().contains(QStringLiteral("⚠")));
  read();
  EXPECT_EQ(document().log().report()[IssueKind::BadEncoding].count, 1u);
}

TEST_F(MappingDialogTest, ZoneHoldsForTheLogAndIsRememberedForItsHeader) {
  const QByteArray text = "time;recipient;reason\n2025-07-01 12:00:00;1;EXPIRED\n";
  const QString path = write(QStringLiteral("log.csv"), text);
  open({path});
  ask();
  named("Time zone")->setCurrentText(QStringLiteral("Nowhere/Else"));
  EXPECT_FALSE(dialog()->readButton().isEnabled());
  named("Time zone")->setCurrentText(QStringLiteral("UTC"));
  waitForPreview();
  read();
  EXPECT_EQ(document().log().zone().name(), "UTC");
  open({write(QStringLiteral("next.csv"), text)});
  EXPECT_EQ(document().log().zone().name(), "UTC");
  open({sampleLog()});
  EXPECT_EQ(document().log().zone().name(), "Europe/Berlin");
}

TEST_F(MappingDialogTest, ADoubtIsToldAndSettledByReadingAsGuessed) {
  const QString path = write(QStringLiteral("log.csv"), "name;price;status\nx;1;failed\n");
  open({path});
  ASSERT_TRUE(bar().isVisible());
  EXPECT_TRUE(bar().text().contains(QStringLiteral("only one column"))) << bar().text().toStdString();
  EXPECT_EQ(dialog(), nullptr) << "nobody is stopped";
  buttonOf(bar())->click();
  expectDialog();
  read();
  EXPECT_FALSE(bar().isVisible());
  open({path});
  EXPECT_TRUE(bar().text().contains(QStringLiteral("as you chose")));
}

TEST_F(MappingDialogTest, OfSeveralLogsEachHeaderIsAskedAboutByItself) {
  const QString first = write(QStringLiteral("a.csv"), kTable);
  const QString same = write(QStringLiteral("b.csv"), QByteArray(kTable).replace("K1", "K7"));
  const QString other = write(QStringLiteral("c.csv"), "recipient;customer;reason\n1;K9;EXPIRED\n");
  open({first, same, other});
  ask();
  ASSERT_EQ(dialog()->logs().count(), 2) << "one for each header";
  choose(choice(3), QStringLiteral("Recipient"));
  dialog()->logs().setCurrentIndex(1);
  emit dialog()->logs().activated(1);
  waitForPreview();
  EXPECT_EQ(dialog()->header().choiceCount(), 3);
  choose(choice(1), QStringLiteral("Recipient"));
  read();
  ASSERT_EQ(shownRows(), 7u);
  for (int row = 0; row < 7; ++row) EXPECT_TRUE(cell(row, ColumnId::Recipient).startsWith(QLatin1Char('K'))) << row;
}

TEST_F(MappingDialogTest, EventsHaveNoColumnsToChooseFrom) {
  open({sampleFolder() + QStringLiteral("/webhook-events.ndjson")});
  ask();
  EXPECT_EQ(dialog()->header().choiceCount(), 0);
  EXPECT_FALSE(named("Separator")->isEnabled());
  EXPECT_FALSE(named("Encoding")->isEnabled());
  EXPECT_GT(dialog()->model().rowCount(), 10);
  EXPECT_EQ(dialog()->model().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Time"));
  EXPECT_EQ(cellOf(0, 0), QStringLiteral("2026-01-19 10:37:49"));
  named("Time zone")->setCurrentText(QStringLiteral("UTC"));
  waitForPreview();
  EXPECT_EQ(cellOf(0, 0), QStringLiteral("2026-01-19 09:37:49"));
  read();
  EXPECT_EQ(document().log().zone().name(), "UTC");
  EXPECT_TRUE(rememberedMappings(settings).empty());
}

TEST_F(MappingDialogTest, IsDoneByTheKeyboard) {
  open({write(QStringLiteral("log.csv"), kTable)});
  ask();
  EXPECT_EQ(dialog()->focusWidget(), choice(0)) << "where the work begins";
  named("Time zone")->setFocus();
  QTest::keyClick(dialog()->focusWidget(), Qt::Key_Tab);
  EXPECT_EQ(dialog()->focusWidget(), dialog()->form().lastField()) << "the line of the header";
  for (int column = 0; column < 4; ++column) {
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Tab);
    EXPECT_EQ(dialog()->focusWidget(), choice(column)) << column;
  }
  EXPECT_FALSE(choice(3)->accessibleName().isEmpty());
  QTest::keyClick(choice(3), Qt::Key_Home);  // not used
  waitForPreview();
  EXPECT_EQ(dialog()->focusWidget(), choice(3)) << "the choice keeps the focus";
  QTest::keyClick(dialog(), Qt::Key_Return);
  ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog(); }, kPatienceMs));
  ASSERT_TRUE(waitUntilQuiet());
  EXPECT_EQ(cell(0, ColumnId::Customer), QString());
}

TEST_F(MappingDialogTest, EverythingThatTakesTheFocusHasAName) {
  open({write(QStringLiteral("log.csv"), kTable)});
  ask();
  for (QWidget* widget : dialog()->findChildren<QWidget*>()) {
    if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
    if (widget->objectName().startsWith(QStringLiteral("qt_"))) continue;
    // A combo box that is typed into has its field, and a view its ground, in its place.
    if (qobject_cast<const QComboBox*>(widget->parentWidget())) continue;
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget->parentWidget());
    if (area && area->viewport() == widget) continue;
    const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
    ASSERT_NE(accessible, nullptr);
    EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
  }
  dialog()->reject();
}

TEST_F(MappingDialogTest, ALongHeaderIsElidedAndTold) {
  const QByteArray name(300, 'x');
  open({write(QStringLiteral("log.csv"), "time;" + name + ";reason\n;1;EXPIRED\n")});
  ask();
  EXPECT_EQ(dialog()->model().headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString().toUtf8(), name);
  EXPECT_LE(dialog()->header().sectionSize(1), 300);
  EXPECT_GE(choice(1)->geometry().left(), dialog()->header().sectionViewportPosition(1)) << "over its column";
  EXPECT_LE(choice(1)->geometry().right(), dialog()->header().sectionViewportPosition(2));
  dialog()->reject();
}

TEST_F(MappingDialogTest, AFileThatIsGoneIsTold) {
  const QString path = write(QStringLiteral("log.csv"), kTable);
  open({path});
  ASSERT_TRUE(QFile::remove(path));
  ask();
  EXPECT_TRUE(dialog()->summary().contains(QStringLiteral("does not exist"))) << dialog()->summary().toStdString();
  EXPECT_FALSE(dialog()->readButton().isEnabled());
  dialog()->reject();
}

TEST_F(MappingDialogTest, SpeaksGermanAndFitsASmallScreen) {
  language.use(QStringLiteral("de"));
  open({write(QStringLiteral("log.csv"), kTable)});
  ask();
  EXPECT_EQ(dialog()->windowTitle(), QStringLiteral("Protokoll anders einlesen"));
  EXPECT_EQ(choice(4)->currentText(), QStringLiteral("Fehlercode"));
  EXPECT_TRUE(dialog()->summary().startsWith(QStringLiteral("2 von 3 Zeilen")));
  EXPECT_LE(dialog()->minimumSizeHint().width(), 1000);
  EXPECT_LE(dialog()->minimumSizeHint().height(), 660);
  dialog()->reject();
}

TEST(RememberedMappings, AreBoundedAndBrokenOnesLeftOut) {
  QTemporaryDir folder;
  Settings settings(folder.filePath(QStringLiteral("settings.ini")));
  for (std::size_t i = 0; i < kMappingsKept + 5; ++i) {
    HeaderMapping mapping;
    mapping.header = i;
    mapping.columnCount = 3;
    mapping.columns[static_cast<std::size_t>(Field::Code)] = {2};
    mapping.columns[static_cast<std::size_t>(Field::Recipient)] = {1, 0};
    mapping.delimiter = '|';
    mapping.encoding = Encoding::Windows1252;
    mapping.zone = "Europe/Vienna";
    rememberMapping(settings, mapping);
    ASSERT_EQ(rememberedMappings(settings).front(), mapping);
  }
  EXPECT_EQ(rememberedMappings(settings).size(), kMappingsKept);
  EXPECT_EQ(rememberedMappings(settings).back().header, 5u);
  forgetMapping(settings, 5);
  EXPECT_EQ(rememberedMappings(settings).size(), kMappingsKept - 1);
  settings.setMappings({QStringLiteral("x"), QStringLiteral("1f 3 - - - code=3"), QStringLiteral("1f 3 - - - to=1"),
                        QStringLiteral("1f 3 - - - code=1 status=1"), QStringLiteral("1f 3 - - - time=1"),
                        QStringLiteral("1f 3 - - - code=1+0")});
  ASSERT_EQ(rememberedMappings(settings).size(), 1u);
  EXPECT_EQ(rememberedMappings(settings)[0].header, 0x1fu);
}

}  // namespace
}  // namespace undelivered
