// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QGroupBox>
#include <QLabel>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTreeView>

#include "i18n/error_text.h"
#include "i18n/words.h"
#include "models/issue_list_model.h"
#include "views/details_pane.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

class LanguageTest : public WindowTest {
 protected:
  void use(const char* code) {
    for (QAction* action : window->actions().languages->actions()) {
      if (action->data().toString() == QString::fromLatin1(code)) action->trigger();
    }
    QCoreApplication::sendPostedEvents();
    ASSERT_TRUE(waitUntilQuiet());
  }

  /// Everything that the window says.
  QStringList allTexts() {
    QStringList texts;
    for (const QLabel* label : window->findChildren<QLabel*>()) texts.append(label->text());
    for (const QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
      texts.append({button->text(), button->toolTip(), button->accessibleName()});
    }
    for (const QGroupBox* box : window->findChildren<QGroupBox*>()) texts.append(box->title());
    for (const QAction* action : window->findChildren<QAction*>()) texts.append({action->text(), action->toolTip()});
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
      texts.append({widget->accessibleName(), widget->windowTitle()});
    }
    return texts;
  }
};

TEST_F(LanguageTest, SwitchesEverythingWhileRunning) {
  open({sampleLog()});
  window->table().selectRow(0);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->findChild<DetailsPane*>()->findChildren<QLabel*>().size() > 3; }));
  use("de");
  EXPECT_EQ(records().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Zeitpunkt"));
  EXPECT_TRUE(cell(0, ColumnId::Time).contains(QLatin1Char('.')));
  EXPECT_TRUE(window->cards().card(CardRow::Failed).accessibleName().startsWith(QStringLiteral("Nicht zugestellt")));
  const QStringList texts = allTexts();
  for (const char* english : {"Failed", "Channel", "Reason", "By reason", "What to do", "What happened", "All times",
                              "Export action list…", "&File", "Mailbox full", "Overview", "Filters"}) {
    EXPECT_FALSE(texts.contains(QString::fromUtf8(english))) << english;
  }
  for (const ChartItem& item : window->overview().chart(Overview::Channels).items()) {
    EXPECT_NE(item.label, QStringLiteral("Letter"));
  }
  use("en");
  EXPECT_EQ(records().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Time"));
  EXPECT_TRUE(allTexts().contains(QStringLiteral("What to do")));
}

TEST_F(LanguageTest, GroupsDigitsAsTheLanguageDoes) {
  EXPECT_EQ(number(1204), QStringLiteral("1,204"));
  language.use(QStringLiteral("de"));
  EXPECT_EQ(number(1204), QStringLiteral("1.204"));
  EXPECT_TRUE(share(123, 1000).startsWith(QStringLiteral("12,3")));
}

TEST_F(LanguageTest, RemembersTheLanguage) {
  use("de");
  EXPECT_EQ(settings.language(), QStringLiteral("de"));
}

TEST_F(LanguageTest, SpeaksQtsOwnWordsToo) {
  language.use(QStringLiteral("de"));
  EXPECT_EQ(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
}

TEST_F(LanguageTest, EveryErrorHasItsSentenceInBothLanguages) {
  for (const char* code : {"en", "de"}) {
    language.use(QString::fromLatin1(code));
    for (int i = 0; i <= static_cast<int>(ErrorCode::WriteFailed); ++i) {
      const QString sentence = sentenceFor({static_cast<ErrorCode>(i), "the %2 file", "its cause", 12, ENOSPC});
      EXPECT_GT(sentence.size(), 10) << i;
      EXPECT_FALSE(sentence.contains(QStringLiteral("%1"))) << sentence.toStdString();
    }
    for (std::size_t i = 0; i < kIssueKindCount; ++i) EXPECT_FALSE(words(static_cast<IssueKind>(i)).isEmpty());
  }
}

TEST_F(LanguageTest, AFileNameIsNotTakenForAPlaceholder) {
  const QString sentence = sentenceFor({ErrorCode::ReadFailed, "100%2.csv", "cause", 0, 0});
  EXPECT_TRUE(sentence.contains(QStringLiteral("100%2.csv"))) << sentence.toStdString();
}

TEST_F(LanguageTest, EverythingThatTakesTheFocusHasAName) {
  open({sampleFolder()});
  for (const char* code : {"en", "de"}) {
    use(code);
    for (QWidget* widget : window->findChildren<QWidget*>()) {
      if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
      // The ground of a scrolled view passes the focus on to the view.
      const auto* area = qobject_cast<const QAbstractScrollArea*>(widget->parentWidget());
      if (area && area->viewport() == widget) continue;
      if (widget->objectName().startsWith(QStringLiteral("qt_"))) continue;  // Qt's own parts of a control
      const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
      ASSERT_NE(accessible, nullptr);
      EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty())
          << widget->metaObject()->className() << " in " << widget->parentWidget()->metaObject()->className();
    }
  }
}

TEST_F(LanguageTest, NamesTheMainPartsInPlainWords) {
  open({sampleLog()});
  EXPECT_EQ(window->table().accessibleName(), QStringLiteral("Failures"));
  QStringList names;
  for (const QTreeView* view : window->findChildren<QTreeView*>()) names.append(view->accessibleName());
  EXPECT_TRUE(names.contains(QStringLiteral("Reasons")));
}

TEST_F(LanguageTest, DetailsTellReasonActionAndOtherRecordsOfTheRecipient) {
  const QString path = write(QStringLiteral("log.csv"),
                             "time;channel;recipient;reason;diagnostic;note\n"
                             "2025-03-04T08:15:00Z;sms;+49 170 1234567;EXPIRED;late;first\n"
                             "2025-03-05T08:15:00Z;sms;00491701234567;EXPIRED;later;second\n"
                             "2025-03-06T08:15:00Z;email;a@example.org;BOUNCE_TRANSIENT_MAILBOX_FULL;552 full;third\n");
  open({path});
  window->table().selectRow(1);
  auto* details = window->findChild<DetailsPane*>();
  const auto texts = [&] {
    QStringList all;
    for (const QLabel* label : details->findChildren<QLabel*>()) {
      if (label->isVisible()) all.append(label->text());
    }
    return all;
  };
  const auto* diagnostic = details->findChild<QPlainTextEdit*>();
  ASSERT_TRUE(QTest::qWaitFor([&] { return diagnostic->toPlainText() == QStringLiteral("later"); }, kPatienceMs));
  EXPECT_TRUE(texts().contains(QStringLiteral("Waited too long in the network")));
  EXPECT_TRUE(texts().contains(QStringLiteral("Same recipient: 1 more")))
      << texts().join(QLatin1Char('|')).toStdString();
  const auto tables = details->findChildren<QTableWidget*>();
  ASSERT_EQ(tables.size(), 2);
  EXPECT_EQ(tables[0]->rowCount(), 6);
  EXPECT_EQ(tables[0]->item(5, 1)->text(), QStringLiteral("second"));
  EXPECT_EQ(tables[1]->rowCount(), 1);
}

TEST_F(LanguageTest, DetailsOfAnotherRowBeginAtTheirTop) {
  open({sampleLog()});
  window->resize(1024, 700);
  auto* details = window->findChild<DetailsPane*>();
  const auto title = [&]() -> QString {
    return details->findChildren<QLabel*>()[1]->text() + details->findChildren<QLabel*>()[2]->text();
  };
  window->table().selectRow(0);
  ASSERT_TRUE(QTest::qWaitFor([&] { return details->verticalScrollBar()->maximum() > 100; }, kPatienceMs));
  details->verticalScrollBar()->setValue(100);
  const QString before = title();
  window->table().selectRow(7);
  ASSERT_TRUE(QTest::qWaitFor([&] { return title() != before; }, kPatienceMs));
  EXPECT_EQ(details->verticalScrollBar()->value(), 0);
}

TEST_F(LanguageTest, NumbersOfLinesAreNotGrouped) {
  QByteArray rows = "code,time\n";
  for (int i = 0; i < 1500; ++i) rows += "EXPIRED,2025-03-04\n";
  open({write(QStringLiteral("long.csv"), rows + "EXPIRED,whenever\n")});
  const IssueListModel issues(document().sharedLog());
  EXPECT_EQ(issues.index(0, IssueListModel::PlaceColumn, issues.index(0, 0)).data().toString(),
            QStringLiteral("line 1502"));
  window->table().selectRow(1400);
  auto* details = window->findChild<DetailsPane*>();
  EXPECT_TRUE(QTest::qWaitFor(
      [&] {
        for (const QLabel* label : details->findChildren<QLabel*>()) {
          if (label->text().contains(QStringLiteral("long.csv, line 1")))
            return !label->text().contains(QLatin1String("line 1,"));
        }
        return false;
      },
      kPatienceMs));
}

TEST_F(LanguageTest, AReasonThatSettlesByItselfIsSaidToDoSo) {
  open({write(QStringLiteral("log.csv"), "code\nHANDOVER_ERROR\nBOUNCE_TRANSIENT_MAILBOX_FULL\n")});
  QStringList texts;
  for (const QLabel* label : window->actionsView().findChildren<QLabel*>()) texts.append(label->text());
  EXPECT_EQ(texts.filter(QStringLiteral("Handover to the provider failed (usually settles by itself)")).size(), 1)
      << texts.join(QLatin1Char('|')).toStdString();
}

TEST_F(LanguageTest, LightAndDarkAreSwitchedWhileRunning) {
  open({sampleLog()});
  for (QAction* action : window->actions().themes->actions()) {
    if (action->data().toString() == QLatin1String("dark")) action->trigger();
  }
  EXPECT_TRUE(isDark(QApplication::palette()));
  EXPECT_TRUE(QTest::qWaitFor([&] { return isDark(window->palette()); }));
  EXPECT_EQ(settings.theme(), QStringLiteral("dark"));
  // What is painted in colours of its own follows too.
  window->errorBar().tell(MessageBar::Kind::Error, QStringLiteral("told before the switch"));
  EXPECT_LT(window->noteBar().palette().color(QPalette::Window).lightness(), 128);
  for (const QLabel* label : window->findChildren<QLabel*>()) {
    EXPECT_GT(label->palette().color(QPalette::WindowText).lightness(), 100) << label->text().toStdString();
  }
  for (QAction* action : window->actions().themes->actions()) {
    if (action->data().toString() == QLatin1String("system")) action->trigger();
  }
  EXPECT_TRUE(QTest::qWaitFor([&] { return !isDark(window->palette()); }));
  EXPECT_GT(window->errorBar().palette().color(QPalette::Window).lightness(), 128);
}

}  // namespace
}  // namespace undelivered
