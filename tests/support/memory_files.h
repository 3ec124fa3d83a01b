// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "base/memory_file.h"

namespace undelivered::test {

/// Files in memory, and the faults that a test wants them to have.
class MemoryFiles final : public FileSystem {
 public:
  std::map<std::string, std::string> files;  ///< by path
  /// The system error of a read at an offset, or of a write after so many bytes; 0: none. Shared by all files.
  std::function<int(std::uint64_t)> readFault, writeFault;
  bool committed = false;  ///< whether the last output was

  Result<std::shared_ptr<const RandomAccessFile>> open(const std::filesystem::path& path) const override {
    const auto found = files.find(path.string());
    if (found == files.end()) return tl::unexpected(Error{ErrorCode::FileNotFound, path.string(), {}, 0, ENOENT});
    return std::shared_ptr<const RandomAccessFile>(std::make_shared<Faulty>(found->second, readFault, path.string()));
  }

  Result<std::shared_ptr<TemporaryFile>> createTemporary() const override {
    return std::shared_ptr<TemporaryFile>(std::make_shared<Temporary>(writeFault));
  }

  Result<std::unique_ptr<OutputFile>> createOutput(const std::filesystem::path& target) const override {
    auto& self = const_cast<MemoryFiles&>(*this);  // a folder does not change by what is written into it
    self.committed = false;
    return std::unique_ptr<OutputFile>(std::make_unique<Output>(self, target.string()));
  }

 private:
  class Faulty final : public RandomAccessFile {
   public:
    Faulty(const std::string& text, std::function<int(std::uint64_t)> fault, std::string path)
        : m_file(text), m_fault(std::move(fault)), m_path(std::move(path)) {}
    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> into) const override {
      if (const int error = m_fault ? m_fault(offset) : 0)
        return tl::unexpected(Error{ErrorCode::ReadFailed, m_path, {}, 0, error});
      return m_file.readAt(offset, into);
    }
    Result<FileState> state() const override { return m_file.state(); }

   private:
    MemoryFile m_file;
    std::function<int(std::uint64_t)> m_fault;
    std::string m_path;
  };

  class Temporary final : public TemporaryFile {
   public:
    explicit Temporary(std::function<int(std::uint64_t)> fault) : m_fault(std::move(fault)) {}
    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> into) const override {
      if (offset >= m_text.size()) return std::size_t{0};
      return m_text.copy(into.data(), into.size(), static_cast<std::size_t>(offset));
    }
    Result<FileState> state() const override { return FileState{m_text.size(), 0, 0, 0}; }
    Result<void> append(std::string_view bytes) override {
      m_text += bytes;
      if (const int error = m_fault ? m_fault(m_text.size()) : 0)
        return tl::unexpected(Error{ErrorCode::WriteFailed, "temporary", {}, 0, error});
      return {};
    }

   private:
    std::function<int(std::uint64_t)> m_fault;
    std::string m_text;
  };

  class Output final : public OutputFile {
   public:
    Output(MemoryFiles& files, std::string path) : m_files(files), m_path(std::move(path)) {}
    Result<void> write(std::string_view bytes) override {
      m_text += bytes;
      if (const int error = m_files.writeFault ? m_files.writeFault(m_text.size()) : 0)
        return tl::unexpected(Error{ErrorCode::WriteFailed, m_path, {}, 0, error});
      return {};
    }
    Result<void> commit() override {
      m_files.files[m_path] = m_text;
      m_files.committed = true;
      return {};
    }

   private:
    MemoryFiles& m_files;
    std::string m_path, m_text;
  };
};

}  // namespace undelivered::test
