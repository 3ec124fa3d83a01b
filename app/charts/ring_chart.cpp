// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ring_chart.h"

#include <cmath>
#include <numbers>
#include <numeric>

#include <QChart>
#include <QPainter>
#include <QPieSeries>
#include <QPieSlice>

namespace undelivered {
namespace {

constexpr double kHole = 0.64;        // of the diameter
constexpr double kLargestRing = 260;  // pixels
constexpr double kSmallestRing = 72;
constexpr double kNarrow = 260;
constexpr double kSmallestSlice = 0.008;  // of the ring, of an item that counts anything
constexpr int kRingGap = 18;
constexpr int kSwatch = 10;
constexpr int kSwatchGap = 8;
constexpr int kColumnGap = 14;
constexpr int kEdge = 5;
constexpr int kLineGap = 6;
constexpr int kReadableLabel = 64;  // pixels; below that the share leaves the line
constexpr int kShortestLabel = 44;
constexpr int kStripColumnGap = 8;
constexpr int kStripHeight = 9;
constexpr int kStripGap = 5;
constexpr int kStripLineGap = 2;
constexpr int kSmallestTotal = 10;  // pixels
constexpr double kHoleUsed = 0.86;  // of the hole's width, by the number in it

}  // namespace

RingChart::RingChart(QWidget* parent) : ChartView(parent), m_series(new QPieSeries) {
  m_series->setPieSize(1.0);
  m_series->setHoleSize(kHole);
  chart()->addSeries(m_series);
}

QColor RingChart::baseColor(int index) const {
  if (items()[index].color.isValid()) return items()[index].color;
  const double step = 0.75 / static_cast<double>(std::max<qsizetype>(items().size(), 2));
  return blended(style().colors.accent, style().colors.card, 1.0 - step * index);
}

QRectF RingChart::itemArea(int index) const {
  return QRectF(m_legend.left(), m_legend.top() + index * m_rowHeight, m_legend.width(), m_rowHeight);
}

int RingChart::itemAt(const QPointF& place) const {
  const int entry = ChartView::itemAt(place);
  return entry >= 0 ? entry : sliceAt(place);
}

int RingChart::sliceAt(const QPointF& place) const {
  double part = 0;  // of the whole, before the place
  if (m_strip) {
    if (!m_ring.contains(place)) return -1;
    part = (place.x() - m_ring.left()) / m_ring.width();
  } else {
    const QPointF from = place - m_ring.center();
    const double radius = m_ring.width() / 2;
    const double distance = std::hypot(from.x(), from.y());
    if (distance > radius || distance < radius * kHole) return -1;
    const double angle = std::atan2(from.x(), -from.y());  // clockwise from the top, as the slices are
    part = (angle < 0 ? angle + 2 * std::numbers::pi : angle) / (2 * std::numbers::pi);
  }
  const QList<double> values = sliceValues();
  double left = part * std::accumulate(values.begin(), values.end(), 0.0);
  for (int i = 0; i < values.size(); ++i) {
    left -= values[i];
    if (left < 0) return i;
  }
  return -1;
}

int RingChart::lineHeight() const { return QFontMetrics(style().strong).height(); }

int RingChart::neededHeight() const {
  const auto count = static_cast<int>(items().size());
  return count * lineHeight() + std::max(count * kLineGap, count * kStripLineGap + kStripHeight + kStripGap);
}

void RingChart::arrange() {
  if (items().isEmpty()) return;
  const QFontMetrics metrics(style().strong);
  const double width = viewport()->width();
  const double height = viewport()->height();
  int widest = 0;
  m_numberWidth = m_shareWidth = 0;
  for (const ChartItem& item : items()) {
    widest = std::max(widest, widthOf(item.label, metrics));
    m_numberWidth = std::max(m_numberWidth, widthOf(style().number(item.count), metrics));
    m_shareWidth = std::max(m_shareWidth, widthOf(style().share(item.count, total()), metrics));
  }
  m_labelWidth = widest;
  m_strip = false;
  m_strip = !placeRing(width, height);
  if (m_strip) {
    m_labelWidth = widest;
    placeStrip(width, height);
  }
  m_series->setVisible(!m_strip);
  m_labels = elidedLabels(items(), style(), m_labelWidth);
  chart()->setPlotArea(m_ring.adjusted(1, 1, -1, -1));
}

// The legend comes first: the ring gets what its longest line leaves, between bounds.
bool RingChart::placeRing(double width, double height) {
  const auto count = static_cast<double>(items().size());
  const int fixed = 2 * kEdge + kSwatch + kSwatchGap;
  const int figures = kColumnGap + m_numberWidth + kColumnGap + m_shareWidth;
  const double largest = std::max(1.0, std::min({height, width * 0.5, kLargestRing}));
  const double smallest = std::min(largest, std::max(kSmallestRing, width * 0.28));
  const double gap = width < kNarrow ? kRingGap / 2.0 : kRingGap;
  const auto sideBeside = [&](int legend) { return std::floor(std::clamp(width - gap - legend, smallest, largest)); };
  double side = sideBeside(fixed + m_labelWidth + figures);

  const int twoLines = 2 * lineHeight() + kLineGap;
  m_twoLines = fixed + m_labelWidth + figures > width - side - gap && count * twoLines <= height;
  if (m_twoLines) side = sideBeside(fixed + std::max(m_labelWidth, m_numberWidth + m_shareWidth + kColumnGap));
  const double room = width - side - gap;
  chooseFigures(room - fixed);
  const int beside = m_twoLines ? 0 : figuresWidth();
  const int readable = std::min(kReadableLabel, m_labelWidth);
  m_labelWidth = static_cast<int>(std::min<double>(m_labelWidth, std::max(0.0, room - fixed - beside)));
  const int lowest = lineHeight() + kLineGap;
  m_rowHeight = m_twoLines ? std::clamp<int>(static_cast<int>(height / count), twoLines, twoLines + 8)
                           : std::clamp<int>(static_cast<int>(height / count), lowest, lowest + 6);
  const double legendWidth =
      m_twoLines ? fixed + std::max(m_labelWidth, figuresWidth()) : fixed + m_labelWidth + beside;
  const double rest = std::max(0.0, room - std::min(legendWidth, room));
  const double left = std::floor(rest / 2);
  m_ring = QRectF(left, std::floor((height - side) / 2), side, side);
  m_legend = QRectF(left + side + gap, std::floor(std::max(0.0, (height - count * m_rowHeight) / 2)),
                    std::min(legendWidth, room), count * m_rowHeight);
  return m_numbers && m_shares && m_labelWidth >= readable && side >= ringForTotal() && count * lowest <= height;
}

void RingChart::placeStrip(double width, double height) {
  const auto count = static_cast<double>(items().size());
  const int fixed = 2 * kEdge + kSwatch + kSwatchGap;
  const double above = kStripHeight + kStripGap;
  const int widest = m_labelWidth;
  int lowest = lineHeight() + kStripLineGap;
  m_twoLines = false;
  chooseFigures(width - fixed);
  if (!m_numbers || !m_shares || fixed + widest + figuresWidth() > width) {
    const int two = lowest + lineHeight();
    m_twoLines = above + count * two <= height;
    if (m_twoLines) lowest = two;
    chooseFigures(width - fixed);
  }
  const int beside = m_twoLines ? 0 : figuresWidth();
  m_labelWidth = static_cast<int>(std::min<double>(widest, std::max(0.0, width - fixed - beside)));
  m_rowHeight = std::clamp<int>(static_cast<int>((height - above) / count), lowest, lowest + 8);
  m_ring = QRectF(kEdge, 0, std::max(1.0, width - 2 * kEdge), kStripHeight);
  m_legend = QRectF(0, above, width, count * m_rowHeight);
}

/// The smallest ring that has room for the whole in its hole.
double RingChart::ringForTotal() const {
  QFont small = style().strong;
  small.setPixelSize(kSmallestTotal);
  return widthOf(style().number(total()), QFontMetrics(small)) / (kHole * kHoleUsed);
}

// Of label, number and share the label is kept longest: the other two are in the tip and the table as well.
void RingChart::chooseFigures(double room) {
  const int label = m_twoLines ? 0 : std::min(m_strip ? kShortestLabel : kReadableLabel, m_labelWidth);
  constexpr std::pair<bool, bool> kChoices[] = {{true, true}, {true, false}, {false, true}, {false, false}};
  for (const auto& [numbers, shares] : kChoices) {
    m_numbers = numbers;
    m_shares = shares;
    if (label + figuresWidth() <= room) return;
  }
}

int RingChart::columnGap() const { return m_strip ? kStripColumnGap : kColumnGap; }

int RingChart::figuresWidth() const {
  const int figures = (m_numbers ? m_numberWidth : 0) + (m_shares ? m_shareWidth : 0);
  if (m_twoLines) return figures + (m_numbers && m_shares ? kColumnGap / 2 : 0);
  return figures + (m_numbers ? columnGap() : 0) + (m_shares ? columnGap() : 0);
}

QList<double> RingChart::sliceValues() const {
  QList<double> values;
  const double smallest = static_cast<double>(total()) * kSmallestSlice;
  for (const ChartItem& item : items()) {
    values.append(item.count == 0 ? 0 : std::max(static_cast<double>(item.count), smallest));
  }
  return values;
}

void RingChart::updateSeries() {
  const QList<double> values = sliceValues();
  if (m_series->count() != values.size()) {
    m_series->clear();
    QList<QPieSlice*> slices;
    for (qsizetype i = 0; i < values.size(); ++i) slices.append(new QPieSlice(QString(), 0));
    m_series->append(slices);
  }
  const QList<QPieSlice*> slices = m_series->slices();
  const bool several = std::count_if(values.begin(), values.end(), [](double value) { return value > 0; }) > 1;
  for (int i = 0; i < values.size(); ++i) {
    // A gap between slices; none where it would cut a full ring, or be all there is of a slice.
    const QPen pen = several && values[i] > 0 ? QPen(style().colors.card, 2) : QPen(Qt::NoPen);
    if (slices[i]->pen() != pen) slices[i]->setPen(pen);
    if (slices[i]->brush() != QBrush(fillOf(i))) slices[i]->setBrush(fillOf(i));
    if (slices[i]->value() != values[i]) slices[i]->setValue(values[i]);
  }
}

void RingChart::paintBelow(QPainter& painter) {
  if (m_strip) paintStrip(painter);
  if (hovered() < 0) return;
  painter.setPen(Qt::NoPen);
  painter.setBrush(style().hoverGround());
  painter.drawRoundedRect(itemArea(hovered()), 4, 4);
}

void RingChart::paintAbove(QPainter& painter) {
  for (int i = 0; i < items().size(); ++i) paintEntry(painter, i);
  paintTotal(painter);
}

void RingChart::paintEntry(QPainter& painter, int index) const {
  const ChartItem& item = items()[index];
  const QRectF area = itemArea(index).adjusted(kEdge, 0, -kEdge, 0);
  const double line = lineHeight();
  const double top = m_twoLines ? area.center().y() - line : area.center().y() - line / 2;
  painter.setPen(Qt::NoPen);
  painter.setBrush(fillOf(index));
  painter.drawRoundedRect(QRectF(area.left(), std::round(top + (line - kSwatch) / 2), kSwatch, kSwatch), 2, 2);

  painter.setFont(item.selected ? style().strong : style().font);
  const QColor quiet = style().colors.muted;
  painter.setPen(item.count == 0 || isFaded(index) ? quiet : style().text);
  const double left = area.left() + kSwatch + kSwatchGap;
  painter.drawText(QRectF(left, top, m_labelWidth + kEdge, line), Qt::AlignLeft | Qt::TextSingleLine, m_labels[index]);
  const QString number = style().number(item.count);
  const QString share = style().share(item.count, total());
  if (m_twoLines) {
    double place = left;
    if (m_numbers) {
      painter.drawText(QRectF(place, top + line, m_numberWidth, line), Qt::AlignLeft | Qt::TextSingleLine, number);
      place += QFontMetrics(painter.font()).horizontalAdvance(number) + kColumnGap / 2.0;
    }
    painter.setPen(quiet);
    const QRectF rest(place, top + line, m_shareWidth + kEdge, line);
    if (m_shares) painter.drawText(rest, Qt::AlignLeft | Qt::TextSingleLine, share);
    return;
  }
  const double right = area.right() - (m_shares ? m_shareWidth + columnGap() : 0);
  if (m_numbers)
    painter.drawText(QRectF(right - m_numberWidth - 1, top, m_numberWidth + 1, line), Qt::AlignRight, number);
  painter.setPen(quiet);
  if (m_shares) {
    painter.drawText(QRectF(area.right() - m_shareWidth - 1, top, m_shareWidth + 1, line), Qt::AlignRight, share);
  }
}

void RingChart::paintStrip(QPainter& painter) const {
  const QList<double> values = sliceValues();
  const double whole = std::accumulate(values.begin(), values.end(), 0.0);
  double before = 0;
  for (int i = 0; i < values.size(); ++i) {
    const double left = m_ring.left() + std::round(before / whole * m_ring.width());
    before += values[i];
    const double right = m_ring.left() + std::round(before / whole * m_ring.width());
    // A gap between slices, as in the ring.
    const double gap = i > 0 && left > m_ring.left() && right - left > 3 ? 1 : 0;
    painter.fillRect(QRectF(left + gap, m_ring.top(), right - left - gap, m_ring.height()), fillOf(i));
  }
}

QFont RingChart::totalFont(double room) const {
  QFont font = style().strong;
  const QString text = style().number(total());
  const int usual = QFontInfo(style().font).pixelSize();
  int size = std::max(usual, static_cast<int>(std::min(m_ring.width() / 8, 26.0)));
  for (font.setPixelSize(size); size > kSmallestTotal && widthOf(text, QFontMetrics(font)) > room;) {
    font.setPixelSize(--size);
  }
  return font;
}

// The whole, in the hole of the ring, which is never too small for it.
void RingChart::paintTotal(QPainter& painter) const {
  if (m_strip) return;
  painter.setFont(totalFont(m_ring.width() * kHole * kHoleUsed));
  painter.setPen(style().text);
  painter.drawText(m_ring, Qt::AlignCenter, style().number(total()));
}

}  // namespace undelivered
