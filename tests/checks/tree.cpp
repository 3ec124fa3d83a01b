// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>
#include <sstream>

#include "support/process.h"
#include "support/temporary_folder.h"

namespace undelivered::checks {
namespace {

constexpr std::array kLayers{"base", "input", "classify", "store", "query", "export"};
constexpr std::size_t kMaxLines = 400;

std::vector<std::string> gitFiles(std::vector<std::string> options) {
  test::ProcessSetup setup;
  setup.command = {"git", "-c", "safe.directory=*", "-C", UNDELIVERED_SOURCE_DIR, "ls-files", "-z"};
  setup.command.insert(setup.command.end(), options.begin(), options.end());
  const auto end = test::runProcess(setup);
  if (end.exitCode != 0) throw std::runtime_error("git ls-files: " + end.err);
  std::vector<std::string> paths;
  std::istringstream in(end.out);
  for (std::string path; std::getline(in, path, '\0');) paths.push_back(path);
  return paths;
}

int rankOf(const std::string& layer) {
  const auto found = std::find(kLayers.begin(), kLayers.end(), layer);
  return found == kLayers.end() ? -1 : static_cast<int>(found - kLayers.begin());
}

std::string partOf(const std::string& path, int index) {
  std::istringstream in(path);
  std::string part;
  for (int i = 0; i <= index; ++i) {
    if (!std::getline(in, part, '/')) return {};
  }
  return part;
}

bool matches(const std::string& text, const char* pattern) { return std::regex_search(text, std::regex(pattern)); }

/// A finding for every include that a pattern tells.
Findings includeFindings(const File& file, const char* pattern) {
  Findings findings;
  for (const std::string& include : includesOf(file.text)) {
    if (matches(include, pattern)) findings.push_back(file.path + ": includes " + include);
  }
  return findings;
}

}  // namespace

std::vector<File> filesOf(std::string_view folder, const std::vector<std::string>& endings) {
  std::vector<File> files;
  for (const std::string& path : gitFiles({"--cached", "--others", "--exclude-standard"})) {
    const bool wanted =
        std::any_of(endings.begin(), endings.end(), [&](const auto& end) { return path.ends_with(end); });
    const auto full = std::filesystem::path(UNDELIVERED_SOURCE_DIR) / path;
    if (path.starts_with(folder) && wanted && std::filesystem::is_regular_file(full))
      files.push_back({path, test::readFile(full)});
  }
  return files;
}

std::vector<std::string> topLevelEntries() {
  std::vector<std::string> entries;
  for (const std::string& path : gitFiles({"--cached"})) entries.push_back(partOf(path, 0));
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

std::vector<std::string> includesOf(std::string_view text) {
  static const std::regex kInclude(R"re(^[ \t]*#[ \t]*include[ \t]*(<[^>]+>|"[^"]+"))re");
  std::vector<std::string> includes;
  std::istringstream in{std::string(text)};
  std::smatch match;
  for (std::string line; std::getline(in, line);) {
    if (std::regex_search(line, match, kInclude)) includes.push_back(match[1]);
  }
  return includes;
}

Findings layerFindings(const File& file) {
  Findings findings;
  const int own = rankOf(partOf(file.path, 1));
  if (own < 0) return {file.path + ": stands in no layer"};
  for (const std::string& include : includesOf(file.text)) {
    if (include.front() != '"') continue;
    const int other = rankOf(partOf(include.substr(1), 0));
    if (other < 0) findings.push_back(file.path + ": includes " + include + ", which is outside of the core");
    if (other > own) findings.push_back(file.path + ": includes " + include + " of a layer above");
  }
  return findings;
}

Findings qtFindings(const File& file) { return includeFindings(file, "^[<\"](Qt?[A-Z]|q[a-z]+\\.h)"); }

Findings qtChartsFindings(const File& file) {
  if (file.path.starts_with("app/charts/")) return {};
  return includeFindings(file,
                         "^[<\"](QtCharts|QChart|QPolarChart|Q[A-Za-z]*(Series|Axis)>|QBarSet|QBoxSet|QPieSlice|"
                         "QLegend|QCandlestick|Q[HV][A-Z]{1,2}ModelMapper)");
}

Findings systemHeaderFindings(const File& file) {
  if (file.path.starts_with("core/base/posix_")) return {};
  return includeFindings(
      file, "^<(unistd|fcntl|pthread|signal|dirent|dlfcn|poll|termios|windows|sys/[a-z]+|linux/[a-z]+)\\.h>");
}

Findings licenceFindings(const File& file) {
  std::istringstream in(file.text);
  std::string line;
  for (int i = 0; i < 2 && std::getline(in, line); ++i) {
    if (line.find("SPDX-License-Identifier: GPL-3.0-or-later") != std::string::npos) return {};
  }
  return {file.path + ": does not start with its licence"};
}

Findings lengthFindings(const File& file) {
  const auto lines = static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '\n'));
  if (lines <= kMaxLines) return {};
  return {file.path + ": has " + std::to_string(lines) + " lines"};
}

Findings nameFindings(const File& file) {
  const std::string name = std::filesystem::path(file.path).filename();
  return matches(name, "^[a-z0-9_]+\\.(cpp|h)$") ? Findings{} : Findings{file.path + ": is not named in snake_case"};
}

Findings translationFindings(const File& file) {
  Findings findings;
  const std::pair<const char*, const char*> kBad[] = {
      {"type=\"(unfinished|vanished|obsolete)\"", "a text that is not translated, or not used any more"},
      {"<translation[^>]*>\\s*</translation>", "an empty translation"},
      {"<translation[^>]*/>", "an empty translation"},
      {"<numerusform[^>]*>\\s*</numerusform>", "an empty plural form"},
      {"<numerusform[^>]*/>", "an empty plural form"}};
  for (const auto& [pattern, what] : kBad) {
    if (matches(file.text, pattern)) findings.push_back(file.path + ": has " + what);
  }
  if (file.text.find("<message") == std::string::npos) findings.push_back(file.path + ": has no text at all");
  return findings;
}

Findings wordFindings(const File& file, const std::string& pattern) {
  if (!std::regex_search(file.text, std::regex(pattern))) return {};
  return {file.path + ": has " + pattern};
}

}  // namespace undelivered::checks
