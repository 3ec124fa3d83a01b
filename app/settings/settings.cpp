// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include <QStandardPaths>

namespace undelivered {
namespace {

QString standardFile() {
  return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/settings.ini");
}

const QString kLanguage = QStringLiteral("language");
const QString kTheme = QStringLiteral("theme");
const QString kExportFolder = QStringLiteral("exportFolder");
const QString kRecent = QStringLiteral("recent");
const QString kPaths = QStringLiteral("paths");
const QString kLastLogs = QStringLiteral("lastLogs");
const QString kOpensLastLogs = QStringLiteral("opensLastLogs");
const QString kMappings = QStringLiteral("mappings");

}  // namespace

Settings::Settings(const QString& file) : m_store(file.isEmpty() ? standardFile() : file, QSettings::IniFormat) {}

QString Settings::language() const { return m_store.value(kLanguage).toString(); }
void Settings::setLanguage(const QString& code) { m_store.setValue(kLanguage, code); }
QString Settings::theme() const { return m_store.value(kTheme).toString(); }
void Settings::setTheme(const QString& name) { m_store.setValue(kTheme, name); }

QByteArray Settings::state(const QString& key) const {
  return m_store.value(QStringLiteral("state/") + key).toByteArray();
}
void Settings::setState(const QString& key, const QByteArray& state) {
  m_store.setValue(QStringLiteral("state/") + key, state);
}

QString Settings::exportFolder() const {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return m_store.value(kExportFolder, documents).toString();
}
void Settings::setExportFolder(const QString& folder) { m_store.setValue(kExportFolder, folder); }

QList<QStringList> Settings::recent() const {
  // QSettings reads only what is there; beginReadArray() of a const store needs a copy of its own.
  QList<QStringList> entries;
  const int count = m_store.value(kRecent + QStringLiteral("/size")).toInt();
  for (int i = 1; i <= count; ++i) {
    const QStringList paths = m_store.value(QStringLiteral("%1/%2/%3").arg(kRecent).arg(i).arg(kPaths)).toStringList();
    if (!paths.isEmpty()) entries.append(paths);
  }
  return entries;
}

void Settings::addRecent(const QStringList& paths) {
  QList<QStringList> entries = recent();
  entries.removeAll(paths);
  entries.prepend(paths);
  writeRecent(entries.mid(0, kRecentKept));
}

void Settings::clearRecent() { writeRecent({}); }

QStringList Settings::lastLogs() const { return m_store.value(kLastLogs).toStringList(); }
void Settings::setLastLogs(const QStringList& paths) { m_store.setValue(kLastLogs, paths); }
bool Settings::opensLastLogs() const { return m_store.value(kOpensLastLogs, true).toBool(); }
void Settings::setOpensLastLogs(bool opens) { m_store.setValue(kOpensLastLogs, opens); }

QStringList Settings::mappings() const { return m_store.value(kMappings).toStringList(); }
void Settings::setMappings(const QStringList& texts) { m_store.setValue(kMappings, texts); }

void Settings::writeRecent(const QList<QStringList>& entries) {
  m_store.remove(kRecent);
  m_store.beginWriteArray(kRecent, static_cast<int>(entries.size()));
  for (int i = 0; i < entries.size(); ++i) {
    m_store.setArrayIndex(i);
    m_store.setValue(kPaths, entries[i]);
  }
  m_store.endArray();
}

}  // namespace undelivered
