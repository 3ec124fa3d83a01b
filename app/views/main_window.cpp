// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QScreen>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include "document/choice.h"
#include "document/log_watch.h"
#include "i18n/error_text.h"
#include "i18n/words.h"
#include "util/theme.h"
#include "views/actions_view.h"
#include "views/card_row.h"
#include "views/chip_row.h"
#include "views/details_pane.h"
#include "views/export_control.h"
#include "views/filter_panel.h"
#include "views/loading_bar.h"
#include "views/message_bar.h"
#include "views/overview.h"
#include "views/reading_control.h"
#include "views/record_table.h"
#include "views/start_page.h"
#include "views/steady_splitter.h"

namespace undelivered {
namespace {

constexpr int kSearchPauseMs = 250;

QStringList localPaths(const QMimeData& data) {
  QStringList paths;
  for (const QUrl& url : data.urls()) {
    if (url.isLocalFile()) paths.append(url.toLocalFile());
  }
  return paths;
}

}  // namespace

MainWindow::MainWindow(Settings& settings, Language& language, LogDocument::Setup setup, const FileSystem& files)
    : m_settings(settings), m_language(language), m_document(std::move(setup), files) {
  setAcceptDrops(true);
  setWindowIcon(QIcon(QStringLiteral(":/icons/undelivered.svg")));
  m_document.setLanguage(languageCode());
  m_actions = new WindowActions(*this, m_document.history());
  buildContent();
  buildToolBar();
  m_export = new ExportControl(m_document, *m_table, m_settings, this);
  connectActions();
  connectDocument();
  connectExport();
  showRecent();
  restoreLayout();
  retranslate();
  showLog();
}

MainWindow::~MainWindow() {
  // The parts ask the document as long as they are there: they go first, and not with the window's other children.
  delete m_export;
  delete m_filters;
  delete takeCentralWidget();
}

void MainWindow::buildContent() {
  m_start = new StartPage(this);
  m_start->setSampleAvailable(!samplePath().isEmpty());
  m_cards = new CardRow(m_document, this);
  m_overview = new Overview(m_document, this);
  m_table = new RecordTable(m_document, this);
  m_details = new DetailsPane(m_document, this);
  m_todo = new ActionsView(m_document, this);
  m_lower = new QSplitter(Qt::Horizontal, this);
  m_lower->addWidget(m_table);
  m_lower->addWidget(m_details);
  m_lower->setStretchFactor(0, 1);
  m_lower->setCollapsible(0, false);
  m_upper = new SteadySplitter(this);
  m_upper->addWidget(m_overview);
  m_upper->addWidget(m_lower);
  m_upper->setStretchFactor(0, 1);
  m_upper->setStretchFactor(1, 1);
  m_upper->setCollapsible(1, false);
  m_tabs = new QTabWidget(this);
  m_tabs->setDocumentMode(true);
  m_tabs->addTab(m_upper, QString());
  m_tabs->addTab(m_todo, QString());

  auto* content = new QWidget(this);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(10, 8, 10, 8);
  column->setSpacing(8);
  column->addWidget(m_cards);
  column->addWidget(new ChipRow(m_document, content));
  column->addWidget(m_tabs, 1);
  m_stack = new QStackedWidget(this);
  m_stack->addWidget(m_start);
  m_stack->addWidget(content);

  m_loading = new LoadingBar(this);
  m_exporting = new LoadingBar(this);
  m_errorBar = new MessageBar(this);
  m_noteBar = new MessageBar(this);
  m_exportBar = new MessageBar(this);
  m_reading = new ReadingControl(m_document, m_settings, this);
  auto* central = new QWidget(this);
  auto* all = new QVBoxLayout(central);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(0);
  // Below everything: what is above stays under the mouse when one of them comes or goes.
  all->addWidget(m_stack, 1);
  for (QWidget* bar :
       std::initializer_list<QWidget*>{m_loading, m_exporting, m_exportBar, &m_reading->bar(), m_noteBar, m_errorBar}) {
    all->addWidget(bar);
  }
  setCentralWidget(central);

  m_filters = new QDockWidget(this);
  m_filters->setObjectName(QStringLiteral("filters"));
  m_filters->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
  m_filters->setWidget(new FilterPanel(m_document, m_filters));
  addDockWidget(Qt::LeftDockWidgetArea, m_filters);
}

void MainWindow::buildToolBar() {
  m_toolBar = addToolBar(QString());
  m_toolBar->setObjectName(QStringLiteral("toolBar"));
  m_toolBar->setMovable(false);
  m_toolBar->setToolButtonStyle(Qt::ToolButtonTextOnly);
  m_toolBar->addActions({m_actions->open, m_actions->exportList});
  m_toolBar->addSeparator();
  m_toolBar->addActions({m_actions->undo, m_actions->redo});
  auto* space = new QWidget(m_toolBar);
  space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  m_toolBar->addWidget(space);
  m_search = new QLineEdit(m_toolBar);
  m_search->setClearButtonEnabled(true);
  m_search->setMinimumWidth(260);
  m_search->setMaximumWidth(420);
  m_toolBar->addWidget(m_search);
  m_toolBar->addAction(m_actions->matchCase);
  m_searchPause.setSingleShot(true);
  m_searchPause.setInterval(kSearchPauseMs);
  connect(m_search, &QLineEdit::textEdited, &m_searchPause, qOverload<>(&QTimer::start));
  connect(m_search, &QLineEdit::returnPressed, this, &MainWindow::takeSearch);
  auto* clear = new QAction(m_search);
  clear->setShortcut(Qt::Key_Escape);
  clear->setShortcutContext(Qt::WidgetShortcut);
  m_search->addAction(clear);
  connect(clear, &QAction::triggered, this, [this] {
    m_search->clear();
    takeSearch();
    m_table->setFocus();
  });
  connect(&m_searchPause, &QTimer::timeout, this, &MainWindow::takeSearch);
}

void MainWindow::connectActions() {
  connect(m_actions->open, &QAction::triggered, this, &MainWindow::askForLogs);
  connect(m_actions->openFolder, &QAction::triggered, this, &MainWindow::askForFolder);
  connect(m_actions->openSample, &QAction::triggered, this, [this] { openPaths({samplePath()}); });
  m_actions->openSample->setVisible(!samplePath().isEmpty());
  m_actions->openLast->setChecked(m_settings.opensLastLogs());
  connect(m_actions->openLast, &QAction::toggled, this, [this](bool on) { m_settings.setOpensLastLogs(on); });
  connect(m_actions->readAgain, &QAction::triggered, &m_document, &LogDocument::readAgain);
  connect(m_actions->readDifferently, &QAction::triggered, this, &MainWindow::readDifferently);
  connect(m_actions->exportList, &QAction::triggered, this, [this] { m_export->ask(m_document.filter(), {}); });
  connect(m_actions->close, &QAction::triggered, &m_document, &LogDocument::close);
  connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
  connect(m_actions->copy, &QAction::triggered, this, [this] { copyRows(false); });
  connect(m_actions->copyWithHeaders, &QAction::triggered, this, [this] { copyRows(true); });
  connect(m_table, &RecordTable::copyRequested, this, &MainWindow::copyRows);
  connect(m_actions->find, &QAction::triggered, this, [this] {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
  });
  connect(m_actions->matchCase, &QAction::triggered, this, &MainWindow::takeMatchCase);
  connect(m_actions->clearFilters, &QAction::triggered, this,
          [this] { m_document.setFilter(defaultFilter(), tr("Clear all filters")); });
  connect(m_actions->showFilters, &QAction::toggled, this,
          [this](bool shown) { m_filters->setVisible(shown && m_document.hasLog()); });
  connect(m_filters, &QDockWidget::visibilityChanged, this, [this](bool) {
    if (m_document.hasLog() && isVisible() && !isMinimized())
      m_actions->showFilters->setChecked(!m_filters->isHidden());
  });
  connect(m_actions->showDetails, &QAction::toggled, m_details, &QWidget::setVisible);
  connect(m_actions->columns, &QMenu::aboutToShow, m_table, [this] { m_table->fillColumnMenu(*m_actions->columns); });
  connect(m_actions->readIssues, &QAction::triggered, this, &MainWindow::showIssues);
  connect(m_noteBar, &MessageBar::actionTriggered, this, &MainWindow::showIssues);
  connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
  connect(m_actions->aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
  connect(m_actions->themes, &QActionGroup::triggered, this, [this](const QAction* action) {
    m_settings.setTheme(action->data().toString());
    applyTheme(themeFromName(action->data().toString()));
  });
  connect(m_actions->languages, &QActionGroup::triggered, this, [this](const QAction* action) {
    m_settings.setLanguage(action->data().toString());
    m_language.use(action->data().toString());
  });
  connect(m_start, &StartPage::openRequested, this, &MainWindow::askForLogs);
  connect(m_start, &StartPage::openFolderRequested, this, &MainWindow::askForFolder);
  connect(m_start, &StartPage::sampleRequested, m_actions->openSample, &QAction::trigger);
  connect(m_start, &StartPage::recentRequested, this, &MainWindow::openPaths);
}

void MainWindow::connectDocument() {
  connect(&m_document, &LogDocument::openingStarted, this, [this](const QStringList& paths) {
    m_opening = paths;
    m_unrecognised.reset();
    m_actions->readDifferently->setEnabled(m_document.hasLog());
    m_errorBar->hide();
    m_loading->start(tr("Reading %1 …").arg(shortName(paths)));
  });
  connect(&m_document, &LogDocument::openingProgressed, m_loading, &LoadingBar::setProgress);
  connect(&m_document, &LogDocument::openingEnded, m_loading, &LoadingBar::end);
  connect(&m_document, &LogDocument::openingFailed, this, &MainWindow::showOpeningError);
  connect(m_loading, &LoadingBar::cancelled, &m_document, &LogDocument::cancelOpening);
  connect(&m_document, &LogDocument::logChanged, this, [this] {
    m_settings.setLastLogs(m_document.paths());
    showLog();
  });
  connect(&m_document, &LogDocument::askingFailed, this, &MainWindow::showError);
  connect(new LogWatch(m_document, LogWatch::kPause, this), &LogWatch::changed, this, &MainWindow::showError);
  connect(&m_table->records(), &RecordTableModel::readingFailed, this, [this](const Error& error) {
    // Between a new log and its rows the table still reads those of the log before.
    if (m_table->records().log() == m_document.sharedLog()) showError(error);
  });
  connect(&m_document, &LogDocument::facetsChanged, this, &MainWindow::retranslateCounts);
  connect(&m_document, &LogDocument::filterChanged, this, [this] {
    const QString search = text(m_document.filter().search);
    if (search != m_search->text().trimmed() && !m_searchPause.isActive()) m_search->setText(search);
    if (!search.isEmpty()) m_actions->matchCase->setChecked(m_document.filter().matchCase);
  });
  connect(m_table, &RecordTable::currentRowChanged, this, [this] { m_details->showRow(m_table->currentRow()); });
  connect(m_table, &RecordTable::selectionDropped, this, &MainWindow::tellDroppedSelection);
  connect(m_todo, &ActionsView::rowsRequested, this, [this] { m_tabs->setCurrentWidget(m_upper); });
  connect(m_todo, &ActionsView::exportRequested, this,
          [this](const Filter& filter, const QString& name) { m_export->ask(filter, name); });
  connect(m_errorBar, &MessageBar::actionTriggered, this, &MainWindow::takeErrorAction);
}

void MainWindow::connectExport() {
  ExportJob& job = m_export->job();
  connect(&job, &ExportJob::started, this, [this](const QString& target) {
    m_exportBar->hide();
    m_exporting->start(tr("Writing %1 …").arg(QFileInfo(target).fileName()));
  });
  connect(&job, &ExportJob::progressed, m_exporting, &LoadingBar::setProgress);
  connect(&job, &ExportJob::ended, m_exporting, &LoadingBar::end);
  connect(&job, &ExportJob::failed, this, [this](const Error& error) {
    m_exportEnd = {QString(), 0, error};
    tellExport();
  });
  connect(&job, &ExportJob::done, this, [this](const QString& target, quint64 rows) {
    m_exportEnd = {target, rows, std::nullopt};
    tellExport();
  });
  connect(m_exporting, &LoadingBar::cancelled, &job, &ExportJob::cancel);
  connect(m_exportBar, &MessageBar::actionTriggered, this,
          [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_exportEnd->target)); });
  connect(m_export, &ExportControl::busy, this, [this] {
    m_exportEnd.reset();
    m_exportBar->tell(MessageBar::Kind::Note, tr("An export is still running. Wait for it, or cancel it first."));
  });
}

void MainWindow::showLog() {
  const bool there = m_document.hasLog();
  m_stack->setCurrentIndex(there ? 1 : 0);
  m_filters->setVisible(there && m_actions->showFilters->isChecked());
  m_actions->setLogOpen(there);
  m_search->setEnabled(there);
  m_search->setText(text(m_document.filter().search));
  m_exportBar->hide();
  m_noteBar->hide();
  m_reading->showLog();
  if (there) {
    m_errorBar->hide();  // what was told of the log before while this one was loaded
    m_settings.addRecent(m_document.paths());
    m_actions->readIssues->setEnabled(m_document.log().report().total() > 0);
    if (m_actions->readIssues->isEnabled()) tellIssues();
    m_table->setFocus();
  }
  showRecent();
  retranslateCounts();
}

void MainWindow::showRecent() {
  const QList<QStringList> entries = m_settings.recent();
  m_start->setRecent(entries);
  m_actions->recent->clear();
  m_actions->recent->setEnabled(!entries.isEmpty());
  for (const QStringList& paths : entries) {
    QString name = shortName(paths) + QStringLiteral("  –  ") + QFileInfo(paths.first()).path();
    name.replace(QLatin1Char('&'), QLatin1String("&&"));
    connect(m_actions->recent->addAction(name), &QAction::triggered, this, [this, paths] { openPaths(paths); });
  }
  m_actions->recent->addSeparator();
  connect(m_actions->recent->addAction(tr("Forget these")), &QAction::triggered, this, [this] {
    m_settings.clearRecent();
    showRecent();
  });
}

void MainWindow::restoreLayout() {
  if (!restoreGeometry(m_settings.state(QStringLiteral("window")))) {
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(20, 60)));
  }
  restoreState(m_settings.state(QStringLiteral("docks")));
  if (!m_upper->restoreState(m_settings.state(QStringLiteral("upper")))) m_upper->setSizes({500, 300});
  if (!m_lower->restoreState(m_settings.state(QStringLiteral("lower")))) m_lower->setSizes({820, 340});
  m_table->restoreColumns(m_settings.state(QStringLiteral("columns")));
}

void MainWindow::saveLayout() {
  m_settings.setState(QStringLiteral("window"), saveGeometry());
  m_settings.setState(QStringLiteral("docks"), saveState());
  m_settings.setState(QStringLiteral("upper"), m_upper->saveState());
  m_settings.setState(QStringLiteral("lower"), m_lower->saveState());
  m_settings.setState(QStringLiteral("columns"), m_table->columnState());
}

void MainWindow::retranslate() {
  m_actions->retranslate();
  m_filters->setWindowTitle(tr("Filters"));
  m_toolBar->setWindowTitle(tr("Tools"));
  m_search->setPlaceholderText(tr("Search all columns of the log (Ctrl+F)"));
  m_search->setAccessibleName(tr("Search all columns of the log"));
  m_toolBar->widgetForAction(m_actions->matchCase)->setAccessibleName(tr("Match case"));
  m_tabs->setAccessibleName(tr("Views"));
  m_document.setLanguage(languageCode());
  for (QAction* action : m_actions->languages->actions()) {
    action->setChecked(action->data().toString() == QString::fromStdString(languageCode()));
  }
  const QString theme = themeName(themeFromName(m_settings.theme()));
  for (QAction* action : m_actions->themes->actions()) action->setChecked(action->data().toString() == theme);
  m_exportEnd && m_exportBar->isVisibleTo(this) ? tellExport() : m_exportBar->hide();
  if (m_errorBar->isVisibleTo(this) && m_lastError) tellError();
  m_reading->retranslate();
  if (m_noteBar->isVisibleTo(this)) tellIssues();
  showRecent();
  retranslateCounts();
}

void MainWindow::retranslateCounts() {
  const QString program = QStringLiteral("Undelivered");
  setWindowTitle(m_document.hasLog() ? shortName(m_document.paths()) + QStringLiteral(" – ") + program : program);
  m_tabs->setTabText(0, tr("Overview"));
  m_tabs->setTabText(1, tr("What to do"));
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  saveLayout();
  QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (localPaths(*event->mimeData()).isEmpty()) return;
  m_start->setDropping(true);
  event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) { m_start->setDropping(false); }

void MainWindow::dropEvent(QDropEvent* event) {
  m_start->setDropping(false);
  event->acceptProposedAction();
  openPaths(localPaths(*event->mimeData()));
}

}  // namespace undelivered
