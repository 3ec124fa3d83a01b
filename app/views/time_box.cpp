// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time_box.h"

#include <QEvent>
#include <QGridLayout>
#include <QLocale>
#include <QSignalBlocker>

#include "i18n/words.h"

namespace undelivered {
namespace {

const QDate kEpoch(1970, 1, 1);

QDate dateOf(std::int32_t day) { return kEpoch.addDays(day); }
std::int32_t dayOf(QDate date) { return static_cast<std::int32_t>(kEpoch.daysTo(date)); }

}  // namespace

TimeBox::TimeBox(LogDocument& document, QWidget* parent)
    : QGroupBox(parent),
      m_document(document),
      m_preset(new QComboBox(this)),
      m_from(new QDateEdit(this)),
      m_to(new QDateEdit(this)),
      m_fromLabel(new QLabel(this)),
      m_toLabel(new QLabel(this)) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(8, 4, 8, 6);
  grid->setVerticalSpacing(4);
  grid->setColumnStretch(1, 1);
  grid->addWidget(m_preset, 0, 0, 1, 2);
  grid->addWidget(m_fromLabel, 1, 0);
  grid->addWidget(m_from, 1, 1);
  grid->addWidget(m_toLabel, 2, 0);
  grid->addWidget(m_to, 2, 1);
  m_fromLabel->setBuddy(m_from);
  m_toLabel->setBuddy(m_to);
  for (QDateEdit* edit : {m_from, m_to}) {
    edit->setCalendarPopup(true);
    edit->setKeyboardTracking(false);  // a date half typed is no wish yet
    connect(edit, &QDateEdit::dateChanged, this, &TimeBox::chooseDates);
  }
  connect(m_preset, &QComboBox::activated, this, &TimeBox::choosePreset);
  connect(&document, &LogDocument::logChanged, this, &TimeBox::fill);
  connect(&document, &LogDocument::filterChanged, this, &TimeBox::fill);
  fillPresets();
}

void TimeBox::fillPresets() {
  setTitle(tr("Time"));
  m_fromLabel->setText(tr("F&rom"));
  m_toLabel->setText(tr("&To"));
  m_preset->setAccessibleName(tr("Time range"));
  m_from->setAccessibleName(tr("First day"));
  m_to->setAccessibleName(tr("Last day"));
  const QSignalBlocker quiet(m_preset);
  m_preset->clear();
  m_preset->addItems({tr("All times"), tr("Last 7 days of the log"), tr("Last 30 days of the log"),
                      tr("Last 90 days of the log"), tr("Last 12 months of the log"), tr("From day to day")});
  const QString format = dayFormat();
  for (QDateEdit* edit : {m_from, m_to}) {
    edit->setLocale(QLocale());
    edit->setDisplayFormat(format);
  }
  fill();
}

void TimeBox::fill() {
  setEnabled(m_document.days().has_value());
  if (!m_document.days()) return;
  const DayChoice whole = *m_document.days();
  const auto days = daysOf(m_document.filter(), m_document.log().zone(), whole);
  const QSignalBlocker quietFrom(m_from), quietTo(m_to), quietPreset(m_preset);
  m_from->setDate(dateOf(days ? days->first : whole.first));
  m_to->setDate(dateOf(days ? days->last : whole.last));
  int preset = days ? Custom : All;
  for (int candidate = Days7; candidate < Custom; ++candidate) {
    if (days && daysOfPreset(candidate) == days) preset = candidate;
  }
  m_preset->setCurrentIndex(preset);
}

std::optional<DayChoice> TimeBox::daysOfPreset(int preset) const {
  const std::int32_t last = m_document.days()->last;
  switch (preset) {
    case Days7:
      return DayChoice{last - 6, last};
    case Days30:
      return DayChoice{last - 29, last};
    case Days90:
      return DayChoice{last - 89, last};
    case Months12:
      return DayChoice{dayOf(dateOf(last).addMonths(-12).addDays(1)), last};
    default:
      return std::nullopt;
  }
}

void TimeBox::choosePreset(int preset) {
  if (preset == Custom) {
    m_from->setFocus();
    return;
  }
  use(daysOfPreset(preset));
}

void TimeBox::chooseDates() {
  DayChoice days{dayOf(m_from->date()), dayOf(m_to->date())};
  // The end that was not touched gives way.
  if (days.first > days.last && sender() == m_from) days.last = days.first;
  if (days.first > days.last) days.first = days.last;
  use(days);
}

void TimeBox::use(const std::optional<DayChoice>& days) {
  const QString what = days ? tr("Time: %1").arg(dayRangeText(days->first, days->last)) : tr("All times");
  m_document.setFilter(withDays(m_document.filter(), days, m_document.log().zone()), what);
}

void TimeBox::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fillPresets();
  QGroupBox::changeEvent(event);
}

}  // namespace undelivered
