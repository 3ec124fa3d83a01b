// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include <QGridLayout>
#include <QScrollArea>

#include "charts/chart_panel.h"
#include "document/choice.h"
#include "document/click_memory.h"
#include "document/log_document.h"

namespace undelivered {

/// The failures by reason, channel, persistence, actionability and over time, whatever outcomes the filter asks for.
/// Each chart narrows everything but itself; a click on an item shows the failures that it counts, a second one leads
/// back.
class Overview : public QScrollArea {
  Q_OBJECT

 public:
  enum Which { Reasons, Channels, Persistences, Actionabilities, OverTime, kChartCount };

  explicit Overview(LogDocument& document, QWidget* parent = nullptr);

  ChartPanel& chart(Which which) { return *m_charts[which]; }

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum class Room { Wide, Middle, Narrow };
  void arrange(Room room);
  QString emptyText(bool overTime) const;
  void setFilter(const std::string& place, const Filter& wanted, const QString& what);
  void retranslate();
  void fill();
  void fillReasons();
  void fillTime();
  /// One item for each choice that occurs or is chosen, with its count.
  void fillChoices(Which which, const std::vector<std::pair<Choice, std::uint64_t>>& counted);
  void chooseItem(Which which, int index, Qt::KeyboardModifiers modifiers);
  void chooseTime(int index, bool add);

  LogDocument& m_document;
  QGridLayout* m_grid = nullptr;
  std::optional<Room> m_room;
  ClickMemory m_clicks;
  std::array<ChartPanel*, kChartCount> m_charts{};
  std::array<std::vector<Choice>, kChartCount> m_choices;  // of the items, chart by chart
  std::vector<DayChoice> m_buckets;
};

}  // namespace undelivered
