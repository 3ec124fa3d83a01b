// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/source.h"

namespace undelivered {

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
