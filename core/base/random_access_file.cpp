// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random_access_file.h"

namespace undelivered {

Result<void> checkUnchanged(const RandomAccessFile& file, const FileState& before) {
  const auto now = file.state();
  if (!now) return tl::unexpected(now.error());
  if (now->size < before.size) return failure(ErrorCode::FileShrank, {});
  if (now->size > before.size) return failure(ErrorCode::FileGrew, {});
  // Inodes are not compared: it is the same open file, whatever its file system calls it by now.
  if (now->modifiedNs != before.modifiedNs) return failure(ErrorCode::FileChanged, {});
  return {};
}

Result<void> checkInPlace(const RandomAccessFile& file, const FileState& before) {
  const auto named = file.stateByName();
  if (!named) return {};
  const bool other = named->device != before.device || named->inode != before.inode;
  const bool differs = named->size != before.size || named->modifiedNs != before.modifiedNs;
  if (other && differs) return failure(ErrorCode::FileReplaced, {});
  return {};
}

}  // namespace undelivered
