// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "i18n/language.h"
#include "settings/settings.h"
#include "store/record_reader.h"
#include "util/theme.h"
#include "views/actions_view.h"
#include "views/card_row.h"
#include "views/export_control.h"
#include "views/main_window.h"
#include "views/message_bar.h"
#include "views/overview.h"
#include "views/record_table.h"

namespace undelivered {

constexpr int kPatienceMs = 20'000;

inline QString sampleLog() { return QStringLiteral(UNDELIVERED_SOURCE_DIR "/resources/samples/delivery-log.csv"); }
inline QString sampleFolder() { return QStringLiteral(UNDELIVERED_SOURCE_DIR "/resources/samples"); }

inline Zone berlin() { return Zone::find("Europe/Berlin").value(); }

/// A window with settings of its own, in English, shown.
class WindowTest : public testing::Test {
 protected:
  WindowTest() : settings(folder.filePath(QStringLiteral("settings.ini"))) {
    language.use(QStringLiteral("en"));
    makeWindow();
  }
  ~WindowTest() override { language.use(QStringLiteral("en")); }

  void makeWindow(const FileSystem& files = systemFiles()) {
    LogDocument::Setup setup;
    setup.zone = berlin();
    window = std::make_unique<MainWindow>(settings, language, setup, files);
    window->resize(1440, 900);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(window.get()));
  }

  LogDocument& document() { return window->document(); }
  RecordTableModel& records() { return window->table().records(); }
  std::uint32_t shownRows() { return static_cast<std::uint32_t>(records().rowCount()); }

  bool waitUntilQuiet() {
    return QTest::qWaitFor([this] { return !document().isOpening() && !document().isAsking(); }, kPatienceMs);
  }
  /// Whether the bar above the table comes to say these words.
  bool isTold(const QString& words) {
    const auto says = [&] { return window->errorBar().isVisible() && window->errorBar().text().contains(words); };
    return QTest::qWaitFor(says, kPatienceMs);
  }
  /// The button that is shown in it.
  QPushButton* button() {
    for (QPushButton* each : window->errorBar().findChildren<QPushButton*>()) {
      if (each->isVisible()) return each;
    }
    return nullptr;
  }
  /// Goes through what is waiting to happen until no part of the window moves any more. A layout takes a round for each
  /// level of widgets, and painting a round in between may take long: rounds are counted, not time.
  void settle() {
    constexpr int kQuietRounds = 10;
    const auto places = [this] {
      QList<QRect> all;
      for (const QWidget* part : window->findChildren<QWidget*>()) {
        if (part->isVisible()) all.append(QRect(part->mapTo(window.get(), QPoint()), part->size()));
      }
      return all;
    };
    QList<QRect> before = places();
    for (int quiet = 0; quiet < kQuietRounds; ++quiet) {
      QCoreApplication::processEvents();
      QList<QRect> now = places();
      if (now != before) quiet = -1;
      before = std::move(now);
    }
  }
  void open(const QStringList& paths) {
    window->openPaths(paths);
    ASSERT_TRUE(waitUntilQuiet());
  }
  void setFilter(const Filter& filter) {
    document().setFilter(filter, QStringLiteral("test"));
    ASSERT_TRUE(waitUntilQuiet());
  }
  QString cell(int row, ColumnId column) {
    const QModelIndex index = records().index(row, RecordTableModel::columnOf(column));
    EXPECT_TRUE(QTest::qWaitFor([&] { return index.data().toString() != QStringLiteral("…"); }, kPatienceMs));
    return index.data().toString();
  }
  QString write(const QString& name, const QByteArray& text) {
    const QString path = folder.filePath(name);
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return path;
  }
  static QString contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
  }

  QTemporaryDir folder;
  Settings settings;
  Language language;
  std::unique_ptr<MainWindow> window;
};

}  // namespace undelivered
