// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/process.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace undelivered::test {
namespace {

int namelessFile(const std::string& text = {}) {
  std::string name = (std::filesystem::temp_directory_path() / "undelivered-io-XXXXXX").string();
  const int fd = ::mkostemp(name.data(), O_CLOEXEC);
  if (fd < 0) throw std::runtime_error("no temporary file");
  ::unlink(name.c_str());
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t written = ::write(fd, text.data() + at, text.size() - at);
    if (written < 0) throw std::runtime_error("cannot write a temporary file");
    at += static_cast<std::size_t>(written);
  }
  ::lseek(fd, 0, SEEK_SET);
  return fd;
}

std::string contentsOf(int fd) {
  std::string text;
  char piece[65536];
  off_t at = 0;
  for (ssize_t read = 0; fd >= 0 && (read = ::pread(fd, piece, sizeof piece, at)) > 0; at += read) {
    text.append(piece, static_cast<std::size_t>(read));
  }
  return text;
}

}  // namespace

Process::Process(const ProcessSetup& setup) : m_out(namelessFile()), m_err(namelessFile()) {
  const int in = setup.inputFd >= 0 ? setup.inputFd : namelessFile(setup.input);
  m_pid = ::fork();
  if (m_pid < 0) throw std::runtime_error("cannot fork");
  if (m_pid == 0) {
    ::dup2(in, 0);
    ::dup2(setup.outputFd >= 0 ? setup.outputFd : m_out, 1);
    ::dup2(m_err, 2);
    if (!setup.folder.empty() && ::chdir(setup.folder.c_str()) != 0) ::_exit(127);
    for (const std::string& entry : setup.environment) {
      const std::size_t equals = entry.find('=');
      ::setenv(entry.substr(0, equals).c_str(), entry.substr(equals + 1).c_str(), 1);
    }
    if (setup.inChild) setup.inChild();
    std::vector<char*> arguments;
    for (const std::string& argument : setup.command) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  if (setup.inputFd < 0) ::close(in);
}

Process::~Process() {
  if (!m_end) signal(SIGKILL), wait();
  ::close(m_out);
  ::close(m_err);
}

void Process::signal(int number) const {
  if (!m_end) ::kill(m_pid, number);
}

ProcessEnd Process::wait(std::chrono::seconds limit) {
  if (m_end) return *m_end;
  ProcessEnd end;
  int status = 0;
  const bool ended = eventually([&] { return ::waitpid(m_pid, &status, WNOHANG) == m_pid; }, limit);
  if (!ended) {
    end.timedOut = true;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, &status, 0);
  }
  if (WIFEXITED(status)) end.exitCode = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  end.out = contentsOf(m_out);
  end.err = contentsOf(m_err);
  m_end = end;
  return end;
}

std::string Process::outputSoFar() const { return contentsOf(m_out); }
std::string Process::errorsSoFar() const { return contentsOf(m_err); }

ProcessSetup asOrdinaryUser(ProcessSetup setup) {
  setup.inChild = [before = setup.inChild] {
    if (before) before();
    // Root starts a program with all rights that are left in this set.
    for (int right : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH}) ::prctl(PR_CAPBSET_DROP, right, 0, 0, 0);
  };
  return setup;
}

bool eventually(const std::function<bool()>& what, std::chrono::seconds limit) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  for (std::chrono::milliseconds pause{1};; pause = std::min(2 * pause, std::chrono::milliseconds{20})) {
    if (what()) return true;
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace undelivered::test
