// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/mapping_dialog.h"
#include "document/log_document.h"

namespace undelivered {

class MessageBar;
class Settings;

/// How logs are read: tells where that is a guess that may be wrong or a choice that was made before, asks in a dialog,
/// remembers what was chosen by the logs' headers, and has the logs read again.
class ReadingControl : public QObject {
  Q_OBJECT

 public:
  ReadingControl(LogDocument& document, Settings& settings, QWidget* window);

  /// Tells what is to be told of the log that is open.
  MessageBar& bar() { return *m_bar; }
  /// Null while none is asked.
  MappingDialog* dialog() { return m_dialog; }

  /// Whether saying how it is to be read can help with that error.
  static bool helpsWith(const Error& error);

  /// Asks about the logs that are open.
  void ask();
  /// Asks about the one that could not be opened; `paths` are opened once that is answered.
  void askAfter(const Error& error, const QStringList& paths);

  void showLog();
  void retranslate();

 private:
  void askAbout(MappingDialog::Request request, const QStringList& paths);
  void apply(const MappingDialog& dialog, const QStringList& paths);
  void tell();

  LogDocument& m_document;
  Settings& m_settings;
  QWidget* m_window;
  MessageBar* m_bar;
  MappingDialog* m_dialog = nullptr;  // while it lives
  LatestJob m_listing;
  bool m_justChosen = false;  // what is being opened was chosen a moment ago
};

}  // namespace undelivered
