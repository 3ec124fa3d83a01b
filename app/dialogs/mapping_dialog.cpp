// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/mapping_dialog.h"

#include <algorithm>
#include <utility>

#include <QDialogButtonBox>
#include <QFile>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

#include "dialogs/field_header.h"
#include "dialogs/reading_form.h"
#include "i18n/error_text.h"
#include "i18n/reading_words.h"
#include "i18n/words.h"
#include "input/headerless_key.h"
#include "settings/settings.h"

namespace undelivered {
namespace {

constexpr int kNarrowest = 90, kFirstNarrowest = 150, kFirstWidest = 260;
const QString kStateKey = QStringLiteral("mappingDialog");

/// A log as it was opened, and its first rows as they are to be read.
struct Looked {
  std::shared_ptr<const Source> opened;
  LogPreview preview;
};

}  // namespace

MappingDialog::MappingDialog(Request request, Settings& settings, QWidget* parent)
    : QDialog(parent), m_request(std::move(request)), m_settings(settings), m_states(m_request.logs.size()) {
  build(settings);
  connectAll();
  m_form->setZone(m_request.zone);
  showLog(m_logs->currentIndex());
}

MappingDialog::~MappingDialog() {
  m_job.disconnect(this);
  m_job.stop();
}

void MappingDialog::build(Settings& settings) {
  setWindowTitle(tr("Read the log differently"));
  setSizeGripEnabled(true);
  m_intro = new QLabel(this);
  m_intro->setWordWrap(true);
  m_intro->setTextFormat(Qt::PlainText);
  m_intro->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_logs = new QComboBox(this);
  m_logs->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_logs->setAccessibleName(tr("Log"));
  for (const Log& log : m_request.logs) {
    m_logs->addItem(log.label);
    m_logs->setItemData(m_logs->count() - 1, log.path, Qt::ToolTipRole);
  }
  m_logs->setCurrentIndex(m_request.first);
  m_form = new ReadingForm(this);
  m_table = new QTableView(this);
  m_table->setAccessibleName(tr("The first rows of the log"));
  m_table->setModel(&m_model);
  m_header = new FieldHeader(m_table);
  m_table->setHorizontalHeader(m_header);
  m_header->setMinimumSectionSize(kNarrowest);
  m_table->setTabKeyNavigation(false);
  m_table->setWordWrap(false);
  m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
  m_table->setAlternatingRowColors(true);
  m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_summary = new QLabel(this);
  m_summary->setWordWrap(true);
  m_summary->setTextFormat(Qt::PlainText);
  m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* buttons = new QDialogButtonBox(this);
  m_read = buttons->addButton(tr("&Read"), QDialogButtonBox::AcceptRole);
  m_read->setDefault(true);
  buttons->addButton(QDialogButtonBox::Cancel);
  m_reset = buttons->addButton(tr("Reset to the &guess"), QDialogButtonBox::ResetRole);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

  auto* column = new QVBoxLayout(this);
  column->setSpacing(10);
  column->addWidget(m_intro);
  if (m_request.logs.size() > 1) {
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("&Log:"), this);
    label->setBuddy(m_logs);
    row->addWidget(label);
    row->addWidget(m_logs, 1);
    column->addLayout(row);
  } else {
    m_logs->hide();
  }
  column->addWidget(m_form);
  column->addWidget(m_table, 1);
  column->addWidget(m_summary);
  column->addWidget(buttons);
  if (!restoreGeometry(settings.state(kStateKey))) resize(980, 620);
}

void MappingDialog::connectAll() {
  connect(m_logs, &QComboBox::activated, this, &MappingDialog::showLog);
  connect(m_form, &ReadingForm::encodingChanged, this, [this] {
    const Encoding wanted = m_form->encoding();
    state().encoding = wanted == state().opened->recognition.encoding ? std::nullopt : std::optional(wanted);
    refresh(Columns::Chosen);
  });
  connect(m_form, &ReadingForm::delimiterChanged, this, [this] {
    const auto wanted = m_form->delimiter();
    if (!wanted) return tellState();
    state().delimiter = *wanted == state().opened->recognition.delimiter ? std::nullopt : wanted;
    refresh(Columns::Guessed);
  });
  connect(m_form, &ReadingForm::headerLineChanged, this, [this] {
    const std::uint32_t wanted = m_form->headerLine();
    const bool isGuessed = wanted == state().opened->recognition.headerLine;
    state().headerLine = isGuessed ? std::nullopt : std::optional(wanted);
    refresh(Columns::Guessed);
  });
  connect(m_form, &ReadingForm::zoneChanged, this, [this] {
    if (m_form->zone() && state().opened) refresh(Columns::Chosen);
    tellState();
  });
  connect(m_header, &FieldHeader::fieldChosen, this, [this](int column, std::optional<Field> field) {
    state().draft.setField(static_cast<std::size_t>(column), field);
    showColumns();
    refresh(Columns::Chosen);
  });
  connect(m_header, &FieldHeader::columnFocused, this, [this](int column) {
    if (m_model.rowCount() == 0) return;
    const int row = std::max(0, m_table->rowAt(0));
    m_table->scrollTo(m_model.index(row, column));
    m_header->place();
  });
  connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &FieldHeader::place);
  connect(m_reset, &QPushButton::clicked, this, &MappingDialog::reset);
  connect(&m_job, &LatestJob::runningChanged, this, [this] { tellState(); });
}

void MappingDialog::showLog(int) {
  m_fault.clear();
  refresh(state().opened ? Columns::Chosen : Columns::Remembered);
}

void MappingDialog::reset() {
  if (!state().opened) return;
  state().delimiter.reset();
  state().encoding.reset();
  state().headerLine.reset();
  m_form->setZone(m_request.usualZone);
  refresh(Columns::Guessed);
}

HeaderMapping MappingDialog::mappingOf(const State& state) const {
  HeaderMapping mapping;
  const Recognition& recognition = state.shown->recognition;
  const Recognition& guess = state.opened->recognition;
  const bool isSureGuess = areUsable(columnsOf(guess)) && guess.doubt == Doubt::None;
  mapping.header = headerKey(recognition.columns);
  if (recognition.headerLine == 0) {
    mapping.header = isSureGuess ? headerlessKey(headerKey(guess.columns)) : kNoHeader;
  }
  mapping.columnCount = recognition.columns.size();
  mapping.columns = state.draft.columns();
  mapping.delimiter = state.delimiter;
  mapping.encoding = state.encoding;
  if (const auto chosen = zone()) mapping.zone = chosen->name();
  return mapping;
}

void MappingDialog::refresh(Columns columns) {
  const State& now = state();
  ReadOptions options;
  options.delimiter = now.delimiter;
  options.encoding = now.encoding;
  options.headerLine = now.headerLine;
  if (columns == Columns::Remembered) options.mappings = m_request.mappings;
  if (columns == Columns::Chosen && now.shown) options.mappings = {mappingOf(now)};
  const Log& log = m_request.logs[static_cast<std::size_t>(m_logs->currentIndex())];
  const std::filesystem::path file = QFile::encodeName(log.file).toStdString();
  const std::string path = QFile::encodeName(log.path).toStdString();
  const auto job = [file, path, options, opened = now.opened, catalogue = m_request.catalogue, files = m_request.files,
                    zone = m_form->zone().value_or(m_request.zone)](const std::stop_token& stop) -> Result<Looked> {
    Looked looked{opened, {}};
    if (!opened) {
      auto fresh = openForPreview(*files, file, path, stop);
      if (!fresh) return tl::unexpected(fresh.error());
      looked.opened = std::move(*fresh);
    }
    auto source = recogniseAgain(*looked.opened, options);
    // Code page 850 is decoded while a log is opened.
    const Encoding wanted = source ? encodingWanted(**source, options) : Encoding::Utf8;
    if (source && wanted != (*source)->recognition.encoding) {
      const auto decoded = openForPreview(*files, file, path, stop, wanted);
      if (!decoded) return tl::unexpected(decoded.error());
      source = recogniseAgain(**decoded, options);
    }
    if (!source) return tl::unexpected(source.error());
    auto preview = previewOf(std::move(*source), catalogue, zone, kRows, stop);
    if (!preview) return tl::unexpected(preview.error());
    looked.preview = std::move(*preview);
    return looked;
  };
  m_job.start<Result<Looked>>(job, [this](Result<Looked>& looked) {
    if (looked) return take(std::move(looked->preview), std::move(looked->opened));
    if (looked.error().isCancelled()) return;
    const QString advice = adviceFor(looked.error());
    showFault(sentenceFor(looked.error()) + (advice.isEmpty() ? QString() : QString(QLatin1Char(' ') + advice)));
  });
}

void MappingDialog::take(LogPreview preview, std::shared_ptr<const Source> opened) {
  State& now = state();
  const bool isFirst = !now.opened;
  const Recognition& recognition = preview.source->recognition;
  now.opened = std::move(opened);
  now.shown = preview.source;
  now.draft = MappingDraft(columnsOf(recognition));
  if (!recognition.chosen) now.doubt = preview.doubt();
  if (isFirst && recognition.chosen) {
    if (recognition.delimiter != now.opened->recognition.delimiter) now.delimiter = recognition.delimiter;
    if (recognition.encoding != now.opened->recognition.encoding) now.encoding = recognition.encoding;
    if (recognition.headerLine != now.opened->recognition.headerLine) now.headerLine = recognition.headerLine;
  }
  m_fault.clear();
  m_form->show(*preview.source);
  const bool sameColumns = m_model.preview() && m_model.preview()->source->recognition.columns == recognition.columns;
  m_model.setPreview(std::move(preview));
  showColumns();
  if (!sameColumns) {
    m_table->resizeColumnsToContents();
    for (int i = 0; i < m_header->count(); ++i) {
      m_header->resizeSection(i, std::clamp(m_header->sectionSize(i), kFirstNarrowest, kFirstWidest));
    }
  }
  tellState();
  // The form had no focus to give while nothing was known of the log.
  if (!std::exchange(m_hasFocus, true)) {
    m_header->choiceCount() > 0 ? m_header->choice(0)->setFocus() : m_form->lastField()->setFocus();
  }
}

void MappingDialog::showFault(const QString& sentence) {
  m_fault = sentence;
  m_model.clear();
  m_header->setDraft({}, {});
  tellState();
}

void MappingDialog::showColumns() {
  QStringList columns;
  if (m_model.isTable()) {
    for (int i = 0; i < m_model.columnCount(); ++i) {
      columns.append(m_model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
    }
  }
  const auto& preview = m_model.preview();
  m_header->setDraft(state().draft, columns,
                     preview ? preview->source->recognition.timeOfDayColumn : std::optional<std::uint16_t>());
  m_model.setDraft(state().draft);
  QWidget* before = m_form->lastField();
  for (int i = 0; i < m_header->choiceCount(); ++i) {
    setTabOrder(before, m_header->choice(i));
    before = m_header->choice(i);
  }
  setTabOrder(before, m_table);
  setTabOrder(m_table, m_read);
}

QString MappingDialog::introduction() const {
  const State& now = state();
  if (!now.shown) return tr("Looking at the first rows …");
  if (!m_model.isTable()) {
    return tr("This log has no columns to choose from. Below is what is understood of its first records.");
  }
  if (const auto receipts = now.shown->recognition.receiptColumn) {
    return tr("The receipts in the column “%1” say what became of each message. Above each column is what it is used "
              "as.")
        .arg(text(now.shown->recognition.columns[*receipts]));
  }
  if (!now.draft.isUsable()) return introductionOfUnknown();
  const bool isUntouched =
      !now.delimiter && !now.headerLine && now.draft.columns() == columnsOf(now.opened->recognition);
  if (now.doubt != Doubt::None && isUntouched) {
    return introductionOfDoubt();
  }
  return introductionOfKnown();
}

QString MappingDialog::introductionOfUnknown() {
  return tr(
      "Undelivered does not know which column holds the reason code or the status. Choose above the columns "
      "what they hold; it is remembered for logs with the same header.");
}

QString MappingDialog::introductionOfDoubt() const {
  return tr("Undelivered is not sure about this log: %1. Check above each column what it is used as.")
      .arg(words(state().doubt));
}

QString MappingDialog::introductionOfKnown() {
  return tr("Above each column is what it is used as. What you choose is remembered for logs with the same header.");
}

void MappingDialog::keepIntroductionRoom() {
  QStringList texts{introductionOfUnknown(), introductionOfKnown(), m_intro->text()};
  if (state().doubt != Doubt::None) texts.append(introductionOfDoubt());
  const QMargins margins = layout()->contentsMargins();
  const QRect room(0, 0, width() - margins.left() - margins.right(), QWIDGETSIZE_MAX);
  int height = 0;
  for (const QString& text : texts)
    height = std::max(height, m_intro->fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height());
  m_intro->setMinimumHeight(height);
}

void MappingDialog::resizeEvent(QResizeEvent* event) {
  QDialog::resizeEvent(event);
  keepIntroductionRoom();
}

void MappingDialog::tellState() {
  QString fault = m_fault;
  if (fault.isEmpty() && state().shown) fault = m_form->fault();
  const bool hasReceipts = state().shown && state().shown->recognition.receiptColumn;
  if (fault.isEmpty() && m_model.isTable() && !hasReceipts && !state().draft.isUsable()) {
    fault = tr("Choose a column for the reason code or the status: without one, nothing can be classified.");
  }
  m_intro->setText(m_fault.isEmpty() ? introduction() : tr("This file cannot be shown as a log."));
  keepIntroductionRoom();
  const bool there = m_model.preview().has_value();
  QString summary = fault;
  if (summary.isEmpty() && there) {
    summary = summaryOf(*m_model.preview());
    const std::size_t columns = m_model.preview()->source->recognition.columns.size();
    if (m_model.isTable() && columns > PreviewModel::kMostColumns) {
      summary += QLatin1Char(' ') +
                 tr("The first %1 of %2 columns are shown.").arg(number(PreviewModel::kMostColumns), number(columns));
    }
  }
  m_summary->setText(summary);
  m_summary->setAccessibleName(summary);
  m_read->setEnabled(there && fault.isEmpty() && !isBusy());
  m_reset->setEnabled(there);
  m_form->setEnabled(state().opened != nullptr);
}

std::vector<MappingDialog::Choice> MappingDialog::choices() const {
  std::vector<Choice> choices;
  for (const State& each : m_states) {
    if (!each.shown || each.shown->recognition.format != Format::Delimited || !each.draft.isUsable()) continue;
    Choice choice{mappingOf(each), false};
    choice.isGuess = !each.delimiter && !each.encoding && !each.headerLine && choice.mapping.zone.empty() &&
                     each.draft.columns() == columnsOf(each.opened->recognition) &&
                     each.opened->recognition.doubt == Doubt::None && each.doubt == Doubt::None;
    choices.push_back(std::move(choice));
  }
  return choices;
}

std::optional<Zone> MappingDialog::zone() const {
  const auto zone = m_form->zone();
  return zone && *zone != m_request.usualZone ? zone : std::nullopt;
}

void MappingDialog::done(int result) {
  m_settings.setState(kStateKey, saveGeometry());
  QDialog::done(result);
}

}  // namespace undelivered
