// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/loading_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimerEvent>

namespace undelivered {
namespace {

// What is over by then would only flash.
constexpr int kDelayMs = 150;
constexpr int kSteps = 1000;

}  // namespace

LoadingBar::LoadingBar(QWidget* parent)
    : QFrame(parent), m_what(new QLabel(this)), m_progress(new QProgressBar(this)), m_cancel(new QPushButton(this)) {
  m_what->setTextFormat(Qt::PlainText);
  m_progress->setTextVisible(true);
  m_progress->setMinimumWidth(200);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 6, 12, 6);
  row->addWidget(m_what);
  row->addWidget(m_progress, 1);
  row->addWidget(m_cancel);
  connect(m_cancel, &QPushButton::clicked, this, &LoadingBar::cancelled);
  retranslate();
  hide();
}

void LoadingBar::start(const QString& what) {
  m_what->setText(what);
  m_progress->setRange(0, 0);
  if (m_delay != 0) killTimer(m_delay);
  m_delay = startTimer(kDelayMs);
}

void LoadingBar::setProgress(Progress progress) {
  if (progress.total == 0) return;
  m_progress->setRange(0, kSteps);
  m_progress->setValue(
      static_cast<int>(static_cast<double>(progress.done) / static_cast<double>(progress.total) * kSteps));
}

void LoadingBar::end() {
  if (m_delay != 0) killTimer(m_delay);
  m_delay = 0;
  hide();
}

void LoadingBar::timerEvent(QTimerEvent* event) {
  if (event->timerId() != m_delay) return QFrame::timerEvent(event);
  killTimer(m_delay);
  m_delay = 0;
  show();
}

void LoadingBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

void LoadingBar::retranslate() {
  m_cancel->setText(tr("Cancel"));
  m_progress->setAccessibleName(tr("Progress"));
}

}  // namespace undelivered
