// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/growth_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace undelivered::bench {
namespace {

/// One panel: a figure by the number of records. `scale` makes the unit shown out of the figure's.
struct Panel {
  const char* key;
  const char* title;
  const char* unit;
  double scale;
  bool perRecord;  ///< the figure is by record, what is shown is the whole
};
constexpr std::array kPanels{Panel{"load.time", "Load", "s", 1, false},
                             Panel{"memory.process", "Memory, peak of the process", "MB", 1e-6, true},
                             Panel{"rows", "Rows of a filter, slowest", "ms", 1, false},
                             Panel{"search.rare", "Search regardless of case", "ms", 1, false}};

constexpr double kWidth = 900, kHeight = 660, kPanelWidth = 330, kPanelHeight = 210;
constexpr std::array<double, 2> kLeft{80, 510}, kTop{90, 390};

/// Dark where the reader's system is; blue and orange differ for every kind of colour vision, and by shape.
constexpr const char* kStyle = R"css(
.ground{fill:#ffffff}.text{fill:#1f2328}.soft{fill:#59636e}.grid{stroke:#d1d9e0;stroke-width:1}
.linear{stroke:#bc5f00;stroke-width:2;stroke-dasharray:6 5;fill:none}.line{stroke:#0a58b8;stroke-width:2.5;fill:none}
.mark{fill:#0a58b8}
text{font-family:system-ui,"DejaVu Sans",sans-serif;font-size:13px}.title{font-size:15px;font-weight:600}
@media (prefers-color-scheme:dark){
.ground{fill:#0d1117}.text{fill:#f0f6fc}.soft{fill:#9198a1}.grid{stroke:#3d444d}
.linear{stroke:#f0a030}.line{stroke:#6cb2ff}.mark{fill:#6cb2ff}}
)css";

using Points = std::vector<std::pair<double, double>>;  // records, value; by records

Points pointsOf(const std::vector<Figure>& figures, const Panel& panel) {
  Points points;
  for (const Figure& figure : figures) {
    if (figure.log != "reference" || figure.key != panel.key || !(figure.value > 0) || figure.rows == 0) continue;
    const auto rows = static_cast<double>(figure.rows);
    points.emplace_back(rows, figure.value * panel.scale * (panel.perRecord ? rows : 1));
  }
  std::sort(points.begin(), points.end());
  return points;
}

/// A logarithmic axis over whole powers of ten.
struct Axis {
  int first, last;  // exponents
  double begin, length;

  Axis(double low, double high, double from, double size)
      : first(static_cast<int>(std::floor(std::log10(low) + 1e-9))),
        last(static_cast<int>(std::ceil(std::log10(high) - 1e-9))),
        begin(from),
        length(size) {
    if (first == last) ++last;
  }
  double at(double value) const { return begin + length * (std::log10(value) - first) / (last - first); }
};

std::string tick(int exponent, bool records) {
  if (records && exponent >= 6) return fmt::format("{:.0f} M", std::pow(10, exponent - 6));
  return fmt::format("{:g}", std::pow(10, exponent));
}

std::string number(double value) { return value >= 100 ? fmt::format("{:.0f}", value) : fmt::format("{:.2g}", value); }

std::string gridOf(const Axis& x, const Axis& y) {
  std::string svg;
  for (int e = x.first; e <= x.last; ++e) {
    const double at = x.at(std::pow(10, e));
    svg += fmt::format(R"(<line class="grid" x1="{0:.1f}" y1="{1:.1f}" x2="{0:.1f}" y2="{2:.1f}"/>)", at, y.begin,
                       y.begin + y.length);
    svg += fmt::format(R"(<text class="soft" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>)", at, y.begin + 20,
                       tick(e, true));
  }
  for (int e = y.first; e <= y.last; ++e) {
    const double at = y.at(std::pow(10, e));
    svg += fmt::format(R"(<line class="grid" x1="{1:.1f}" y1="{0:.1f}" x2="{2:.1f}" y2="{0:.1f}"/>)", at, x.begin,
                       x.begin + x.length);
    svg += fmt::format(R"(<text class="soft" x="{:.1f}" y="{:.1f}" text-anchor="end">{}</text>)", x.begin - 8, at + 4,
                       tick(e, false));
  }
  return svg + "\n";
}

std::string panelOf(const Panel& panel, const Points& points, double left, double top) {
  const auto [firstRows, firstValue] = points.front();
  const double lastRows = points.back().first;
  const double linearEnd = firstValue * lastRows / firstRows;
  double low = firstValue, high = linearEnd;
  for (const auto& [rows, value] : points) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  const Axis x(firstRows, lastRows, left, kPanelWidth);
  const Axis y(low, high, top + kPanelHeight, -kPanelHeight);  // upwards
  std::string svg =
      fmt::format(R"(<text class="text title" x="{}" y="{}">{} ({})</text>)", left, top - 14, panel.title, panel.unit);
  svg += gridOf(x, y);
  svg += fmt::format(R"(<line class="linear" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>)", x.at(firstRows),
                     y.at(firstValue), x.at(lastRows), y.at(linearEnd));
  std::string line;
  for (const auto& [rows, value] : points) {
    line += fmt::format("{}{:.1f},{:.1f}", line.empty() ? "" : " ", x.at(rows), y.at(value));
    svg += fmt::format(R"(<circle class="mark" cx="{:.1f}" cy="{:.1f}" r="4"/>)", x.at(rows), y.at(value));
    // Below the line or behind its end, where neither the linear line nor the axis is; above it at the axis itself.
    const bool last = rows == lastRows;
    const bool atAxis = y.at(value) + 20 > top + kPanelHeight;
    svg += fmt::format(R"(<text class="text" x="{:.1f}" y="{:.1f}">{}</text>)", x.at(rows) + 8,
                       y.at(value) + (last     ? 5
                                      : atAxis ? -8
                                               : 20),
                       number(value));
  }
  return svg + fmt::format("<polyline class=\"line\" points=\"{}\"/>\n", line);
}

}  // namespace

std::string growthPlot(const std::vector<Figure>& figures) {
  std::string panels;
  std::size_t shown = 0;
  for (const Panel& panel : kPanels) {
    const Points points = pointsOf(figures, panel);
    if (points.size() < 2 || points.front().first == points.back().first) continue;
    panels += panelOf(panel, points, kLeft[shown % 2], kTop[shown / 2]);
    ++shown;
  }
  if (shown == 0) return {};
  return fmt::format(
             "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
             "role=\"img\">\n<title>How time and memory grow with the records of a log</title>\n"
             "<style>{2}</style>\n<rect class=\"ground\" width=\"{0}\" height=\"{1}\"/>\n",
             kWidth, kHeight, kStyle) +
         "<line class=\"line\" x1=\"80\" y1=\"30\" x2=\"110\" y2=\"30\"/><circle class=\"mark\" cx=\"95\" cy=\"30\" "
         "r=\"4\"/><text class=\"text\" x=\"118\" y=\"34\">measured, by records of the log</text>\n"
         "<line class=\"linear\" x1=\"370\" y1=\"30\" x2=\"410\" y2=\"30\"/>"
         "<text class=\"text\" x=\"418\" y=\"34\">linear: as the records grow</text>\n" +
         panels + "</svg>\n";
}

}  // namespace undelivered::bench
