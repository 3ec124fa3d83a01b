// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/launcher.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>

extern char** environ;

namespace undelivered::bench {
namespace {

constexpr std::size_t kMaxMessage = 16384;

struct Answer {
  bool done = false;
  Launcher::Run run;
};

Answer start(char** words) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const auto begin = std::chrono::steady_clock::now();
  const int error = posix_spawnp(&child, words[0], &actions, nullptr, words, environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage usage{};
  if (error != 0 || ::wait4(child, &status, 0, &usage) != child) return {};
  Answer answer;
  answer.done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  answer.run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  answer.run.peakBytes = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
  return answer;
}

/// A message is the words of a command, each with its zero.
[[noreturn]] void serve(int socket) {
  std::array<char, kMaxMessage> message;
  for (;;) {
    const ssize_t size = ::recv(socket, message.data(), message.size(), 0);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) ::_exit(0);
    std::vector<char*> words;
    for (char* word = message.data(); word < message.data() + size; word += std::string_view(word).size() + 1)
      words.push_back(word);
    words.push_back(nullptr);
    const Answer answer = start(words.data());
    if (::send(socket, &answer, sizeof answer, MSG_NOSIGNAL) != sizeof answer) ::_exit(1);
  }
}

}  // namespace

Launcher::Launcher() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) return;
  m_child = ::fork();
  if (m_child == 0) {
    ::close(ends[0]);
    serve(ends[1]);
  }
  ::close(ends[1]);
  m_socket = ends[0];
}

Launcher::~Launcher() {
  if (m_socket >= 0) ::close(m_socket);
  if (m_child > 0) ::waitpid(m_child, nullptr, 0);
}

std::optional<Launcher::Run> Launcher::run(const std::vector<std::string>& arguments) const {
  std::string message;
  for (const std::string& argument : arguments) message.append(argument.c_str(), argument.size() + 1);
  Answer answer;
  if (message.size() > kMaxMessage) return std::nullopt;
  if (::send(m_socket, message.data(), message.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(message.size()))
    return std::nullopt;
  if (::recv(m_socket, &answer, sizeof answer, 0) != sizeof answer || !answer.done) return std::nullopt;
  return answer.run;
}

}  // namespace undelivered::bench
