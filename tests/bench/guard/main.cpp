// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "bench/guard/callgrind.h"
#include "bench/guard/figures.h"
#include "bench/guard/operations.h"
#include "support/temporary_folder.h"

namespace {

using namespace undelivered;
using namespace undelivered::guard;
namespace fs = std::filesystem;

constexpr int kDone = 0, kGrown = 1, kFailed = 3, kSkipped = 77;
constexpr double kTolerance = 0.1, kMostSpread = 0.01;
constexpr int kRecordRuns = 3;

int skip(const std::string& why) {
  fmt::print("skipped: {}\n", why);
  return kSkipped;
}
int fail(const std::string& why) {
  fmt::print(stderr, "undelivered_guard: {}\n", why);
  return kFailed;
}

struct Measured {
  std::string simd;
  Instructions instructions;
};

/// Measures in a process of its own below valgrind: this program again.
tl::expected<Measured, std::string> measure(const fs::path& folder) {
  const auto run = runCallgrind({fs::read_symlink("/proc/self/exe").string(), "--measure"}, folder);
  if (!run) return tl::unexpected(run.error());
  Measured measured;
  std::istringstream in(run->output);
  std::getline(in, measured.simd);
  for (std::string line; std::getline(in, line);) {
    const auto space = line.rfind(' ');
    const std::string name = line.substr(0, space);
    const auto counted = run->counts.find(name);
    if (space == std::string::npos || counted == run->counts.end())
      return tl::unexpected("valgrind counted nothing for: " + line);
    measured.instructions[name] = static_cast<double>(counted->second) / std::stod(line.substr(space));
  }
  if (measured.instructions.empty()) return tl::unexpected(std::string("nothing was measured"));
  return measured;
}

void print(const Instructions& instructions) {
  for (const auto& [operation, count] : instructions) fmt::print("{:<28} {:>12.1f}\n", operation, count);
}

Build buildOf(const std::string& simd) {
  return {UNDELIVERED_COMPILER, UNDELIVERED_ARCHITECTURE, simd, UNDELIVERED_FLAGS};
}

int record(const fs::path& logs, const fs::path& folder) {
  std::vector<Instructions> runs;
  std::string simd;
  for (int i = 0; i < kRecordRuns; ++i) {
    const auto measured = measure(logs);
    if (!measured) return fail(measured.error());
    runs.push_back(measured->instructions);
    simd = measured->simd;
  }
  const Middle middle = middleOf(runs);
  print(middle.instructions);
  fmt::print("{} runs differ by {:.4f} % at most\n", kRecordRuns, middle.spread * 100);
  if (middle.spread > kMostSpread) return fail("that is too much to hold anything against");
  const Record made{buildOf(simd), valgrindVersion(), middle.instructions};
  const fs::path path = folder / made.build.fileName();
  std::ofstream out(path, std::ios::binary);
  if (!(out << toJson(made)).flush()) return fail("cannot write " + path.string());
  fmt::print("recorded in {}\n", path.string());
  return kDone;
}

/// Compares with the record of this build, if there is one.
int check(const Measured& measured, const fs::path& folder) {
  const Build build = buildOf(measured.simd);
  const fs::path path = folder / build.fileName();
  if (!fs::exists(path))
    return skip(fmt::format("nothing is recorded for this compiler and processor; ./dev guard --record makes {}",
                            path.string()));
  const auto recorded = recordFromJson(test::readFile(path));
  if (!recorded) return fail(path.string() + ": " + recorded.error());
  if (recorded->build != build)
    return skip(
        fmt::format("recorded for the flags \"{}\", this was built with \"{}\"; presets release and ci have them",
                    recorded->build.flags, build.flags));

  bool failed = false;
  for (const Finding& finding : compare(recorded->instructions, measured.instructions, kTolerance)) {
    fmt::print("{} {}\n", finding.fails() ? "FAILED" : "note: ", finding.text());
    failed |= finding.fails();
  }
  if (failed) fmt::print("If that is meant to be so: ./dev guard --record, and commit the file with its cause.\n");
  fmt::print("{} operations compared with {}\n", measured.instructions.size(), path.filename().string());
  return failed ? kGrown : kDone;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Counts instructions for each record and fails when they have grown by more than a tenth");
  bool recording = false, measuring = false, printing = false, counting = false, training = false;
  std::string folder = UNDELIVERED_SOURCE_DIR "/tests/bench/instructions";
  app.add_flag("--record", recording, "measure three times and make that the record");
  app.add_flag("--print", printing, "print the counts as well");
  app.add_flag("--counts", counting, "print the counts, compare with nothing");
  app.add_flag("--train", training, "run the operations, count nothing: for a compiler that profiles");
  app.add_option("--records", folder, "where records are");
  app.add_flag("--measure", measuring, "what valgrind runs: the operations, on the logs in this folder");
  CLI11_PARSE(app, argc, argv);

  if (measuring) {
    fmt::print("{}\n", simdTarget());
    return runOperations() ? kDone : kFailed;
  }
  const test::TemporaryFolder logs;
  if (training) {
    if (!writeLogs(logs.path())) return fail("cannot write logs into " + logs.path().string());
    fs::current_path(logs.path());
    return runOperations() ? kDone : kFailed;
  }
  if (*UNDELIVERED_SANITIZERS) return skip("sanitizers count as well; presets release and ci measure");
  if (!UNDELIVERED_CALLGRIND || valgrindVersion().empty())
    return skip("valgrind is missing, or was when this was built; install it and build again");
  if (!writeLogs(logs.path())) return fail("cannot write logs into " + logs.path().string());
  if (recording) return record(logs.path(), folder);
  const auto measured = measure(logs.path());
  if (!measured) return fail(measured.error());
  if (printing || counting) print(measured->instructions);
  return counting ? kDone : check(*measured, folder);
}
