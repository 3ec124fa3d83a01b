// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/source.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/hash.h"

namespace undelivered {

Result<std::uint64_t> fingerprint(const RandomAccessFile& file, std::uint64_t size) {
  constexpr std::uint64_t kEndBytes = 4096;
  const auto wanted = static_cast<std::size_t>(std::min(size, kEndBytes));
  std::string ends(2 * wanted, '\0');
  for (const bool last : {false, true}) {
    const auto read = file.readAt(last ? size - wanted : 0, std::span(ends).subspan(last ? wanted : 0, wanted));
    if (!read) return tl::unexpected(read.error());
    if (*read < wanted) return failure(ErrorCode::FileShrank, {});
  }
  return std::max<std::uint64_t>(1, hashBytes(ends) ^ size);
}

OpenedFile openedFileOf(const Source& source) {
  return {source.filePath, source.original ? source.originalState : source.state};
}

Result<void> checkUnchanged(const Source& source, bool byName) {
  const RandomAccessFile& log = source.original ? *source.original : *source.file;
  const FileState& before = source.original ? source.originalState : source.state;
  auto same = checkUnchanged(log, before);
  if (same && byName) same = checkInPlace(log, before);
  if (!same && same.error().subject.empty()) same.error().subject = source.filePath;
  return same;
}

}  // namespace undelivered
