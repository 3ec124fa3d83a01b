// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window_actions.h"

#include <QMenuBar>

namespace undelivered {

WindowActions::WindowActions(QMainWindow& window, QUndoStack& history)
    : QObject(&window), m_window(window), m_history(history) {
  open = make(QKeySequence::Open);
  openFolder = make(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
  openSample = make();
  openLast = make();
  openLast->setCheckable(true);
  readAgain = make(QKeySequence(Qt::Key_F5));
  readDifferently = make(QKeySequence(Qt::SHIFT | Qt::Key_F5));
  exportList = make();
  // Ctrl+E alone would not do: a text field takes it for its own where it has the focus.
  exportList->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_S), QKeySequence(Qt::CTRL | Qt::Key_E)});
  close = make(QKeySequence(Qt::CTRL | Qt::Key_W));
  quit = make(QKeySequence(Qt::CTRL | Qt::Key_Q));
  undo = make(QKeySequence::Undo);
  redo = make();
  redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
  connect(undo, &QAction::triggered, &history, &QUndoStack::undo);
  connect(redo, &QAction::triggered, &history, &QUndoStack::redo);
  connect(&history, &QUndoStack::indexChanged, this, &WindowActions::showHistory);
  copy = make(QKeySequence::Copy);
  copyWithHeaders = make(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  find = make(QKeySequence::Find);
  matchCase = make();
  matchCase->setCheckable(true);
  clearFilters = make(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
  showFilters = make(QKeySequence(Qt::Key_F9));
  showDetails = make(QKeySequence(Qt::Key_F10 | Qt::SHIFT));
  for (QAction* action : {showFilters, showDetails}) {
    action->setCheckable(true);
    action->setChecked(true);
  }
  readIssues = make();
  about = make();
  about->setMenuRole(QAction::AboutRole);
  aboutQt = make();
  themes = new QActionGroup(this);
  for (const char* theme : {"system", "light", "dark"}) makeChoice(*themes, theme);
  languages = new QActionGroup(this);
  for (const char* language : {"en", "de"}) makeChoice(*languages, language);
  recent = new QMenu(&window);
  columns = new QMenu(&window);
  fillMenus();
  retranslate();
  setLogOpen(false);
}

QAction* WindowActions::make(const QKeySequence& shortcut) {
  auto* action = new QAction(this);
  action->setShortcut(shortcut);
  return action;
}

QAction* WindowActions::makeChoice(QActionGroup& group, const char* data) {
  QAction* action = group.addAction(QString());
  action->setCheckable(true);
  action->setData(QString::fromLatin1(data));
  return action;
}

void WindowActions::fillMenus() {
  QMenuBar* bar = m_window.menuBar();
  m_file = bar->addMenu(QString());
  m_file->addActions({open, openFolder});
  m_file->addMenu(recent);
  m_file->addActions({openSample, openLast});
  m_file->addSeparator();
  m_file->addActions({readAgain, readDifferently});
  m_file->addAction(exportList);
  m_file->addSeparator();
  m_file->addActions({close, quit});
  m_edit = bar->addMenu(QString());
  m_edit->addActions({undo, redo});
  m_edit->addSeparator();
  m_edit->addActions({copy, copyWithHeaders});
  m_edit->addSeparator();
  m_edit->addActions({find, matchCase, clearFilters});
  m_view = bar->addMenu(QString());
  m_view->addActions({showFilters, showDetails});
  m_view->addMenu(columns);
  m_view->addAction(readIssues);
  m_view->addSeparator();
  m_theme = m_view->addMenu(QString());
  m_theme->addActions(themes->actions());
  m_language = m_view->addMenu(QString());
  m_language->addActions(languages->actions());
  m_help = bar->addMenu(QString());
  m_help->addActions({about, aboutQt});
}

void WindowActions::setLogOpen(bool isOpen) {
  for (QAction* action :
       {readAgain, readDifferently, exportList, close, copy, copyWithHeaders, find, matchCase, clearFilters}) {
    action->setEnabled(isOpen);
  }
  columns->setEnabled(isOpen);
  readIssues->setEnabled(false);
}

void WindowActions::retranslate() {
  m_file->setTitle(tr("&File"));
  m_edit->setTitle(tr("&Edit"));
  m_view->setTitle(tr("&View"));
  m_help->setTitle(tr("&Help"));
  m_theme->setTitle(tr("&Theme"));
  m_language->setTitle(tr("&Language"));
  recent->setTitle(tr("Open &recent"));
  open->setText(tr("&Open log…"));
  openFolder->setText(tr("Open &folder…"));
  openSample->setText(tr("Open the &sample"));
  openLast->setText(tr("Open the last &logs when starting"));
  readAgain->setText(tr("Read a&gain"));
  readDifferently->setText(tr("Read the log &differently…"));
  exportList->setText(tr("&Export action list…"));
  close->setText(tr("&Close log"));
  quit->setText(tr("&Quit"));
  copy->setText(tr("&Copy rows"));
  copyWithHeaders->setText(tr("Copy rows with &headers"));
  find->setText(tr("&Find"));
  matchCase->setText(tr("&Match case"));
  clearFilters->setText(tr("C&lear all filters"));
  showFilters->setText(tr("&Filters"));
  showDetails->setText(tr("&Details"));
  columns->setTitle(tr("&Columns"));
  readIssues->setText(tr("&Notes from reading…"));
  about->setText(tr("&About Undelivered"));
  aboutQt->setText(tr("About &Qt"));
  const QStringList themeNames{tr("As the &system"), tr("&Light"), tr("&Dark")};
  for (int i = 0; i < themeNames.size(); ++i) themes->actions().at(i)->setText(themeNames[i]);
  // A language is named in itself, so that it is found again.
  languages->actions().at(0)->setText(QStringLiteral("&English"));
  languages->actions().at(1)->setText(QStringLiteral("&Deutsch"));
  retranslateTips();
}

void WindowActions::showHistory() {
  undo->setEnabled(m_history.canUndo());
  redo->setEnabled(m_history.canRedo());
  // The words of the buttons stay as long as they are; what they would do is told in the tips.
  undo->setText(tr("&Undo"));
  redo->setText(tr("&Redo"));
  undo->setToolTip(m_history.canUndo() ? tr("Undo: %1").arg(m_history.undoText()) : tr("Nothing to undo"));
  redo->setToolTip(m_history.canRedo() ? tr("Redo: %1").arg(m_history.redoText()) : tr("Nothing to redo"));
}

void WindowActions::retranslateTips() {
  showHistory();
  open->setToolTip(tr("Open a log in place of this one"));
  exportList->setIconText(tr("Export action list…"));
  readAgain->setToolTip(tr("Read the log as it is by now; filters and order stay"));
  readDifferently->setToolTip(tr("Say which column holds what, and how the text is to be read"));
  exportList->setToolTip(tr("Write exactly the rows that are shown into a file"));
  open->setIconText(tr("Open log…"));
  matchCase->setIconText(QStringLiteral("Aa"));  // beside the search there is no room for words
  matchCase->setToolTip(tr("Match case: find the text only where upper and lower case are the same"));
}

}  // namespace undelivered
