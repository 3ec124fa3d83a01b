// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace undelivered::bench {

/// One line of the report.
struct Figure {
  std::string key;   ///< for programs: "load.time"
  std::string name;  ///< for people
  double value = 0;
  std::string unit;            ///< "s", "ms", "rows/s", "B/row", ...
  std::string comparedWith{};  ///< what was measured beside it in the same run; empty: nothing
  double reference = 0;        ///< in the same unit
  /// How many rows an operation found, for other programs to be compared with.
  std::optional<std::uint64_t> found{};
  bool shown = true;  ///< else only in the file

  // Of the section that it is added to
  std::string log{};  ///< "reference", "failures", "shuffled", "events"
  std::uint64_t rows = 0;
};

class Report {
 public:
  /// What follows was measured on that log.
  void section(const std::string& log, std::uint64_t rows, const std::string& path);
  /// Keeps a figure and prints it.
  void add(Figure figure);
  /// Prints a line that is no figure.
  void note(const std::string& text) const;

  const std::vector<Figure>& figures() const { return m_figures; }
  /// False, with errno set, when it cannot be written.
  bool writeJson(const std::string& path) const;

 private:
  struct Section {
    std::string log, path;
    std::uint64_t rows = 0;
  };
  std::vector<Section> m_sections;
  std::vector<Figure> m_figures;
};

/// The figures of a file that writeJson() made; nothing when it is none.
std::optional<std::vector<Figure>> figuresFromJson(const std::string& path);

}  // namespace undelivered::bench
