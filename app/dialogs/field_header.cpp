// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/field_header.h"

#include <QEvent>

#include "i18n/reading_words.h"

namespace undelivered {
namespace {

constexpr int kNotUsed = -1;
constexpr int kFallback = static_cast<int>(kFieldCount);  // added to the field's own number
constexpr int kGap = 3;

}  // namespace

FieldHeader::FieldHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
  setSectionsClickable(false);
  setHighlightSections(false);
  setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  connect(this, &QHeaderView::sectionResized, this, &FieldHeader::place);
  connect(this, &QHeaderView::geometriesChanged, this, &FieldHeader::place);
}

QComboBox* FieldHeader::makeChoice(int column) {
  auto* choice = new QComboBox(this);
  choice->setFocusPolicy(Qt::StrongFocus);
  choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  choice->setMinimumContentsLength(4);
  choice->setMaxVisibleItems(static_cast<int>(kFieldCount) + 2);
  choice->installEventFilter(this);
  connect(choice, &QComboBox::activated, this, [this, choice, column] {
    const int value = choice->currentData().toInt();
    if (value == kNotUsed) {
      emit fieldChosen(column, std::nullopt);
    } else if (value < kFallback) {
      emit fieldChosen(column, static_cast<Field>(value));
    }
  });
  return choice;
}

void FieldHeader::setDraft(const MappingDraft& draft, const QStringList& columns,
                           std::optional<std::uint16_t> timeOfDay) {
  while (m_choices.size() > static_cast<std::size_t>(columns.size())) {
    delete m_choices.back();
    m_choices.pop_back();
  }
  for (int i = choiceCount(); i < columns.size(); ++i) m_choices.push_back(makeChoice(i));
  for (int i = 0; i < choiceCount(); ++i) {
    QComboBox* box = choice(i);
    const auto column = static_cast<std::size_t>(i);
    const auto field = draft.fieldAt(column);
    const bool isFallback = draft.isFallback(column);
    box->clear();
    box->addItem(tr("not used"), kNotUsed);
    for (const Field each : kFields) box->addItem(words(each), static_cast<int>(each));
    const bool isTimeOfDay = isFallback && timeOfDay == column && field == Field::Time;
    const QString label = isTimeOfDay ? tr("%1 (time of day)") : tr("%1 (if empty)");
    if (isFallback) box->addItem(label.arg(words(*field)), kFallback + static_cast<int>(*field));
    const int value = !field ? kNotUsed : static_cast<int>(*field) + (isFallback ? kFallback : 0);
    box->setCurrentIndex(box->findData(value));
    box->setAccessibleName(tr("Column “%1” is used as").arg(columns[i]));
    box->setToolTip(isTimeOfDay ? tr("“%1” is read together with the column of the day.").arg(columns[i])
                    : isFallback ? tr("“%1” is used where the other column with this meaning is empty.").arg(columns[i])
                                 : tr("What the column “%1” is used as").arg(columns[i]));
    box->show();
  }
  updateGeometry();
  emit geometriesChanged();
  place();
}

int FieldHeader::choiceHeight() const {
  return m_choices.empty() ? 0 : m_choices.front()->sizeHint().height() + 2 * kGap;
}

QSize FieldHeader::sizeHint() const {
  QSize size = QHeaderView::sizeHint();
  size.setHeight(size.height() + choiceHeight());
  return size;
}

void FieldHeader::place() {
  for (int i = 0; i < choiceCount(); ++i) {
    choice(i)->setGeometry(sectionViewportPosition(i) + kGap, kGap, sectionSize(i) - 2 * kGap,
                           choiceHeight() - 2 * kGap);
  }
}

void FieldHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int section) const {
  QHeaderView::initStyleOptionForIndex(option, section);
  option->text = fontMetrics().elidedText(option->text, Qt::ElideRight, sectionSize(section) - 4 * kGap);
}

void FieldHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
  QHeaderView::paintSection(painter, rect.adjusted(0, choiceHeight(), 0, 0), section);
}

void FieldHeader::resizeEvent(QResizeEvent* event) {
  QHeaderView::resizeEvent(event);
  place();
}

bool FieldHeader::eventFilter(QObject* watched, QEvent* event) {
  // It would change what nobody looks at.
  if (event->type() == QEvent::Wheel) return true;
  if (event->type() == QEvent::FocusIn) {
    for (int i = 0; i < choiceCount(); ++i) {
      if (choice(i) == watched) emit columnFocused(i);
    }
  }
  return QHeaderView::eventFilter(watched, event);
}

}  // namespace undelivered
