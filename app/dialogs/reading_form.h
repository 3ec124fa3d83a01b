// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QWidget>

#include "base/zone.h"
#include "input/preview.h"

namespace undelivered {

/// How the text of a log is read before its columns: format, encoding, separator and zone. What the log leaves no
/// choice of is shown and cannot be changed.
class ReadingForm : public QWidget {
  Q_OBJECT

 public:
  explicit ReadingForm(QWidget* parent = nullptr);

  /// Shows what is in force. Emits nothing.
  void show(const Source& log);
  void setZone(const Zone& zone);

  Encoding encoding() const;
  /// Nothing while no usable character is named.
  std::optional<char> delimiter() const;
  /// The line of a table's header; 0: it has none.
  std::uint32_t headerLine() const { return static_cast<std::uint32_t>(m_headerLine->value()); }
  /// Nothing while the text names no zone.
  std::optional<Zone> zone() const;
  /// What cannot be used as it stands in the form, in a sentence; else empty.
  QString fault() const;

  QWidget* lastField() const;

 signals:
  void encodingChanged();
  void delimiterChanged();
  void headerLineChanged();
  void zoneChanged();

 private:
  void fillZones();

  QLabel* m_format;
  QComboBox *m_encoding, *m_delimiter, *m_zone;
  QLineEdit* m_other;
  QSpinBox* m_headerLine;
};

}  // namespace undelivered
