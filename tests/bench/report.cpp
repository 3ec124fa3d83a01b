// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/report.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <cstdio>
#include <fstream>
#include <thread>

#include "bench/measure.h"

namespace undelivered::bench {
namespace {

std::string shown(double value) {
  if (value >= 1e6) return fmt::format("{:.2f} M", value / 1e6);
  return value >= 100 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

/// The processor's name, as Linux has it.
std::string processor() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);) {
    const auto colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "unknown";
}

/// Paths may hold what JSON does not take as it stands.
std::string jsonText(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", c);
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string asJson(const Figure& figure) {
  std::string text = fmt::format(R"({{"key":"{}","name":"{}","log":"{}","rows":{},"value":{},"unit":"{}")", figure.key,
                                 figure.name, figure.log, figure.rows, figure.value, figure.unit);
  if (!figure.comparedWith.empty()) {
    text += fmt::format(R"(,"comparedWith":"{}","reference":{})", figure.comparedWith, figure.reference);
    if (figure.reference > 0) text += fmt::format(R"(,"ratio":{})", figure.value / figure.reference);
  }
  if (figure.found) text += fmt::format(R"(,"found":{})", *figure.found);
  return text + "}";
}

std::string textOf(simdjson::dom::element element, std::string_view key) {
  std::string_view value;
  return element[key].get_string().get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}
double numberOf(simdjson::dom::element element, std::string_view key) {
  double value = 0;
  return element[key].get_double().get(value) == simdjson::SUCCESS ? value : 0;
}

}  // namespace

void Report::section(const std::string& log, std::uint64_t rows, const std::string& path) {
  m_sections.push_back({log, path, rows});
  fmt::print("\n{}: {} records, {:.0f} MB\n", log, rows, gigabytes(path) * 1e3);
}

void Report::add(Figure figure) {
  if (!m_sections.empty()) {
    figure.log = m_sections.back().log;
    figure.rows = m_sections.back().rows;
  }
  if (figure.shown) {
    fmt::print("  {:<46} {:>9} {:<8}", figure.name, shown(figure.value), figure.unit);
    if (!figure.comparedWith.empty()) {
      fmt::print(" {:>9} {:<8} x {:<7} {}", shown(figure.reference), figure.unit,
                 figure.reference > 0 ? fmt::format("{:.2f}", figure.value / figure.reference) : "-",
                 figure.comparedWith);
    }
    fmt::print("\n");
    std::fflush(stdout);
  }
  m_figures.push_back(std::move(figure));
}

void Report::note(const std::string& text) const {
  fmt::print("  {}\n", text);
  std::fflush(stdout);
}

bool Report::writeJson(const std::string& path) const {
  std::string text = fmt::format("{{\n\"processor\":{},\n\"processors\":{},\n\"logs\":[", jsonText(processor()),
                                 std::thread::hardware_concurrency());
  for (const Section& section : m_sections) {
    text += fmt::format("{}\n  {{\"log\":\"{}\",\"rows\":{},\"path\":{}}}", &section == m_sections.data() ? "" : ",",
                        section.log, section.rows, jsonText(section.path));
  }
  text += "],\n\"figures\":[";
  bool first = true;
  for (const Figure& figure : m_figures) {
    text += (first ? "\n  " : ",\n  ") + asJson(figure);
    first = false;
  }
  text += "\n]}\n";
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && written;
}

std::optional<std::vector<Figure>> figuresFromJson(const std::string& path) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  simdjson::dom::array all;
  if (parser.load(path).get(root) != simdjson::SUCCESS) return std::nullopt;
  if (root["figures"].get_array().get(all) != simdjson::SUCCESS) return std::nullopt;
  std::vector<Figure> figures;
  for (const simdjson::dom::element element : all) {
    Figure figure;
    figure.key = textOf(element, "key");
    figure.name = textOf(element, "name");
    figure.log = textOf(element, "log");
    figure.rows = static_cast<std::uint64_t>(numberOf(element, "rows"));
    figure.value = numberOf(element, "value");
    figure.unit = textOf(element, "unit");
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace undelivered::bench
