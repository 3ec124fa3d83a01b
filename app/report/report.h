// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include "base/result.h"
#include "views/main_window.h"

namespace undelivered {

/// Loads logs into a window and waits until everything about them has been counted and selected. Runs an event loop of
/// its own: for programs without a user.
Result<void> loadAndWait(MainWindow& window, const QStringList& paths);

/// The window as a picture. WriteFailed where it cannot be saved.
Result<void> saveScreenshot(MainWindow& window, const QString& target);

/// What the window shows as files in a folder, made where it is missing: the action list for Excel, a summary in words,
/// a picture of every chart and of the window. Gives the names of the files.
Result<QStringList> writeReport(MainWindow& window, const QString& folder);

}  // namespace undelivered
