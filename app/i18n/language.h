// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QObject>
#include <QString>
#include <QTranslator>

namespace undelivered {

/// The language of the window: words, numbers and dates follow it at once when it is switched. One for the program.
class Language : public QObject {
  Q_OBJECT

 public:
  explicit Language(QObject* parent = nullptr);

  /// "en" or "de". Posts LanguageChange to every widget; number formats follow through QLocale's default.
  void use(const QString& code);
  QString code() const { return m_code; }

  /// "de" where the system speaks German, else "en".
  static QString ofSystem();

 private:
  QString m_code;
  QTranslator m_own;
  QTranslator m_qt;
};

/// The code of the language in use, as core's words and texts ask for it: "en", "de".
std::string languageCode();

}  // namespace undelivered
