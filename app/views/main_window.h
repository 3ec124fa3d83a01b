// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QLineEdit>
#include <QMainWindow>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>

#include "document/log_document.h"
#include "i18n/language.h"
#include "settings/settings.h"
#include "views/window_actions.h"

namespace undelivered {

class ActionsView;
class CardRow;
class DetailsPane;
class ExportControl;
class LoadingBar;
class MessageBar;
class Overview;
class ReadingControl;
class RecordTable;
class StartPage;

/// The window: builds its parts and connects them; each part looks after itself.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  MainWindow(Settings& settings, Language& language, LogDocument::Setup setup, const FileSystem& files = systemFiles());
  ~MainWindow() override;

  LogDocument& document() { return m_document; }
  WindowActions& actions() { return *m_actions; }
  RecordTable& table() { return *m_table; }
  Overview& overview() { return *m_overview; }
  CardRow& cards() { return *m_cards; }
  ActionsView& actionsView() { return *m_todo; }
  ExportControl& exporter() { return *m_export; }
  MessageBar& errorBar() { return *m_errorBar; }
  MessageBar& noteBar() { return *m_noteBar; }
  ReadingControl& reading() { return *m_reading; }
  MessageBar& exportBar() { return *m_exportBar; }

  void openPaths(const QStringList& paths);
  /// Opens logs as soon as the window has been painted; those of the last session where none are named and the user
  /// wants them.
  void openWhenPainted(const QStringList& paths);
  /// The folder of sample logs; empty where the installation has none.
  static QString samplePath();

 signals:
  void painted();  ///< for the first time

 protected:
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void buildContent();
  void buildToolBar();
  void connectActions();
  void connectDocument();
  void connectExport();
  void askForLogs();
  void askForFolder();
  void showLog();
  void showRecent();
  void showError(const Error& error);
  void showOpeningError(const Error& error);
  void tellError();
  void readAgain();
  void readDifferently();
  void takeErrorAction();
  void tellExport();
  void tellIssues();
  void showIssues();
  void showAbout();
  void takeSearch();
  void takeMatchCase();
  void setSearch(int series);
  void tellDroppedSelection(quint64 count);
  void copyRows(bool withHeaders);
  void restoreLayout();
  void saveLayout();
  void retranslate();
  void retranslateCounts();

  Settings& m_settings;
  Language& m_language;
  LogDocument m_document;
  LatestJob m_copying;
  WindowActions* m_actions;
  QStackedWidget* m_stack;
  StartPage* m_start;
  QDockWidget* m_filters;
  QTabWidget* m_tabs;
  QSplitter *m_upper, *m_lower;
  CardRow* m_cards;
  Overview* m_overview;
  RecordTable* m_table;
  DetailsPane* m_details;
  ActionsView* m_todo;
  QLineEdit* m_search;
  QTimer m_searchPause;
  QToolBar* m_toolBar;
  LoadingBar *m_loading, *m_exporting;
  MessageBar *m_noteBar, *m_errorBar, *m_exportBar;
  ExportControl* m_export;
  ReadingControl* m_reading;
  struct ExportEnd {
    QString target;
    quint64 rows = 0;
    std::optional<Error> error;
  };
  std::optional<ExportEnd> m_exportEnd;  // what m_exportBar tells of, if it does
  std::optional<Error> m_lastError;
  QStringList m_opening;                                        // what was asked for last
  QStringList m_unread;                                         // what the error bar offers to read again
  bool m_asksHow = false;                                       // whether it offers to say how m_opening is to be read
  std::optional<std::pair<Error, QStringList>> m_unrecognised;  // of m_opening, for readDifferently()
  bool m_painted = false;
};

}  // namespace undelivered
