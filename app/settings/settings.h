// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace undelivered {

/// What the program remembers between two starts, in the standard per-user place (or in a file that a test names).
/// No contents of logs are kept, only their paths and hashes of headers.
class Settings {
 public:
  /// Empty: the standard place.
  explicit Settings(const QString& file = {});

  QString language() const;  ///< empty: not chosen yet
  void setLanguage(const QString& code);
  QString theme() const;
  void setTheme(const QString& name);

  QByteArray state(const QString& key) const;  ///< of a window, a splitter, a header
  void setState(const QString& key, const QByteArray& state);

  QString exportFolder() const;
  void setExportFolder(const QString& folder);

  /// Newest first, at most ten; each is what was opened at once: one path or several.
  QList<QStringList> recent() const;
  void addRecent(const QStringList& paths);
  void clearRecent();

  /// What was open when the program ended, for the next start; empty: nothing.
  QStringList lastLogs() const;
  void setLastLogs(const QStringList& paths);
  /// Whether the next start opens them; yes until told otherwise.
  bool opensLastLogs() const;
  void setOpensLastLogs(bool opens);

  /// How logs of certain headers are read; remembered_mappings.h knows what the texts mean.
  QStringList mappings() const;
  void setMappings(const QStringList& texts);

 private:
  static constexpr int kRecentKept = 10;
  void writeRecent(const QList<QStringList>& entries);

  QSettings m_store;
};

}  // namespace undelivered
