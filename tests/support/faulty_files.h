// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cerrno>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "base/memory_file.h"
#include "support/memory_files.h"

namespace undelivered::test {

/// What befalls the logs of FaultyFiles.
enum class Fault {
  None,
  Unreadable,      ///< this read and all after it fail with EIO
  UnreadableOnce,  ///< this read alone does
  Shrank,          ///< cut in the middle
  Grew,            ///< something was appended
  Rewritten,       ///< another text of the same length, and a later time
  Replaced,        ///< its name stands for another file; this one is what it was
};

/// A log in memory that something happens to at its n-th read, whoever reads: before the n-th read is answered.
class FaultyFiles final : public FileSystem {
 public:
  FaultyFiles(std::string text, std::string otherText) : m_text(std::move(text)), m_other(std::move(otherText)) {}

  /// Starts counting anew. `read` 1 is the next one.
  void strike(Fault fault, std::uint64_t read) {
    m_fault = fault;
    m_at = read;
    m_reads = 0;
  }
  std::uint64_t reads() const { return m_reads; }
  bool hasStruck() const { return m_fault != Fault::None && m_reads >= m_at; }
  /// Called at every read with its number.
  std::function<void(std::uint64_t)> onRead;

  Result<std::shared_ptr<const RandomAccessFile>> open(const std::filesystem::path& path) const override {
    return std::shared_ptr<const RandomAccessFile>(std::make_shared<Log>(*this, path.string()));
  }
  Result<std::shared_ptr<TemporaryFile>> createTemporary() const override { return m_behind.createTemporary(); }
  Result<std::unique_ptr<OutputFile>> createOutput(const std::filesystem::path& target) const override {
    return m_behind.createOutput(target);
  }
  /// What was written and committed.
  const std::map<std::string, std::string>& written() const { return m_behind.files; }

 private:
  class Log final : public RandomAccessFile {
   public:
    Log(const FaultyFiles& files, std::string path) : m_files(files), m_path(std::move(path)) {}

    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> into) const override {
      const std::uint64_t read = ++m_files.m_reads;
      if (m_files.onRead) m_files.onRead(read);
      const bool fails = (m_files.is(Fault::Unreadable) && m_files.hasStruck()) ||
                         (m_files.is(Fault::UnreadableOnce) && read == m_files.m_at);
      if (fails) return tl::unexpected(Error{ErrorCode::ReadFailed, m_path, {}, 0, EIO});
      const std::string& text = m_files.hasStruck() && m_files.is(Fault::Rewritten) ? m_files.m_other : m_files.m_text;
      const std::uint64_t size = state()->size;
      if (offset >= size) return std::size_t{0};
      return text.copy(into.data(), std::min<std::uint64_t>(into.size(), size - offset), offset);
    }

    Result<FileState> state() const override {
      FileState now{m_files.m_text.size(), 1000, 1, 1};
      if (!m_files.hasStruck()) return now;
      if (m_files.is(Fault::Shrank)) now.size /= 2;
      if (m_files.is(Fault::Grew)) now.size += 10;
      if (m_files.is(Fault::Shrank) || m_files.is(Fault::Grew) || m_files.is(Fault::Rewritten)) now.modifiedNs = 2000;
      return now;
    }

    std::optional<FileState> stateByName() const override {
      if (m_files.hasStruck() && m_files.is(Fault::Replaced)) return FileState{77, 3000, 1, 2};
      return *state();
    }

   private:
    const FaultyFiles& m_files;
    std::string m_path;
  };

  bool is(Fault fault) const { return m_fault == fault; }

  std::string m_text, m_other;
  Fault m_fault = Fault::None;
  std::uint64_t m_at = 0;
  mutable std::atomic<std::uint64_t> m_reads = 0;
  MemoryFiles m_behind;
};

}  // namespace undelivered::test
