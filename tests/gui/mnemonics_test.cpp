// SPDX-License-Identifier: GPL-3.0-or-later
// Alt and a letter lead to one place only, in both languages.
#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QMenuBar>

#include "window_fixture.h"

namespace undelivered {
namespace {

using Texts = QStringList;

class MnemonicsTest : public WindowTest {
 protected:
  static void expectNoClash(const Texts& texts, const std::string& where) {
    QMap<QString, QString> claimed;
    for (const QString& text : texts) {
      const QString key = QKeySequence::mnemonic(text).toString();
      if (key.isEmpty()) continue;
      EXPECT_FALSE(claimed.contains(key)) << where << ": " << key.toStdString() << " of " << text.toStdString()
                                          << " and " << claimed[key].toStdString();
      claimed[key] = text;
    }
  }
  static void checkMenu(const QMenu& menu, const std::string& where) {
    Texts texts;
    for (const QAction* action : menu.actions()) {
      if (!action->isVisible()) continue;
      texts.append(action->text());
      if (action->menu()) checkMenu(*action->menu(), where + " > " + action->text().toStdString());
    }
    expectNoClash(texts, where);
  }
  /// Everything that Alt and a letter reach at once: the menus and what the window shows.
  Texts inTheWindow() {
    Texts texts;
    for (const QAction* action : window->menuBar()->actions()) texts.append(action->text());
    for (const QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
      if (button->isVisible()) texts.append(button->text());
    }
    for (const QLabel* label : window->findChildren<QLabel*>()) {
      if (label->isVisible() && label->buddy()) texts.append(label->text());
    }
    return texts;
  }
};

TEST_F(MnemonicsTest, AreUniqueWhereTheyAreMet) {
  for (const char* code : {"en", "de"}) {
    language.use(QString::fromLatin1(code));
    QTest::qWait(1);
    document().close();
    expectNoClash(inTheWindow(), std::string(code) + ", start page");
    open({sampleLog()});
    expectNoClash(inTheWindow(), std::string(code) + ", with a log");
    for (const QAction* action : window->menuBar()->actions()) {
      checkMenu(*action->menu(), std::string(code) + ", " + action->text().toStdString());
    }
  }
}

}  // namespace
}  // namespace undelivered
