// SPDX-License-Identifier: GPL-3.0-or-later
// Files of POSIX systems: the only place that includes a system header.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <mutex>

#include "base/random_access_file.h"

namespace undelivered {
namespace {

tl::unexpected<Error> systemFailure(ErrorCode otherwise, const std::filesystem::path& path, int error) {
  ErrorCode code = otherwise;
  if (error == ENOENT || error == ENOTDIR)
    code = otherwise == ErrorCode::WriteFailed ? otherwise : ErrorCode::FileNotFound;
  if (error == EACCES || error == EPERM) code = ErrorCode::PermissionDenied;
  if (error == EMFILE || error == ENFILE) code = ErrorCode::TooManyFiles;
  // A server (NFS) does not know the open file any more: it was removed there, or another one has taken its place.
  if (error == ESTALE && otherwise == ErrorCode::ReadFailed) code = ErrorCode::FileReplaced;
  return tl::unexpected(Error{code, path.string(), {}, 0, error});
}

/// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : m_fd(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return m_fd; }
  void reset(int fd) {
    close();
    m_fd = fd;
  }
  int close() {
    const int result = m_fd >= 0 ? ::close(m_fd) : 0;
    m_fd = -1;
    return result;
  }

 private:
  int m_fd;
};

/// Calls again what a signal has interrupted; slow file systems (network, FUSE) let that happen to any call.
template <class Call>
auto uninterrupted(const Call& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

Result<void> writeAll(int fd, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = uninterrupted([&] { return ::write(fd, bytes.data(), bytes.size()); });
    if (written < 0) return systemFailure(ErrorCode::WriteFailed, path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<std::size_t> readAllAt(int fd, std::uint64_t offset, std::span<char> into, const std::filesystem::path& path) {
  std::size_t done = 0;
  while (done < into.size()) {
    const ssize_t read = uninterrupted(
        [&] { return ::pread(fd, into.data() + done, into.size() - done, static_cast<off_t>(offset + done)); });
    if (read < 0) return systemFailure(ErrorCode::ReadFailed, path, errno);
    if (read == 0) break;
    done += static_cast<std::size_t>(read);
  }
  return done;
}

FileState stateOf(const struct stat& info) {
  return FileState{static_cast<std::uint64_t>(info.st_size),
                   static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec,
                   static_cast<std::uint64_t>(info.st_dev), static_cast<std::uint64_t>(info.st_ino)};
}

Result<FileState> stateOf(int fd, const std::filesystem::path& path) {
  struct stat info {};
  if (uninterrupted([&] { return ::fstat(fd, &info); }) != 0) return systemFailure(ErrorCode::ReadFailed, path, errno);
  return stateOf(info);
}

class PosixFile final : public RandomAccessFile {
 public:
  PosixFile(int fd, std::filesystem::path path) : m_file(fd), m_path(std::move(path)) {}

  Result<std::size_t> readAt(std::uint64_t offset, std::span<char> into) const override {
    return readAllAt(m_file.get(), offset, into, m_path);
  }
  Result<FileState> state() const override { return stateOf(m_file.get(), m_path); }
  std::optional<FileState> stateByName() const override {
    struct stat info {};
    if (uninterrupted([&] { return ::stat(m_path.c_str(), &info); }) != 0) return std::nullopt;
    return stateOf(info);
  }

 private:
  Descriptor m_file;
  std::filesystem::path m_path;
};

/// How much may be written to a file's disk, at most `wanted`, that leaves it a twentieth or 512 MiB, what is less.
std::uint64_t spareBytes(int fd, std::uint64_t wanted) {
  constexpr std::uint64_t kKept = std::uint64_t{512} << 20;
  struct statvfs disk {};
  // Where nobody knows, the write itself tells.
  if (uninterrupted([&] { return ::fstatvfs(fd, &disk); }) != 0 || disk.f_blocks == 0) return wanted;
  const std::uint64_t free = std::uint64_t{disk.f_bavail} * disk.f_frsize;
  const std::uint64_t kept = std::min(kKept, std::uint64_t{disk.f_blocks} * disk.f_frsize / 20);
  return free <= kept ? 0 : std::min(wanted, free - kept);
}

/// Whether a folder lies in memory, as /tmp does on many systems: what is put there so as not to be in memory would be.
bool isInMemory(const char* folder) {
#ifdef __linux__
  constexpr auto kTmpfs = 0x01021994, kRamfs = static_cast<int>(0x858458F6);  // statfs(2)
  struct statfs info {};
  if (::statfs(folder, &info) != 0) return false;
  return static_cast<int>(info.f_type) == kTmpfs || static_cast<int>(info.f_type) == kRamfs;
#else
  return static_cast<void>(folder), false;
#endif
}

/// TMPDIR as the user wants it; else /var/tmp, which is a place for large files (file-hierarchy(7)), else /tmp.
std::filesystem::path temporaryFolder() {
  const auto usable = [](const char* folder) { return ::access(folder, W_OK | X_OK) == 0; };
  if (const char* wanted = std::getenv("TMPDIR"); wanted && *wanted) return wanted;
  for (const char* folder : {"/var/tmp", "/tmp"}) {
    if (usable(folder) && !isInMemory(folder)) return folder;
  }
  return usable("/var/tmp") ? "/var/tmp" : "/tmp";
}

class PosixTemporaryFile final : public FileSystem::TemporaryFile {
 public:
  PosixTemporaryFile(int fd, std::filesystem::path folder) : m_file(fd), m_folder(std::move(folder)) {}

  Result<std::size_t> readAt(std::uint64_t offset, std::span<char> into) const override {
    return readAllAt(m_file.get(), offset, into, m_folder);
  }
  Result<FileState> state() const override { return stateOf(m_file.get(), m_folder); }
  Result<void> append(std::string_view bytes) override {
    if (!hasRoomFor(bytes.size())) return systemFailure(ErrorCode::WriteFailed, m_folder, ENOSPC);
    return writeAll(m_file.get(), bytes, m_folder);
  }

 private:
  /// A few kilobytes may unpack to any size: a disk is told to be full before it is, so that other programs go on.
  bool hasRoomFor(std::size_t bytes) {
    if (m_room < bytes) m_room = spareBytes(m_file.get(), std::max<std::uint64_t>(kAskedEvery, bytes));
    if (m_room < bytes) return false;
    m_room -= bytes;
    return true;
  }

  static constexpr std::uint64_t kAskedEvery = std::uint64_t{64} << 20;

  Descriptor m_file;
  std::filesystem::path m_folder;
  std::uint64_t m_room = 0;  // may be written before the disk is asked again
};

/// Writes straight to what is no regular file: a pipe, a terminal, /dev/null cannot be replaced.
class PosixDirectOutput final : public OutputFile {
 public:
  PosixDirectOutput(int fd, std::filesystem::path path) : m_file(fd), m_path(std::move(path)) {}

  Result<void> write(std::string_view bytes) override { return writeAll(m_file.get(), bytes, m_path); }
  Result<void> commit() override {
    if (m_file.close() != 0) return systemFailure(ErrorCode::WriteFailed, m_path, errno);
    return {};
  }

 private:
  Descriptor m_file;
  std::filesystem::path m_path;
};

/// Writes beside the target and takes its place at the end.
class PosixOutput final : public OutputFile {
 public:
  PosixOutput(int fd, std::string temporary, std::filesystem::path target)
      : m_file(fd), m_temporary(std::move(temporary)), m_target(std::move(target)) {}
  ~PosixOutput() override { discard(); }

  Result<void> write(std::string_view bytes) override {
    if (m_file.get() < 0) return systemFailure(ErrorCode::WriteFailed, m_target, EBADF);
    auto written = writeAll(m_file.get(), bytes, m_target);
    if (!written) discard();
    return written;
  }

  Result<void> commit() override {
    if (m_file.get() < 0) return systemFailure(ErrorCode::WriteFailed, m_target, EBADF);
    const bool flushed = uninterrupted([&] { return ::fsync(m_file.get()); }) == 0;
    const int flushError = errno;
    const bool closed = m_file.close() == 0;
    const int closeError = errno;
    if (!flushed || !closed || ::rename(m_temporary.c_str(), m_target.c_str()) != 0) {
      const int error = !flushed ? flushError : !closed ? closeError : errno;
      discard();
      return systemFailure(ErrorCode::WriteFailed, m_target, error);
    }
    m_temporary.clear();
    // The new name is safe against a power cut once the folder is on the disk too; the data is there already.
    const auto parent = m_target.has_parent_path() ? m_target.parent_path() : std::filesystem::path(".");
    const Descriptor folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0) ::fsync(folder.get());
    return {};
  }

 private:
  void discard() {
    m_file.close();
    if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
    m_temporary.clear();
  }

  Descriptor m_file;
  std::string m_temporary;
  std::filesystem::path m_target;
};

class PosixFiles final : public FileSystem {
 public:
  Result<std::shared_ptr<const RandomAccessFile>> open(const std::filesystem::path& path) const override {
    const int fd = uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); });
    if (fd < 0) return systemFailure(ErrorCode::ReadFailed, path, errno);
    auto file = std::make_shared<PosixFile>(fd, path);
    struct stat info {};
    if (::fstat(fd, &info) != 0) return systemFailure(ErrorCode::ReadFailed, path, errno);
    if (!S_ISREG(info.st_mode)) return failure(ErrorCode::NotAFile, path.string());
    return std::shared_ptr<const RandomAccessFile>(std::move(file));
  }

  Result<std::shared_ptr<TemporaryFile>> createTemporary() const override {
    const std::filesystem::path folder = temporaryFolder();
    int fd = -1;
#ifdef O_TMPFILE
    fd = uninterrupted([&] { return ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600); });
#endif
    if (fd < 0 && errno != EMFILE && errno != ENFILE) {
      std::string name = (folder / "undelivered-XXXXXX").string();
      fd = ::mkostemp(name.data(), O_CLOEXEC);
      if (fd >= 0) ::unlink(name.c_str());
    }
    if (fd < 0) return systemFailure(ErrorCode::WriteFailed, folder, errno);
    return std::shared_ptr<TemporaryFile>(std::make_shared<PosixTemporaryFile>(fd, folder));
  }

  Result<std::unique_ptr<OutputFile>> createOutput(const std::filesystem::path& wanted) const override {
    std::error_code ignored;
    // A link stays a link: what it points to is replaced.
    const auto resolved = std::filesystem::weakly_canonical(wanted, ignored);
    const std::filesystem::path target = resolved.empty() ? std::filesystem::absolute(wanted, ignored) : resolved;

    struct stat old {};
    const bool exists = ::stat(target.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) return systemFailure(ErrorCode::WriteFailed, target, EISDIR);
    if (exists && !S_ISREG(old.st_mode)) {
      const int fd = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
      if (fd < 0) return systemFailure(ErrorCode::WriteFailed, target, errno);
      return std::unique_ptr<OutputFile>(std::make_unique<PosixDirectOutput>(fd, target));
    }
    // Replacing a file asks for rights on its folder only; one that was made read-only is meant to stay.
    if (exists && ::access(target.c_str(), W_OK) != 0) return systemFailure(ErrorCode::WriteFailed, target, errno);

    std::string temporary = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX.part")).string();
    const int fd = ::mkostemps(temporary.data(), 5, O_CLOEXEC);
    if (fd < 0) return systemFailure(ErrorCode::WriteFailed, target, errno);
    ::fchmod(fd, exists ? old.st_mode & 07777 : 0666 & ~currentUmask());
    return std::unique_ptr<OutputFile>(std::make_unique<PosixOutput>(fd, std::move(temporary), target));
  }

 private:
  static mode_t currentUmask() {
    static std::mutex mutex;  // umask() can only be read by setting it
    const std::lock_guard lock(mutex);
    const mode_t mask = ::umask(022);
    ::umask(mask);
    return mask;
  }
};

}  // namespace

const FileSystem& systemFiles() {
  static const PosixFiles kFiles;
  return kFiles;
}

}  // namespace undelivered
