// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QDateEdit>
#include <QGroupBox>
#include <QLabel>

#include "document/log_document.h"

namespace undelivered {

/// The filter's time range: a preset counted back from the log's last day, or two days.
class TimeBox : public QGroupBox {
  Q_OBJECT

 public:
  explicit TimeBox(LogDocument& document, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum Preset { All, Days7, Days30, Days90, Months12, Custom, kPresetCount };
  void fill();
  void fillPresets();
  void choosePreset(int preset);
  void chooseDates();
  std::optional<DayChoice> daysOfPreset(int preset) const;
  void use(const std::optional<DayChoice>& days);

  LogDocument& m_document;
  QComboBox* m_preset;
  QDateEdit *m_from, *m_to;
  QLabel *m_fromLabel, *m_toLabel;
};

}  // namespace undelivered
