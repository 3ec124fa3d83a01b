// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "charts/bar_chart.h"
#include "charts/chart_table.h"
#include "charts/column_chart.h"
#include "charts/elided_label.h"
#include "charts/ring_chart.h"
#include "charts/view_icon.h"

namespace undelivered {
namespace {

constexpr int kMargin = 12;
constexpr int kIndent = 4;  // charts and tables keep that much beside their texts, for the marks around rows
constexpr int kIcon = 16;
constexpr double kRadius = 8;

ChartView* newView(ChartPanel::Shape shape, QWidget* parent) {
  switch (shape) {
    case ChartPanel::Shape::Bars:
      return new BarChart(parent);
    case ChartPanel::Shape::Ring:
      return new RingChart(parent);
    case ChartPanel::Shape::Columns:
      break;
  }
  return new ColumnChart(parent);
}

}  // namespace

struct ChartPanel::Parts {
  QList<ChartItem> items;
  bool table = false;
  bool restyling = false;
  ElidedLabel* title = nullptr;
  ElidedLabel* note = nullptr;
  QToolButton* turn = nullptr;
  QStackedWidget* pages = nullptr;
  QScrollArea* scroll = nullptr;
  ChartView* view = nullptr;
  ChartTable* tableView = nullptr;
  QLabel* empty = nullptr;
};

ChartPanel::ChartPanel(Shape shape, QWidget* parent) : QFrame(parent), m_parts(std::make_unique<Parts>()) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kMargin - kIndent, kMargin - 4, kMargin - kIndent, kMargin - 2);
  column->setSpacing(0);
  buildHeader();
  buildPages(shape);
  column->addSpacing(6);
  column->addWidget(m_parts->pages, 1);
  restyle();
  retranslate();
  turnPage();
}

ChartPanel::~ChartPanel() = default;

void ChartPanel::buildHeader() {
  m_parts->title = new ElidedLabel(this);
  m_parts->note = new ElidedLabel(this);
  m_parts->note->hide();
  m_parts->turn = new QToolButton(this);
  m_parts->turn->setObjectName(QStringLiteral("turn"));
  m_parts->turn->setAutoRaise(true);
  m_parts->turn->setIconSize(QSize(kIcon, kIcon));
  QSizePolicy keepsRoom = m_parts->turn->sizePolicy();
  keepsRoom.setRetainSizeWhenHidden(true);
  m_parts->turn->setSizePolicy(keepsRoom);
  connect(m_parts->turn, &QToolButton::clicked, this, [this] { showTable(!m_parts->table); });
  auto* row = new QHBoxLayout;
  row->addWidget(m_parts->title, 1);
  row->addWidget(m_parts->turn);
  row->setContentsMargins(kIndent, 0, kIndent, 0);
  m_parts->note->setContentsMargins(kIndent, 0, kIndent, 0);
  auto* column = static_cast<QVBoxLayout*>(layout());
  column->addLayout(row);
  column->addWidget(m_parts->note);
}

void ChartPanel::buildPages(Shape shape) {
  m_parts->pages = new QStackedWidget(this);
  m_parts->view = newView(shape, nullptr);
  m_parts->view->setObjectName(QStringLiteral("chart"));
  m_parts->scroll = new QScrollArea;
  m_parts->scroll->setFrameShape(QFrame::NoFrame);
  m_parts->scroll->setFocusPolicy(Qt::NoFocus);
  m_parts->scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_parts->scroll->setWidgetResizable(true);
  m_parts->scroll->setWidget(m_parts->view);
  m_parts->scroll->viewport()->setAutoFillBackground(false);
  m_parts->tableView = new ChartTable(m_parts->pages);
  m_parts->tableView->setObjectName(QStringLiteral("table"));
  m_parts->empty = new QLabel(m_parts->pages);
  m_parts->empty->setTextFormat(Qt::PlainText);
  m_parts->empty->setAlignment(Qt::AlignCenter);
  m_parts->empty->setWordWrap(true);
  m_parts->pages->addWidget(m_parts->scroll);
  m_parts->pages->addWidget(m_parts->tableView);
  m_parts->pages->addWidget(m_parts->empty);
  connect(m_parts->view, &ChartView::activated, this, &ChartPanel::itemActivated);
  connect(m_parts->tableView, &ChartTable::rowActivated, this, &ChartPanel::itemActivated);
  connect(m_parts->view, &ChartView::revealed, this, [this](const QRect& area) {
    m_parts->scroll->ensureVisible(area.left(), area.center().y(), 0, area.height() / 2 + 1);
  });
}

void ChartPanel::setTitle(const QString& title, const QString& shortTitle) {
  m_parts->title->setText(title);
  m_parts->title->setShortText(shortTitle);
  m_parts->view->setAccessibleName(title);
  m_parts->tableView->setAccessibleName(title);
  setAccessibleName(title);
}

void ChartPanel::setNote(const QString& note) {
  m_parts->note->setText(note);
  m_parts->note->setVisible(!note.isEmpty());
}

void ChartPanel::setEmptyText(const QString& text) { m_parts->empty->setText(text); }

void ChartPanel::setItems(const QList<ChartItem>& items) {
  if (items == m_parts->items) return;
  m_parts->items = items;
  m_parts->view->setItems(items);
  m_parts->tableView->setItems(items);
  turnPage();
}

const QList<ChartItem>& ChartPanel::items() const { return m_parts->items; }

bool ChartPanel::isTableShown() const { return m_parts->table; }

void ChartPanel::showTable(bool shown) {
  if (shown == m_parts->table) return;
  m_parts->table = shown;
  turnPage();
  restyle();
  retranslate();
}

void ChartPanel::turnPage() {
  const bool any =
      std::any_of(m_parts->items.cbegin(), m_parts->items.cend(), [](const ChartItem& item) { return item.count > 0; });
  QWidget* chosen = m_parts->scroll;
  if (m_parts->table) chosen = m_parts->tableView;
  m_parts->pages->setCurrentWidget(any ? chosen : m_parts->empty);
  m_parts->turn->setVisible(any);
}

void ChartPanel::restyle() {
  if (m_parts->restyling) return;  // setting a font or palette below reports a change here again
  m_parts->restyling = true;
  const ChartStyle style(*this);  // of the panel: its children may not have heard of the change yet
  m_parts->title->setFont(style.strong);
  QPalette muted = palette();
  muted.setColor(QPalette::WindowText, style.colors.muted);
  m_parts->note->setPalette(muted);
  m_parts->empty->setPalette(muted);
  m_parts->turn->setIcon(viewIcon(!m_parts->table, style.colors.muted, kIcon));
  m_parts->view->setStyle(style);
  m_parts->tableView->setStyle(style);
  m_parts->restyling = false;
  update();
}

void ChartPanel::retranslate() {
  const QString text = m_parts->table ? tr("Show as chart") : tr("Show as table");
  m_parts->turn->setToolTip(text);
  m_parts->turn->setAccessibleName(text);
}

void ChartPanel::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
      retranslate();
      [[fallthrough]];
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
      restyle();
      break;
    default:
      break;
  }
}

void ChartPanel::paintEvent(QPaintEvent*) {
  const Colors colors(palette());
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colors.faint, 1));
  painter.setBrush(colors.card);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

}  // namespace undelivered
