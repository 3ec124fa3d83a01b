// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/quoted_lines.h"

#include <algorithm>
#include <string>
#include <vector>

namespace undelivered {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;
constexpr int kLinesLookedAt = 20;
// A line without an end would have to be held as a whole.
constexpr std::size_t kLongestLine = std::size_t{4} << 20;

/// The line without the empty cells that a spreadsheet leaves behind it, and without its end.
std::string_view withoutTail(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ';' || line.back() == ',' || line.back() == '\t')) {
    line.remove_suffix(1);
  }
  return line;
}

/// Whether a line is one cell in quotes: each quote in it is doubled.
bool isQuotedCell(std::string_view line) {
  line = withoutTail(line);
  if (line.size() < 2 || line.front() != '"' || line.back() != '"') return false;
  line = line.substr(1, line.size() - 2);
  for (std::size_t at = 0; (at = line.find('"', at)) != std::string_view::npos; at += 2) {
    if (at + 1 >= line.size() || line[at + 1] != '"') return false;
  }
  return true;
}

void appendUnquoted(std::string& out, std::string_view line) {
  if (!isQuotedCell(line)) {
    out += line;
    return;
  }
  line = withoutTail(line);
  line = line.substr(1, line.size() - 2);
  for (std::size_t i = 0; i < line.size(); ++i) {
    out += line[i];
    if (line[i] == '"') ++i;
  }
}

}  // namespace

bool areQuotedLines(std::string_view sample, bool wholeFile) {
  int lines = 0;
  while (lines < kLinesLookedAt && !sample.empty()) {
    const std::size_t end = sample.find('\n');
    if (end == std::string_view::npos && !wholeFile) break;
    const std::string_view line = sample.substr(0, end);
    sample.remove_prefix(end == std::string_view::npos ? sample.size() : end + 1);
    if (withoutTail(line).empty()) continue;
    const bool delimited = withoutTail(line).find_first_of(";,\t|") != std::string_view::npos;
    if (!isQuotedCell(line) || !delimited) return false;
    ++lines;
  }
  return lines >= 2;
}

Result<std::shared_ptr<const RandomAccessFile>> spoolUnquotedLines(const FileSystem& files,
                                                                   const RandomAccessFile& file, std::uint64_t size,
                                                                   std::uint64_t skip, std::stop_token stop) {
  auto spool = files.createTemporary();
  if (!spool) return tl::unexpected(spool.error());
  std::vector<char> piece(kPieceBytes);
  std::string rest, text;
  for (std::uint64_t at = skip; at < size || !rest.empty();) {
    if (stop.stop_requested()) return cancelled();
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), size - at));
    const auto read = file.readAt(at, {piece.data(), wanted});
    if (!read) return tl::unexpected(read.error());
    if (*read < wanted) return failure(ErrorCode::FileShrank, {});
    at += *read;
    rest.append(piece.data(), *read);
    text.clear();
    std::size_t from = 0;
    for (std::size_t end = 0; (end = rest.find('\n', from)) != std::string::npos; from = end + 1) {
      appendUnquoted(text, std::string_view(rest).substr(from, end - from));
      text += '\n';
    }
    rest.erase(0, from);
    if (at >= size || rest.size() > kLongestLine) {
      appendUnquoted(text, rest);
      rest.clear();
    }
    if (const auto added = (*spool)->append(text); !added) return tl::unexpected(added.error());
  }
  return std::shared_ptr<const RandomAccessFile>(std::move(*spool));
}

}  // namespace undelivered
