// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "base/input_stream.h"

namespace undelivered {
namespace {

constexpr int kPatienceMs = 20;  // how soon a wish to stop is noticed

class PosixStream final : public InputStream {
 public:
  PosixStream(int descriptor, std::string name) : m_descriptor(descriptor), m_name(std::move(name)) {}
  ~PosixStream() override {
    if (m_descriptor != STDIN_FILENO) ::close(m_descriptor);
  }
  PosixStream(const PosixStream&) = delete;
  PosixStream& operator=(const PosixStream&) = delete;

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override {
    while (!stop.stop_requested()) {
      pollfd waiting{m_descriptor, POLLIN, 0};
      const int ready = ::poll(&waiting, 1, kPatienceMs);
      if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
      const ssize_t read = ready < 0 ? -1 : ::read(m_descriptor, into.data(), into.size());
      if (read >= 0) return static_cast<std::size_t>(read);
      if (errno != EINTR && errno != EAGAIN) return tl::unexpected(Error{ErrorCode::ReadFailed, m_name, {}, 0, errno});
    }
    return cancelled();
  }

 private:
  int m_descriptor;
  std::string m_name;
};

}  // namespace

Result<std::unique_ptr<InputStream>> openStream(const std::filesystem::path& path) {
  if (path == "-") return std::make_unique<PosixStream>(STDIN_FILENO, "-");
  // To open a pipe that nobody writes to yet would wait for the writer, deaf to any wish to stop.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (descriptor >= 0) return std::make_unique<PosixStream>(descriptor, path.string());
  const ErrorCode code = errno == EACCES   ? ErrorCode::PermissionDenied
                         : errno == ENOENT ? ErrorCode::FileNotFound
                                           : ErrorCode::ReadFailed;
  return tl::unexpected(Error{code, path.string(), {}, 0, errno});
}

}  // namespace undelivered
