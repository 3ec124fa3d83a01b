// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/message_bar.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>

#include "util/theme.h"

namespace undelivered {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QPushButton(this)),
      m_close(new QToolButton(this)) {
  setAutoFillBackground(true);
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_close->setAutoRaise(true);
  m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 6, 6, 6);
  row->addWidget(m_icon, 0, Qt::AlignTop);
  row->addWidget(m_text, 1);
  row->addWidget(m_action);
  row->addWidget(m_close);
  connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
  connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
  hide();
}

void MessageBar::tell(Kind kind, const QString& text, const QString& action) {
  m_kind = kind;
  m_text->setText(text);
  m_action->setText(action);
  m_action->setVisible(!action.isEmpty());
  m_close->setToolTip(tr("Close this message"));
  m_close->setAccessibleName(tr("Close this message"));
  const bool isNote = kind == Kind::Note;
  setAccessibleName(isNote ? tr("Note") : kind == Kind::Warning ? tr("Warning") : tr("Error"));
  setAccessibleDescription(text);
  const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
  m_icon->setPixmap(style()
                        ->standardIcon(isNote ? QStyle::SP_MessageBoxInformation : QStyle::SP_MessageBoxWarning)
                        .pixmap(size, size));
  paintGround();
  show();
}

void MessageBar::changeEvent(QEvent* event) {
  // Setting the ground changes the palette once more; to the same, the second time.
  if (event->type() == QEvent::PaletteChange) paintGround();
  QFrame::changeEvent(event);
}

void MessageBar::paintGround() {
  const Colors colors(QApplication::palette());
  QPalette own;
  own.setColor(QPalette::Window, m_kind == Kind::Note ? colors.noteGround : colors.errorGround);
  setPalette(own);
}

}  // namespace undelivered
