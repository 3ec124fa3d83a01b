// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/reading_form.h"

#include <array>

#include <QCompleter>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QTimeZone>

#include "i18n/reading_words.h"
#include "i18n/words.h"

namespace undelivered {
namespace {

constexpr std::array kDelimiters{';', ',', '\t', '|'};
constexpr int kOther = 0;
constexpr int kLastHeaderLine = 999;

QLabel* labelFor(QWidget* field, const QString& words, QWidget* parent) {
  auto* label = new QLabel(words, parent);
  label->setBuddy(field);
  return label;
}

}  // namespace

ReadingForm::ReadingForm(QWidget* parent)
    : QWidget(parent),
      m_format(new QLabel(this)),
      m_encoding(new QComboBox(this)),
      m_delimiter(new QComboBox(this)),
      m_zone(new QComboBox(this)),
      m_other(new QLineEdit(this)),
      m_headerLine(new QSpinBox(this)) {
  m_format->setTextFormat(Qt::PlainText);
  for (const char delimiter : kDelimiters) m_delimiter->addItem(delimiterWords(delimiter), int{delimiter});
  m_delimiter->addItem(tr("Another one"), kOther);
  m_other->setObjectName(QStringLiteral("otherSeparator"));
  m_other->setMaxLength(1);
  m_other->setFixedWidth(40);
  m_other->setAlignment(Qt::AlignCenter);
  m_encoding->setAccessibleName(tr("Encoding"));
  m_delimiter->setAccessibleName(tr("Separator"));
  m_other->setAccessibleName(tr("Another separator"));
  m_other->setToolTip(tr("The character that separates the columns"));
  m_zone->setAccessibleName(tr("Time zone"));
  m_zone->setToolTip(tr("The time zone of times that name none, and of days"));
  m_headerLine->setRange(0, kLastHeaderLine);
  m_headerLine->setSpecialValueText(tr("none"));
  m_headerLine->setKeyboardTracking(false);
  m_headerLine->setAccessibleName(tr("Line of the header"));
  m_headerLine->setToolTip(tr("The line with the names of the columns; what stands above it is not read"));
  fillZones();

  auto* separator = new QHBoxLayout;
  separator->addWidget(m_delimiter);
  separator->addWidget(m_other);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(10);
  grid->addWidget(new QLabel(tr("Format:"), this), 0, 0);
  grid->addWidget(m_format, 0, 1);
  grid->addWidget(labelFor(m_delimiter, tr("&Separator:"), this), 0, 2);
  grid->addLayout(separator, 0, 3);
  grid->addWidget(labelFor(m_encoding, tr("&Encoding:"), this), 1, 0);
  grid->addWidget(m_encoding, 1, 1);
  grid->addWidget(labelFor(m_zone, tr("Time &zone:"), this), 1, 2);
  grid->addWidget(m_zone, 1, 3);
  grid->addWidget(labelFor(m_headerLine, tr("&Header in line:"), this), 2, 0);
  grid->addWidget(m_headerLine, 2, 1, Qt::AlignLeft);
  grid->setColumnStretch(1, 1);
  grid->setColumnStretch(3, 1);

  connect(m_encoding, &QComboBox::activated, this, &ReadingForm::encodingChanged);
  connect(m_delimiter, &QComboBox::activated, this, [this] {
    const bool other = m_delimiter->currentData().toInt() == kOther;
    m_other->setVisible(other);
    if (other) {
      m_other->clear();
      m_other->setFocus();
    }
    emit delimiterChanged();
  });
  connect(m_other, &QLineEdit::textEdited, this, &ReadingForm::delimiterChanged);
  connect(m_zone, &QComboBox::currentTextChanged, this, &ReadingForm::zoneChanged);
  connect(m_headerLine, &QSpinBox::valueChanged, this, &ReadingForm::headerLineChanged);
  setTabOrder(m_delimiter, m_other);
  setTabOrder(m_other, m_encoding);
  setTabOrder(m_encoding, m_zone);
  setTabOrder(m_zone, m_headerLine);
}

QWidget* ReadingForm::lastField() const {
  return m_headerLine->isEnabledTo(this) ? static_cast<QWidget*>(m_headerLine) : m_zone;
}

void ReadingForm::fillZones() {
  m_zone->setEditable(true);
  m_zone->setInsertPolicy(QComboBox::NoInsert);
  m_zone->addItems({QStringLiteral("Europe/Berlin"), QStringLiteral("Europe/Vienna"), QStringLiteral("Europe/Zurich"),
                    QStringLiteral("UTC")});
  m_zone->insertSeparator(m_zone->count());
  for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
    if (id.contains('/')) m_zone->addItem(QString::fromLatin1(id));
  }
  m_zone->completer()->setFilterMode(Qt::MatchContains);
  m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void ReadingForm::show(const Source& log) {
  const Recognition& recognition = log.recognition;
  const bool isTable = recognition.format == Format::Delimited && !isWorkbook(log);
  m_format->setText(isWorkbook(log) ? tr("Workbook (Excel)") : formatWords(recognition));
  m_encoding->clear();
  const bool decoded = recognition.encoding == Encoding::Utf16Le || recognition.encoding == Encoding::Utf16Be;
  if (isTable && !decoded) {
    for (const Encoding encoding : {Encoding::Utf8, Encoding::Windows1252, Encoding::Cp850}) {
      m_encoding->addItem(words(encoding), static_cast<int>(encoding));
    }
  } else {
    m_encoding->addItem(words(recognition.encoding), static_cast<int>(recognition.encoding));
  }
  m_encoding->setCurrentIndex(m_encoding->findData(static_cast<int>(recognition.encoding)));
  m_encoding->setEnabled(isTable && !decoded);
  const QSignalBlocker quiet(m_headerLine);
  const bool hasHeader = recognition.format == Format::Delimited;
  m_headerLine->setEnabled(hasHeader);
  m_headerLine->setValue(hasHeader ? static_cast<int>(recognition.headerLine) : 0);
  m_delimiter->setEnabled(isTable);
  if (!isTable) {
    m_delimiter->setCurrentIndex(-1);
    m_other->hide();
    return;
  }
  const int known = m_delimiter->findData(int{recognition.delimiter});
  m_delimiter->setCurrentIndex(known >= 0 ? known : m_delimiter->findData(kOther));
  if (known < 0) m_other->setText(QString(QLatin1Char(recognition.delimiter)));
  m_other->setVisible(known < 0);
}

void ReadingForm::setZone(const Zone& zone) {
  const QSignalBlocker quiet(m_zone);
  m_zone->setCurrentText(text(zone.name()));
}

Encoding ReadingForm::encoding() const { return static_cast<Encoding>(m_encoding->currentData().toInt()); }

std::optional<char> ReadingForm::delimiter() const {
  const int value = m_delimiter->currentData().toInt();
  if (value != kOther) return static_cast<char>(value);
  const QByteArray typed = m_other->text().toUtf8();
  const bool usable = typed.size() == 1 && typed[0] != '"' && typed[0] >= ' ';
  return usable ? std::optional(typed[0]) : std::nullopt;
}

std::optional<Zone> ReadingForm::zone() const {
  const auto zone = Zone::find(m_zone->currentText().trimmed().toStdString());
  return zone ? std::optional(*zone) : std::nullopt;
}

QString ReadingForm::fault() const {
  if (m_delimiter->isEnabled() && !delimiter()) {
    return tr(
        "Type the character that separates the columns: one that is neither a letter with an accent nor a "
        "quotation mark.");
  }
  if (!zone()) {
    return tr("There is no time zone “%1”. Examples: Europe/Berlin, UTC, +01:00").arg(m_zone->currentText());
  }
  return {};
}

}  // namespace undelivered
