// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/action_card.h"

#include <algorithm>

#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "i18n/words.h"
#include "util/theme.h"

namespace undelivered {
namespace {

QString reasonList(const DeliveryLog& log, const ActionGroup& group) {
  QStringList titles;
  for (const ReasonId id : group.reasons) {
    const LogReason& reason = log.reason(id);
    // Counted as "yours to fix", and yet without an action: that needs a word.
    const bool settles =
        group.kind == ActionGroup::Kind::NothingToDo &&
        (reason.actionability() == Actionability::Yes || reason.actionability() == Actionability::Partially);
    titles.append(settles ? ActionCard::tr("%1 (usually settles by itself)").arg(reasonTitle(reason))
                          : reasonTitle(reason));
  }
  return titles.join(QStringLiteral(" · "));
}

QLabel* makeLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

ActionCard::ActionCard(const DeliveryLog& log, const ActionGroup& group, const Column& column, bool chosen,
                       QWidget* parent)
    : QFrame(parent), m_show(new QPushButton(this)), m_export(new QPushButton(this)) {
  const Colors colors(QApplication::palette());
  setObjectName(QStringLiteral("actionCard"));
  setStyleSheet(QStringLiteral("#actionCard { background: %1; border: %2px solid %3; border-radius: 8px; }")
                    .arg(colors.card.name(), chosen ? QStringLiteral("2") : QStringLiteral("1"),
                         chosen ? colors.accent.name() : colors.faint.name()));
  setAccessibleName(titleOf(group) + QStringLiteral(", ") + number(group.count));

  auto* count = new QLabel(number(group.count), this);
  QFont large = font();
  large.setPointSizeF(large.pointSizeF() * 1.6);
  large.setWeight(QFont::DemiBold);
  count->setFont(large);
  count->setAlignment(Qt::AlignRight | Qt::AlignTop);
  auto* part = new QLabel(share(group.count, column.total), this);
  part->setAlignment(Qt::AlignRight | Qt::AlignTop);
  auto* title = makeLabel(titleOf(group), this);
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  title->setFont(bold);
  auto* reasons = makeLabel(reasonList(log, group), this);
  QPalette muted;
  muted.setColor(QPalette::WindowText, colors.muted);
  for (QLabel* label : {part, reasons}) label->setPalette(muted);
  if (group.kind == ActionGroup::Kind::Act) {
    QPalette emphasis;
    emphasis.setColor(QPalette::WindowText, colors.emphasis);
    count->setPalette(emphasis);
  }

  m_show->setText(tr("Show rows"));
  m_show->setAccessibleName(tr("Show rows: %1").arg(titleOf(group)));
  m_export->setText(tr("Export list…"));
  m_export->setAccessibleName(tr("Export list: %1").arg(titleOf(group)));
  connect(m_show, &QPushButton::clicked, this, &ActionCard::showRequested);
  connect(m_export, &QPushButton::clicked, this, &ActionCard::exportRequested);

  auto* numbers = new QVBoxLayout;
  numbers->addWidget(count);
  numbers->addWidget(part);
  numbers->addStretch();
  auto* words = new QVBoxLayout;
  words->addWidget(title);
  words->addWidget(reasons);
  words->addStretch();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 10, 14, 10);
  row->setSpacing(16);
  row->addLayout(numbers);
  row->addLayout(words, 1);
  row->addWidget(m_show, 0, Qt::AlignVCenter);
  row->addWidget(m_export, 0, Qt::AlignVCenter);
  const int numberWidth = std::max(QFontMetrics(large).horizontalAdvance(number(column.largest)),
                                   fontMetrics().horizontalAdvance(share(column.total, column.total)));
  count->setMinimumWidth(numberWidth + 2);
  for (QLabel* label : {count, part}) label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QString ActionCard::titleOf(const ActionGroup& group) {
  switch (group.kind) {
    case ActionGroup::Kind::Act:
      return text(group.action);
    case ActionGroup::Kind::NothingToDo:
      return tr("No action needed from you");
    case ActionGroup::Kind::NotKnown:
      return tr("Codes that the catalogue does not know: ask the support of collect.AI what they mean");
    case ActionGroup::Kind::NoCode:
      return tr("Records without a reason code");
  }
  return {};
}

}  // namespace undelivered
