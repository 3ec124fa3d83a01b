// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"

namespace undelivered {

/// What tells one state of a file from another.
struct FileState {
  std::uint64_t size = 0;
  std::int64_t modifiedNs = 0;  ///< since 1970
  std::uint64_t device = 0;
  std::uint64_t inode = 0;

  bool operator==(const FileState&) const = default;
};

/// A file that can be read at any place, by several threads at once.
class RandomAccessFile {
 public:
  virtual ~RandomAccessFile() = default;

  /// Fills `into` from `offset` on; fewer bytes only at the end of the file.
  virtual Result<std::size_t> readAt(std::uint64_t offset, std::span<char> into) const = 0;
  /// The state of the open file itself now, not of what its path names by now.
  virtual Result<FileState> state() const = 0;
  /// The state of what the file's path names by now; nothing where it names nothing any more, or never did.
  virtual std::optional<FileState> stateByName() const { return std::nullopt; }
};

/// Whether an open file is still what it was in that state: FileShrank, FileGrew or FileChanged (without a subject)
/// where it is not, and what state() says where that cannot be told.
Result<void> checkUnchanged(const RandomAccessFile& file, const FileState& before);
/// Whether no other file has taken its place: FileReplaced (without a subject). Another file is one with another device
/// or inode *and* another size or time, since some network file systems make up inodes anew. A file that was moved away
/// or removed is still open and still what it was.
Result<void> checkInPlace(const RandomAccessFile& file, const FileState& before);

/// A file being written that replaces its target as a whole or not at all.
class OutputFile {
 public:
  virtual ~OutputFile() = default;  ///< without commit(): the target is as it was, and nothing is left behind

  virtual Result<void> write(std::string_view bytes) = 0;
  /// Flushes, syncs and renames. After an error the target is as it was.
  virtual Result<void> commit() = 0;
};

/// Where files come from; tests put faults in between. Functions may be called from several threads at once.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  virtual Result<std::shared_ptr<const RandomAccessFile>> open(const std::filesystem::path& path) const = 0;
  /// Standard input, a compressed or a UTF-16 text goes into a nameless temporary file first; this makes one, empty.
  /// What is appended can be read at once.
  class TemporaryFile : public RandomAccessFile {
   public:
    virtual Result<void> append(std::string_view bytes) = 0;
  };
  virtual Result<std::shared_ptr<TemporaryFile>> createTemporary() const = 0;
  virtual Result<std::unique_ptr<OutputFile>> createOutput(const std::filesystem::path& target) const = 0;
};

/// The operating system's files.
const FileSystem& systemFiles();

}  // namespace undelivered
