// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "base/progress.h"

namespace undelivered {

/// Tells of something that runs in the background, how far it is, and lets it be cancelled. Hidden while nothing runs.
class LoadingBar : public QFrame {
  Q_OBJECT

 public:
  explicit LoadingBar(QWidget* parent = nullptr);

  /// What takes long; short work ends before the bar is shown at all.
  void start(const QString& what);
  void setProgress(Progress progress);
  void end();

 signals:
  void cancelled();

 protected:
  void changeEvent(QEvent* event) override;
  void timerEvent(QTimerEvent* event) override;

 private:
  void retranslate();

  QLabel* m_what;
  QProgressBar* m_progress;
  QPushButton* m_cancel;
  int m_delay = 0;
};

}  // namespace undelivered
