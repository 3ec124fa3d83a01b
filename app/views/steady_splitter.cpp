// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/steady_splitter.h"

#include <numeric>

#include <QTimer>

namespace undelivered {

void SteadySplitter::resizeEvent(QResizeEvent* event) {
  const QList<int> before = sizes();
  QSplitter::resizeEvent(event);
  if (!isVisible()) return;
  if (window()->size() != m_settled) {
    // A new size comes in several steps: it is what it is when all of them have been made.
    QTimer::singleShot(0, this, [this] { m_settled = window()->size(); });
    return;
  }
  const QList<int> now = sizes();
  setSizes({before[0], std::accumulate(now.begin(), now.end(), 0) - before[0]});
}

}  // namespace undelivered
