// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QComboBox>
#include <QHeaderView>

#include "document/mapping_draft.h"

namespace undelivered {

/// The header of a preview: above the name of each column a choice of what it is used for. A choice that takes the
/// focus is scrolled into view.
class FieldHeader : public QHeaderView {
  Q_OBJECT

 public:
  explicit FieldHeader(QWidget* parent = nullptr);

  /// Makes the choices anew where the number of columns changes; none where `columns` is empty. `timeOfDay` is read
  /// together with the time's first column.
  void setDraft(const MappingDraft& draft, const QStringList& columns, std::optional<std::uint16_t> timeOfDay = {});
  QComboBox* choice(int column) const { return m_choices[static_cast<std::size_t>(column)]; }
  int choiceCount() const { return static_cast<int>(m_choices.size()); }
  /// Lays the choices over their columns.
  void place();

  QSize sizeHint() const override;

 signals:
  void fieldChosen(int column, std::optional<undelivered::Field> field);
  void columnFocused(int column);

 protected:
  void initStyleOptionForIndex(QStyleOptionHeader* option, int section) const override;
  void paintSection(QPainter* painter, const QRect& rect, int section) const override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QComboBox* makeChoice(int column);
  int choiceHeight() const;

  std::vector<QComboBox*> m_choices;
};

}  // namespace undelivered
