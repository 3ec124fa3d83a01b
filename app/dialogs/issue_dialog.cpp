// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/issue_dialog.h"

#include <algorithm>
#include <climits>

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "i18n/words.h"

namespace undelivered {
namespace {

QString asText(const QAbstractItemModel& model, const QModelIndex& parent = {}, const QString& indent = {}) {
  QString lines;
  for (int row = 0; row < model.rowCount(parent); ++row) {
    QStringList cells;
    for (int column = 0; column < model.columnCount(parent); ++column) {
      const QString cell = model.index(row, column, parent).data().toString();
      if (!cell.isEmpty()) cells.append(cell);
    }
    lines += indent + cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    lines += asText(model, model.index(row, 0, parent), indent + QLatin1Char('\t'));
  }
  return lines;
}

}  // namespace

IssueDialog::IssueDialog(std::shared_ptr<const DeliveryLog> log, QWidget* parent)
    : QDialog(parent), m_log(std::move(log)), m_model(m_log) {
  setWindowTitle(tr("Notes from reading the log"));
  resize(820, 480);
  auto* summary = new QLabel(issueSummary(m_log->report()) + QLatin1Char(' ') +
                                 tr("The log itself was not changed. Correct it at its source and open it again."),
                             this);
  summary->setWordWrap(true);
  auto* tree = new QTreeView(this);
  tree->setModel(&m_model);
  tree->setAccessibleName(tr("Read issues"));
  tree->setAlternatingRowColors(true);
  tree->setUniformRowHeights(true);
  tree->expandAll();
  tree->header()->setStretchLastSection(true);
  tree->setColumnWidth(IssueListModel::WhatColumn, 380);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  QPushButton* copy = buttons->addButton(tr("&Copy all"), QDialogButtonBox::ActionRole);
  connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(asText(m_model)); });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(summary);
  column->addWidget(tree, 1);
  column->addWidget(buttons);
}

QString issueSummary(const ReadReport& report) {
  const auto countOf = [](std::uint64_t value) { return static_cast<int>(std::min<std::uint64_t>(value, INT_MAX)); };
  const std::uint64_t skipped = report[IssueKind::FileSkipped].count;
  const std::uint64_t unread = report[IssueKind::PartNotRead].count;
  const int leftOut = countOf(report.leftOut() - skipped - unread);
  const int kept = countOf(report.total() - report.leftOut());
  QStringList parts;
  if (leftOut > 0) parts.append(IssueDialog::tr("%Ln line(s) or event(s) left out", nullptr, leftOut));
  if (skipped > 0) parts.append(IssueDialog::tr("%Ln file(s) skipped", nullptr, countOf(skipped)));
  if (unread > 0) parts.append(IssueDialog::tr("%Ln part(s) of files not read", nullptr, countOf(unread)));
  if (kept > 0) parts.append(IssueDialog::tr("%Ln note(s) on lines that were kept", nullptr, kept));
  return parts.isEmpty() ? QString() : parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

}  // namespace undelivered
