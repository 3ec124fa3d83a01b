// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "data/bulk_log.h"
#include "data/samples.h"

namespace {

using namespace undelivered::samples;

bool writeAll(const std::map<std::string, std::string>& files, const std::filesystem::path& folder) {
  for (const auto& [name, text] : files) {
    const std::filesystem::path path = folder / name;
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    std::ofstream out(path, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out.flush()) {
      fmt::print(stderr, "undelivered_generate: cannot write {}: {}\n", path.string(), std::strerror(errno));
      return false;
    }
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Makes synthetic delivery logs: the sample set, or one long log for measuring");
  std::string samplesFolder, expectedFolder, output;
  std::uint64_t rows = 0, seed = kSampleSeed;
  std::string kind = "reference";
  const std::map<std::string, BulkKind> kinds{{"reference", BulkKind::Reference},
                                              {"failures", BulkKind::Failures},
                                              {"shuffled", BulkKind::Shuffled},
                                              {"events", BulkKind::Events},
                                              {"receipts", BulkKind::Receipts}};
  app.add_option("--samples", samplesFolder, "write the sample logs into this folder");
  app.add_option("--expected", expectedFolder, "write what reading the samples has to give into this folder");
  app.add_option("--rows", rows, "records of a long log");
  app.add_option("--kind", kind, "of the long log: reference, failures, shuffled, events");
  app.add_option("-o,--output", output, "the long log's file");
  app.add_option("--seed", seed, "another seed, another log")->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  if (!samplesFolder.empty() || !expectedFolder.empty()) {
    const SampleSet set = makeSamples(seed);
    if (!samplesFolder.empty() && !writeAll(set.logs, samplesFolder)) return 4;
    if (!expectedFolder.empty() && !writeAll(set.expectations, expectedFolder)) return 4;
  }
  if (rows > 0 && (output.empty() || !kinds.contains(kind))) {
    fmt::print(stderr, "undelivered_generate: --rows needs --output and one of the kinds\n");
    return 2;
  }
  if (rows > 0 && !writeBulkLog(output, rows, kinds.at(kind), seed)) {
    fmt::print(stderr, "undelivered_generate: cannot write {}: {}\n", output, std::strerror(errno));
    return 4;
  }
  return 0;
}
