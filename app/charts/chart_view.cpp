// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_view.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace undelivered {
namespace {

constexpr int kUsualWidth = 360;
constexpr int kUsualHeight = 180;

}  // namespace

ChartView::ChartView(QWidget* parent) : QChartView(parent), m_style(*this) {
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing);
  setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setMouseTracking(true);
  chart()->setMargins(QMargins());
  chart()->layout()->setContentsMargins(0, 0, 0, 0);
  chart()->setBackgroundVisible(false);
  chart()->legend()->hide();
}

void ChartView::setItems(const QList<ChartItem>& items) {
  if (items == m_items) return;
  const QString label = m_current >= 0 ? m_items[m_current].label : QString();
  const bool sameLabels =
      std::equal(items.begin(), items.end(), m_items.begin(), m_items.end(),
                 [](const ChartItem& left, const ChartItem& right) { return left.label == right.label; });
  m_items = items;
  m_total = m_largest = 0;
  m_anySelected = false;
  for (const ChartItem& item : m_items) {
    m_total += item.count;
    m_largest = std::max(m_largest, item.count);
    m_anySelected = m_anySelected || item.selected;
  }
  if (!sameLabels) {  // the keyboard stays on what it was on, also where that has moved
    const auto named = [&label](const ChartItem& item) { return item.label == label; };
    const auto found = std::find_if(m_items.cbegin(), m_items.cend(), named);
    const auto last = static_cast<int>(m_items.size()) - 1;
    m_current =
        found != m_items.cend() ? static_cast<int>(found - m_items.cbegin()) : std::min(std::max(m_current, 0), last);
    m_pressed = m_hovered = -1;
    viewport()->setCursor(Qt::ArrowCursor);
  }
  refresh();
}

void ChartView::setStyle(const ChartStyle& style) {
  m_style = style;
  refresh();
}

void ChartView::refresh() {
  setMinimumHeight(neededHeight());
  arrange();
  updateSeries();
  viewport()->update();
  describeCurrent();
}

int ChartView::itemAt(const QPointF& place) const {
  for (int i = 0; i < m_items.size(); ++i) {
    if (itemArea(i).contains(place)) return i;
  }
  return -1;
}

QSize ChartView::sizeHint() const { return QSize(kUsualWidth, std::max(kUsualHeight, neededHeight())); }

QString ChartView::textOf(int index) const {
  const ChartItem& item = m_items[index];
  return tr("%1: %2 (%3)").arg(item.label, m_style.number(item.count), m_style.share(item.count, m_total));
}

QColor ChartView::baseColor(int index) const {
  return m_items[index].color.isValid() ? m_items[index].color : m_style.colors.accent;
}

QColor ChartView::fillOf(int index) const { return m_style.fill(baseColor(index), isFaded(index), index == m_hovered); }

void ChartView::drawBackground(QPainter* painter, const QRectF& rect) {
  painter->fillRect(rect, m_style.colors.card);
  if (!m_items.isEmpty()) paintBelow(*painter);
}

void ChartView::drawForeground(QPainter* painter, const QRectF&) {
  if (m_items.isEmpty()) return;
  painter->setFont(m_style.font);
  paintAbove(*painter);
  if (!m_marked || !hasFocus() || m_current < 0) return;
  painter->setPen(QPen(m_style.colors.accent, 2));
  painter->setBrush(Qt::NoBrush);
  painter->drawRoundedRect(itemArea(m_current).adjusted(1, 1, -1, -1), 4, 4);
}

void ChartView::resizeEvent(QResizeEvent* event) {
  QChartView::resizeEvent(event);
  arrange();
  updateSeries();
}

void ChartView::hover(int index) {
  if (index == m_hovered) return;
  m_hovered = index;
  viewport()->setCursor(index < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
  updateSeries();
  viewport()->update();
}

void ChartView::moveTo(int index) {
  m_marked = true;
  viewport()->update();
  if (index < 0 || index >= m_items.size()) return;
  m_current = index;
  describeCurrent();
  const QRect area = itemArea(index).toAlignedRect();
  emit revealed(area);
  showTip(index, viewport()->mapToGlobal(QPoint(area.center().x(), area.bottom())));
}

void ChartView::describeCurrent() {
  QString text;
  if (m_current >= 0) {
    const ChartItem& item = m_items[m_current];
    text = tr("%1, %2, %3").arg(item.label, m_style.number(item.count), m_style.share(item.count, m_total));
    if (item.selected) text = tr("%1, chosen").arg(text);
  }
  // Sends QAccessible::DescriptionChanged by itself, which is what makes a screen reader say the item.
  if (text != accessibleDescription()) setAccessibleDescription(text);
}

}  // namespace undelivered
