// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace undelivered {

/// A line at the foot of the window that tells something without being in the way: what it is, one thing to do about
/// it, and an x. Hidden while there is nothing to tell.
class MessageBar : public QFrame {
  Q_OBJECT

 public:
  enum class Kind { Note, Warning, Error };
  explicit MessageBar(QWidget* parent = nullptr);

  /// `action` empty: no button.
  void tell(Kind kind, const QString& text, const QString& action = {});
  QString text() const { return m_text->text(); }

 signals:
  void actionTriggered();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void paintGround();

  Kind m_kind = Kind::Note;
  QLabel* m_icon;
  QLabel* m_text;
  QPushButton* m_action;
  QToolButton* m_close;
};

}  // namespace undelivered
