// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/start_page.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>

#include "util/theme.h"

namespace undelivered {

StartPage::StartPage(QWidget* parent) : QWidget(parent) {
  m_recentTitle = new QLabel(this);
  m_recentList = new QVBoxLayout;
  m_recentList->setSpacing(2);
  auto* column = new QVBoxLayout;
  column->addStretch(2);
  column->addWidget(makeTarget());
  column->addSpacing(16);
  column->addWidget(m_recentTitle);
  column->addLayout(m_recentList);
  column->addStretch(3);
  auto* row = new QHBoxLayout(this);
  row->addStretch(1);
  row->addLayout(column, 4);
  row->addStretch(1);
  retranslate();
  setRecent({});
}

QWidget* StartPage::makeTarget() {
  m_target = new QFrame(this);
  m_target->setObjectName(QStringLiteral("dropTarget"));
  m_title = new QLabel(m_target);
  QFont large = font();
  large.setPointSizeF(large.pointSizeF() * 1.6);
  large.setWeight(QFont::DemiBold);
  m_title->setFont(large);
  m_title->setAlignment(Qt::AlignCenter);
  m_title->setWordWrap(true);
  m_hint = new QLabel(m_target);
  m_hint->setAlignment(Qt::AlignCenter);
  m_hint->setWordWrap(true);
  m_privacy = new QLabel(m_target);
  m_privacy->setAlignment(Qt::AlignCenter);
  m_privacy->setWordWrap(true);
  m_open = new QPushButton(m_target);
  m_open->setDefault(true);
  m_openFolder = new QPushButton(m_target);
  m_sample = new QPushButton(m_target);
  connect(m_open, &QPushButton::clicked, this, &StartPage::openRequested);
  connect(m_openFolder, &QPushButton::clicked, this, &StartPage::openFolderRequested);
  connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  for (QPushButton* button : {m_open, m_openFolder, m_sample}) {
    button->setMinimumHeight(32);
    buttons->addWidget(button);
  }
  buttons->addStretch();
  auto* column = new QVBoxLayout(m_target);
  column->setContentsMargins(32, 40, 32, 32);
  column->setSpacing(14);
  for (QLabel* label : {m_title, m_hint}) column->addWidget(label);
  column->addLayout(buttons);
  column->addWidget(m_privacy);
  return m_target;
}

void StartPage::setRecent(const QList<QStringList>& entries) {
  m_recent = entries;
  while (QLayoutItem* item = m_recentList->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_recentTitle->setVisible(!entries.isEmpty());
  for (const QStringList& paths : entries.mid(0, 6)) {
    QString label =
        shortName(paths) + QStringLiteral("   ") + QDir::toNativeSeparators(QFileInfo(paths.first()).path());
    label.replace(QLatin1Char('&'), QLatin1String("&&"));
    auto* button = new QPushButton(label, this);
    button->setFlat(true);
    button->setStyleSheet(QStringLiteral("text-align: left; padding: 5px 8px;"));
    button->setToolTip(paths.join(QLatin1Char('\n')));
    connect(button, &QPushButton::clicked, this, [this, paths] { emit recentRequested(paths); });
    m_recentList->addWidget(button);
  }
}

void StartPage::setSampleAvailable(bool available) { m_sample->setVisible(available); }

void StartPage::setDropping(bool dropping) {
  m_dropping = dropping;
  styleTarget();
}

void StartPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) styleTarget();
  QWidget::changeEvent(event);
}

void StartPage::retranslate() {
  m_title->setText(tr("Drop a delivery log here"));
  m_hint->setText(
      tr("A file, several, or the folder of the daily reports: CSV and text tables from collect.AI, workbooks and text "
         "exports of Excel, webhook events as JSON, also in ZIP and gzip files. Undelivered tells what failed, why, "
         "and what to do next."));
  m_open->setText(tr("&Open log…"));
  m_openFolder->setText(tr("Open fo&lder…"));
  m_sample->setText(tr("Open the &sample"));
  m_privacy->setText(tr("Logs stay where they are: nothing is changed in them, and nothing leaves this computer."));
  m_recentTitle->setText(tr("Opened before"));
  setRecent(m_recent);
  styleTarget();
}

void StartPage::styleTarget() {
  const Colors colors(QApplication::palette());
  m_target->setStyleSheet(QStringLiteral("#dropTarget { background: %1; border: 2px %2 %3; border-radius: 12px; }")
                              .arg(m_dropping ? colors.noteGround.name() : colors.card.name(),
                                   m_dropping ? QStringLiteral("solid") : QStringLiteral("dashed"),
                                   m_dropping ? colors.accent.name() : colors.neutral.name()));
  QPalette muted;
  muted.setColor(QPalette::WindowText, colors.muted);
  for (QLabel* label : {m_hint, m_privacy, m_recentTitle}) label->setPalette(muted);
}

QString shortName(const QStringList& paths) {
  if (paths.isEmpty()) return {};
  QString first = QFileInfo(QDir(paths.first()).absolutePath()).fileName();
  if (paths.size() == 1) return first;
  return StartPage::tr("%1 and %Ln more", nullptr, static_cast<int>(paths.size() - 1)).arg(first);
}

}  // namespace undelivered
