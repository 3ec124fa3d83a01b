// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "base/random_access_file.h"
#include "base/result.h"
#include "input/header_mapping.h"
#include "input/source.h"

namespace undelivered {

/// What the caller knows better than the recogniser.
struct ReadOptions {
  /// Column header (matched like headers are, or "#3" for the third column) by field; replaces the guess in the logs
  /// that have such a column.
  std::map<Field, std::string> columns;
  std::optional<char> delimiter;
  std::optional<Encoding> encoding;
  /// What was chosen before for logs of certain headers; the first that fits is taken in place of the guess.
  std::vector<HeaderMapping> mappings;
  /// Take text whose header has no usable column too, as a table of which nothing is known: for a preview.
  bool anyTable = false;
};

/// Opens a file, decodes it where it is not ASCII-compatible, and recognises it. "-" is standard input.
/// Errors: FileNotFound, PermissionDenied, ReadFailed, EmptyLog, NotALog, NoUsableColumn, UnsupportedFormat.
Result<std::shared_ptr<const Source>> openSource(const FileSystem& files, const std::filesystem::path& path,
                                                 const ReadOptions& options, std::stop_token stop = {});

/// The files that a path stands for: itself, or every regular file below a folder whose name starts with no dot, in
/// the order of their names.
Result<std::vector<std::filesystem::path>> expandPath(const std::filesystem::path& path,
                                                      const std::stop_token& stop = {});

}  // namespace undelivered
