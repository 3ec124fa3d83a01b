// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace undelivered::checks {

struct File {
  std::string path;  ///< from the project's folder
  std::string text;
};

/// The project's files that stand under a folder ("core/", "": all) and end so: those that git knows, and new ones that
/// it does not ignore.
std::vector<File> filesOf(std::string_view folder, const std::vector<std::string>& endings);
/// The first parts of the paths that git knows, sorted.
std::vector<std::string> topLevelEntries();

/// What is included: `<name>` and `"name"`, with their brackets.
std::vector<std::string> includesOf(std::string_view text);

// The rules. Each gives a line for every place that breaks it: "path: what".
using Findings = std::vector<std::string>;
/// base <- input <- classify <- store <- query <- export, and nothing outside of the core.
Findings layerFindings(const File& file);
Findings qtFindings(const File& file);
Findings qtChartsFindings(const File& file);
Findings systemHeaderFindings(const File& file);
Findings licenceFindings(const File& file);
Findings lengthFindings(const File& file);
Findings nameFindings(const File& file);
Findings translationFindings(const File& file);
/// A word that must not stand in a file.
Findings wordFindings(const File& file, const std::string& pattern);

}  // namespace undelivered::checks
