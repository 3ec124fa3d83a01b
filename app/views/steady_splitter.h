// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>
#include <QTimer>

namespace undelivered {

/// Charts above, rows below. A new size of the window is shared out between them; what a message takes of the height is
/// taken from the lower part alone, so that nothing in the upper one moves under the mouse.
class SteadySplitter : public QSplitter {
  Q_OBJECT

 public:
  explicit SteadySplitter(QWidget* parent = nullptr);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QTimer m_settling;
  QSize m_settled;  // the size of the window that the parts have been shared out for
};

}  // namespace undelivered
