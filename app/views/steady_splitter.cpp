// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/steady_splitter.h"

#include <numeric>

namespace undelivered {

SteadySplitter::SteadySplitter(QWidget* parent) : QSplitter(Qt::Vertical, parent) {
  // A new size comes in several steps: it is what it is when all of them have been made.
  m_settling.setSingleShot(true);
  m_settling.setInterval(0);
  connect(&m_settling, &QTimer::timeout, this, [this] { m_settled = window()->size(); });
}

void SteadySplitter::resizeEvent(QResizeEvent* event) {
  const QList<int> before = sizes();
  QSplitter::resizeEvent(event);
  if (!isVisible()) return;
  if (window()->size() != m_settled) {
    m_settling.start();
    return;
  }
  const QList<int> now = sizes();
  setSizes({before[0], std::accumulate(now.begin(), now.end(), 0) - before[0]});
}

}  // namespace undelivered
