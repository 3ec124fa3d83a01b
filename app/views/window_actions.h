// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QUndoStack>

namespace undelivered {

/// Every command of the main window, and the menus that hold them. Who does what is connected elsewhere.
class WindowActions : public QObject {
  Q_OBJECT

 public:
  WindowActions(QMainWindow& window, QUndoStack& history);

  QAction *open, *openFolder, *openSample, *openLast, *readAgain, *readDifferently, *exportList, *close, *quit;
  QAction *undo, *redo, *copy, *copyWithHeaders, *find, *matchCase, *clearFilters;
  QAction *showFilters, *showDetails, *readIssues;
  QAction *about, *aboutQt;
  QActionGroup *themes, *languages;  ///< data(): "system", "light", "dark"; "en", "de"
  QMenu *recent, *columns;

  void setLogOpen(bool isOpen);
  void retranslate();

 private:
  QAction* make(const QKeySequence& shortcut = {});
  QAction* makeChoice(QActionGroup& group, const char* data);
  void fillMenus();
  void retranslateTips();
  void showHistory();

  QMainWindow& m_window;
  QUndoStack& m_history;
  QMenu *m_file, *m_edit, *m_view, *m_help, *m_theme, *m_language;
};

}  // namespace undelivered
