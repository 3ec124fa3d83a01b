// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details_pane.h"

#include <algorithm>

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

#include "export/action_list.h"
#include "export/words.h"
#include "i18n/basis_text.h"
#include "i18n/error_text.h"
#include "i18n/language.h"
#include "i18n/words.h"
#include "util/theme.h"

namespace undelivered {
namespace {

QTableWidget* makeTable(QWidget* parent) {
  auto* table = new QTableWidget(parent);
  table->verticalHeader()->hide();
  table->setShowGrid(false);
  table->setTabKeyNavigation(false);
  table->setAlternatingRowColors(true);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setWordWrap(false);
  table->setFrameShape(QFrame::NoFrame);
  table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
  table->horizontalHeader()->setStretchLastSection(true);
  return table;
}

// The pane scrolls as a whole: its tables show all of their rows.
void fitHeight(QTableWidget& table) {
  const int header = table.horizontalHeader()->isHidden() ? 0 : table.horizontalHeader()->sizeHint().height();
  table.setFixedHeight(header + table.rowCount() * table.verticalHeader()->defaultSectionSize() + 4);
}

// A recipient of hundreds of letters is a mistake in the log: the original columns show all of it.
QString beginningOf(const QString& text) {
  constexpr qsizetype kShown = 60;
  return text.size() <= kShown ? text : text.left(kShown) + QStringLiteral("…");
}

QTableWidgetItem* cell(const QString& text) {
  auto* item = new QTableWidgetItem(text.simplified());
  item->setToolTip(text);
  return item;
}

}  // namespace

DetailsPane::DetailsPane(LogDocument& document, QWidget* parent)
    : QScrollArea(parent), m_document(document), m_page(new QWidget(this)) {
  makeLayout(m_page);
  setWidget(m_page);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setMinimumWidth(260);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(m_others, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem* item) {
    showRow(m_details->others[static_cast<std::size_t>(item->row())].row);
  });
  connect(&document, &LogDocument::logChanged, this, [this] { showRow(std::nullopt); });
  retranslate();
}

QLabel* DetailsPane::makeText(QWidget* page, bool heading) {
  auto* label = new QLabel(page);
  label->setWordWrap(true);
  label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);  // a long word is cut, the pane is not widened
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  if (heading) {
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    m_headings.push_back(label);
  }
  return label;
}

void DetailsPane::makeLayout(QWidget* page) {
  m_hint = makeText(page, false);
  m_hint->setAlignment(Qt::AlignCenter);
  m_title = makeText(page, false);
  QFont large = font();
  large.setPointSizeF(large.pointSizeF() * 1.25);
  large.setWeight(QFont::DemiBold);
  m_title->setFont(large);
  m_subtitle = makeText(page, false);
  m_actionHeading = makeText(page, true);
  m_action = makeText(page, false);
  m_explanationHeading = makeText(page, true);
  m_explanation = makeText(page, false);
  m_facts = makeText(page, false);
  m_basisHeading = makeText(page, true);
  m_basis = makeText(page, false);
  m_diagnosticHeading = makeText(page, true);
  m_diagnostic = new QPlainTextEdit(page);
  m_diagnostic->setReadOnly(true);
  m_diagnostic->setFrameShape(QFrame::NoFrame);
  m_diagnostic->setTabChangesFocus(true);
  m_diagnostic->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  m_diagnostic->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  m_fieldsHeading = makeText(page, true);
  m_fields = makeTable(page);
  m_fields->setColumnCount(2);
  m_fields->horizontalHeader()->hide();
  m_othersHeading = makeText(page, true);
  m_others = makeTable(page);
  m_others->setColumnCount(4);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(10, 8, 10, 8);
  column->setSpacing(4);
  for (QWidget* part :
       std::initializer_list<QWidget*>{m_hint, m_title, m_subtitle, m_actionHeading, m_action, m_explanationHeading,
                                       m_explanation, m_facts, m_basisHeading, m_basis, m_diagnosticHeading,
                                       m_diagnostic, m_othersHeading, m_others, m_fieldsHeading, m_fields}) {
    column->addWidget(part);
  }
  column->addStretch(1);
}

void DetailsPane::showRow(std::optional<RowId> row) {
  if (row == m_row && m_log == m_document.sharedLog()) return;
  m_row = row;
  m_log = m_document.sharedLog();
  m_error.reset();
  if (!row || !m_log) {
    m_reading.stop();
    m_details.reset();
    fill();
    return;
  }
  const auto job = [query = m_document.query(), log = m_log, id = *row](const std::stop_token& stop) {
    return readDetails(*query, log, id, stop);
  };
  m_reading.start<Result<RecordDetails>>(job, [this](Result<RecordDetails>& details) {
    m_details.reset();
    if (details) {
      m_details = std::move(*details);
    } else {
      m_error = details.error();
    }
    fill();
    verticalScrollBar()->setValue(0);  // another record: reason and action come first again
  });
}

void DetailsPane::fill() {
  const bool there = m_details.has_value();
  for (QWidget* part : m_page->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) part->setVisible(there);
  m_hint->setVisible(!there);
  m_hint->setText(m_error ? sentenceFor(*m_error) : tr("Select a row to see what happened and what to do."));
  if (!there) return;
  fillReason(m_details->record);
  fillFields(m_details->record);
  fillOthers();
}

void DetailsPane::fillReason(const Record& record) {
  CellFormatter formatter(*m_log, languageCode(), true);
  const auto show = [&](ColumnId column) { return text(formatter.text(record, column)); };
  const LogReason& reason = m_log->reason(record.reason);
  m_title->setText(reasonTitle(reason));
  QStringList line{reason.known ? text(reason.code) : QString(), show(ColumnId::Channel),
                   beginningOf(show(ColumnId::Recipient))};
  line.removeAll(QString());
  m_subtitle->setText(line.join(QStringLiteral(" · ")));
  m_action->setText(show(ColumnId::Action));
  m_explanation->setText(show(ColumnId::Explanation));
  m_facts->setText(facts(record));
  m_basis->setText(basisText(record, *m_log));
  for (QLabel* part : {m_actionHeading, m_action}) part->setVisible(!m_action->text().isEmpty());
  for (QLabel* part : {m_explanationHeading, m_explanation}) part->setVisible(!m_explanation->text().isEmpty());
  for (QLabel* part : {m_basisHeading, m_basis}) part->setVisible(!m_basis->text().isEmpty());
  m_diagnostic->setPlainText(text(record.diagnostic));
  // A long one scrolls: some networks answer with whole pages.
  const qsizetype letters = m_diagnostic->toPlainText().size();
  const int lines = static_cast<int>(std::clamp<qsizetype>(letters / 36 + 1, 2, 6));
  m_diagnostic->setFixedHeight(lines * m_diagnostic->fontMetrics().lineSpacing() + 10);
  for (QWidget* part : std::initializer_list<QWidget*>{m_diagnosticHeading, m_diagnostic}) {
    part->setVisible(!record.diagnostic.empty());
  }
}

QString DetailsPane::facts(const Record& record) const {
  CellFormatter formatter(*m_log, languageCode(), true);
  QStringList lines;
  for (const ColumnId column : {ColumnId::Outcome, ColumnId::Persistence, ColumnId::Actionability, ColumnId::Phase,
                                ColumnId::Time, ColumnId::SourceFile}) {
    QString value = text(formatter.text(record, column));
    if (value.isEmpty()) continue;
    if (column == ColumnId::SourceFile) value = tr("%1, line %2").arg(value, plainNumber(record.line));
    lines.append(words(column) + QStringLiteral(": ") + value);
  }
  return lines.join(QLatin1Char('\n'));
}

void DetailsPane::fillFields(const Record& record) {
  m_fields->setRowCount(static_cast<int>(record.fields.size()));
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    const int row = static_cast<int>(i);
    m_fields->setItem(row, 0, cell(text(record.fields[i].first)));
    m_fields->setItem(row, 1, cell(text(record.fields[i].second)));
  }
  m_fields->resizeColumnToContents(0);
  fitHeight(*m_fields);
}

void DetailsPane::fillOthers() {
  const RecordDetails& details = *m_details;
  const bool known = !details.record.recipient.empty();
  m_othersHeading->setVisible(known);
  m_others->setVisible(known && !details.others.empty());
  m_othersHeading->setText(details.othersTotal == 0 ? tr("Nothing else in the log for this recipient")
                                                    : tr("Same recipient: %1 more").arg(number(details.othersTotal)));
  CellFormatter formatter(*m_log, languageCode(), true);
  m_others->setRowCount(static_cast<int>(details.others.size()));
  const std::array columns{ColumnId::Time, ColumnId::Channel, ColumnId::Outcome, ColumnId::ReasonTitle};
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const int section = static_cast<int>(column);
    m_others->setHorizontalHeaderItem(section, new QTableWidgetItem(words(columns[column])));
    for (std::size_t i = 0; i < details.others.size(); ++i) {
      const Record& other = details.others[i];
      const bool noReason = columns[column] == ColumnId::ReasonTitle && other.outcome != Outcome::Failed;
      m_others->setItem(static_cast<int>(i), section,
                        cell(noReason ? QString() : text(formatter.text(other, columns[column]))));
    }
  }
  for (int section = 0; section < 3; ++section) m_others->resizeColumnToContents(section);
  fitHeight(*m_others);
}

void DetailsPane::retranslate() {
  setAccessibleName(tr("Details"));
  m_actionHeading->setText(tr("What to do"));
  m_explanationHeading->setText(tr("What happened"));
  m_basisHeading->setText(tr("How it was classified"));
  m_diagnosticHeading->setText(tr("Answer of the server or network"));
  m_fieldsHeading->setText(tr("As it stands in the log"));
  m_diagnostic->setAccessibleName(tr("Answer of the server or network"));
  m_fields->setAccessibleName(tr("Original columns"));
  m_others->setAccessibleName(tr("Other records of the same recipient"));
  styleLabels();
  fill();
}

void DetailsPane::styleLabels() {
  const Colors colors(QApplication::palette());
  QPalette muted;
  muted.setColor(QPalette::WindowText, colors.muted);
  for (QLabel* heading : m_headings) {
    heading->setPalette(muted);
    heading->setContentsMargins(0, 10, 0, 0);
  }
  for (QLabel* label : {m_hint, m_subtitle}) label->setPalette(muted);
  m_facts->setContentsMargins(0, 8, 0, 0);
}

void DetailsPane::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) styleLabels();
  QScrollArea::changeEvent(event);
}

}  // namespace undelivered
