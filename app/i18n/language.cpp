// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/language.h"

#include <QCoreApplication>
#include <QLocale>

namespace undelivered {

Language::Language(QObject* parent) : QObject(parent) {}

void Language::use(const QString& code) {
  if (code == m_code) return;
  m_code = code;
  // First the formats: the installing of a translator is what makes everything write its texts again.
  QLocale::setDefault(code == QLatin1String("de") ? QLocale(QLocale::German, QLocale::Germany)
                                                  : QLocale(QLocale::English, QLocale::UnitedKingdom));
  QCoreApplication::removeTranslator(&m_qt);
  QCoreApplication::removeTranslator(&m_own);
  if (m_qt.load(QLatin1String(":/i18n/qtbase_") + code)) QCoreApplication::installTranslator(&m_qt);
  if (m_own.load(QLatin1String(":/i18n/undelivered_") + code)) QCoreApplication::installTranslator(&m_own);
}

QString Language::ofSystem() {
  return QLocale::system().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
}

std::string languageCode() { return QLocale().language() == QLocale::German ? "de" : "en"; }

}  // namespace undelivered
