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

#include "i18n/error_text.h"
#include "i18n/words.h"
#include "util/wrapped_cells.h"

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

/// What to do about what was noticed; counting once is nothing to correct.
QString adviceOn(const ReadReport& report) {
  QStringList advice{IssueDialog::tr("No log was changed.")};
  const std::uint64_t once = report.countedOnce();
  const std::uint64_t files = report[IssueKind::FileUnreadable].count + report[IssueKind::FileSkipped].count;
  if (report.total() > once + files)
    advice.append(IssueDialog::tr("Correct what is wrong at its source and open the log again."));
  if (once > 0) advice.append(IssueDialog::tr("What is counted once needs no correction."));
  return advice.join(QLatin1Char(' '));
}

}  // namespace

IssueDialog::IssueDialog(std::shared_ptr<const DeliveryLog> log, QWidget* parent)
    : QDialog(parent), m_log(std::move(log)), m_model(m_log) {
  setWindowTitle(tr("Notes from reading the log"));
  resize(820, 480);
  auto* summary = new QLabel(issueSummary(m_log->report()) + QLatin1Char(' ') + adviceOn(m_log->report()), this);
  summary->setWordWrap(true);
  summary->setTextFormat(Qt::PlainText);
  auto* tree = new QTreeView(this);
  tree->setModel(&m_model);
  tree->setAccessibleName(tr("Read issues"));
  tree->setAlternatingRowColors(true);
  wrapCells(*tree);
  tree->expandAll();
  tree->header()->setStretchLastSection(true);
  tree->setColumnWidth(IssueListModel::WhatColumn, 300);
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
  const auto count = [&](IssueKind kind) { return countOf(report[kind].count); };
  const auto& unreadable = report[IssueKind::FileUnreadable];
  const std::uint64_t files =
      unreadable.count + report[IssueKind::FileSkipped].count + report[IssueKind::PartNotRead].count;
  QString missing;
  if (unreadable.count == 1 && !unreadable.samples.empty()) missing = sentenceFor(*unreadable.samples.front().error);
  if (unreadable.count > 1)
    missing = IssueDialog::tr("%Ln file(s) could not be read, and what they hold is missing here.", nullptr,
                              countOf(unreadable.count));
  QStringList parts;
  const auto tell = [&](int number, const QString& words) {
    if (number > 0) parts.append(words);
  };
  const int leftOut = countOf(report.leftOut() - report.countedOnce() - files);
  tell(leftOut, IssueDialog::tr("%Ln line(s) or event(s) left out", nullptr, leftOut));
  const int skipped = count(IssueKind::FileSkipped);
  tell(skipped, IssueDialog::tr("%Ln file(s) that are no delivery logs skipped", nullptr, skipped));
  const int unread = count(IssueKind::PartNotRead);
  tell(unread, IssueDialog::tr("%Ln part(s) of files not read", nullptr, unread));
  const int kept = countOf(report.total() - report.leftOut());
  tell(kept, IssueDialog::tr("%Ln note(s) on lines that were kept", nullptr, kept));
  const int messages = count(IssueKind::RepeatedRecord);
  tell(messages, IssueDialog::tr("%Ln message(s) that stand in several logs counted once", nullptr, messages));
  const int events = count(IssueKind::RepeatedEvent);
  tell(events, IssueDialog::tr("%Ln repeated event(s) counted once", nullptr, events));
  const int copies = count(IssueKind::FileRepeated);
  tell(copies, IssueDialog::tr("%Ln copy(s) of logs counted once", nullptr, copies));
  QStringList sentences;
  if (!missing.isEmpty()) sentences.append(missing);
  if (!parts.isEmpty()) sentences.append(parts.join(QStringLiteral(", ")) + QLatin1Char('.'));
  return sentences.join(QLatin1Char(' '));
}

}  // namespace undelivered
