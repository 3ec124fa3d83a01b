// SPDX-License-Identifier: GPL-3.0-or-later
// Compares our reading of regular delimited text with that of Python's csv module, an independent implementation.
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "data/random.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/temporary_folder.h"

extern char** environ;

namespace undelivered {
namespace {

namespace fs = std::filesystem;
using Rows = std::vector<std::vector<std::string>>;

/// For each three arguments (log, output, delimiter): every cell as hexadecimal digits, cells separated by blanks, one
/// record a line, the line that the record starts on before them.
constexpr const char* kOracle = R"py(
import csv, sys
csv.field_size_limit(1 << 30)
for path, target, delimiter in zip(*[iter(sys.argv[1:])] * 3):
    with open(path, newline='', encoding='utf-8-sig') as log, open(target, 'w') as out:
        reader = csv.reader(log, delimiter=delimiter, doublequote=True, strict=True)
        start = 1
        for row in reader:
            if row:
                out.write(' '.join('x' + cell.encode().hex() for cell in [str(start)] + row) + '\n')
            start = reader.line_num + 1
)py";

/// A log's text, and what to call it when it fails.
struct Case {
  std::string text;
  char delimiter = ',';
  std::string about;
};

bool run(const std::vector<std::string>& arguments) {
  std::vector<char*> words;
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  pid_t child = 0;
  if (posix_spawnp(&child, words.front(), nullptr, nullptr, words.data(), environ) != 0) return false;
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string fromHex(const std::string& digits) {
  std::string text;
  for (std::size_t i = 1; i + 1 < digits.size(); i += 2) {
    text += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  }
  return text;
}

struct Shape {
  char delimiter = ',';
  const char* lineEnd = "\n";
  bool byteOrderMark = false;
  bool endsWithLineEnd = true;
  std::uint32_t quoteChance = 300;  ///< per mille of cells that are quoted without need
};

/// A cell of pieces that go wrong in careless readers.
std::string nastyCell(samples::Random& random, const Shape& shape) {
  const std::vector<std::string> pieces{"a",
                                        "ü",
                                        "€",
                                        "𝄞",
                                        " ",
                                        "  ",
                                        "\"",
                                        "\"\"",
                                        "\n",
                                        "\r\n",
                                        "\r",
                                        std::string(1, shape.delimiter),
                                        ",",
                                        ";",
                                        "\t",
                                        "|",
                                        "\",\"",
                                        "\";\"",
                                        "\"\n\"",
                                        "=1+1",
                                        "'",
                                        "\\",
                                        "\\\"",
                                        "x\"y",
                                        "#",
                                        "sep=;",
                                        "NULL",
                                        "smtp; 550 5.1.1",
                                        std::string(70, 'z'),
                                        std::string(60, '"'),
                                        "\xC2\xA0",
                                        "0049",
                                        "12,5"};
  std::string cell;
  for (int n = random.between(0, 5); n > 0; --n) cell += random.pick(pieces);
  if (random.perMille(10)) cell += std::string(static_cast<std::size_t>(random.between(1000, 9000)), 'L');
  return cell;
}

std::string written(const std::string& cell, samples::Random& random, const Shape& shape) {
  const bool needed = cell.find_first_of(std::string("\"\r\n") + shape.delimiter) != std::string::npos;
  if (!needed && !random.perMille(shape.quoteChance)) return cell;
  std::string text = "\"";
  for (char c : cell) text.append(c == '"' ? 2 : 1, c);
  return text + "\"";
}

/// A log with a header, so that it is recognised, and columns of nasty cells around those that are needed.
std::string randomLog(samples::Random& random, const Shape& shape, int records) {
  const int extra = random.between(1, 6);
  std::string text = shape.byteOrderMark ? "\xEF\xBB\xBF" : "";
  const auto line = [&](std::vector<std::string> cells, bool last) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text += shape.delimiter;
      text += written(cells[i], random, shape);
    }
    if (!last || shape.endsWithLineEnd) text += shape.lineEnd;
  };
  std::vector<std::string> header{"time", "status", "reasoncode", "recipient"};
  for (int i = 0; i < extra; ++i) header.push_back("note " + std::to_string(i + 1));
  line(header, false);
  for (int i = 0; i < records; ++i) {
    std::vector<std::string> cells{"2025-03-04T08:15:30Z", "failed", "EXPIRED", std::to_string(i)};
    for (int k = 0; k < extra; ++k) cells.push_back(nastyCell(random, shape));
    line(cells, i + 1 == records);
  }
  return text;
}

class CsvOracle : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(run({"python3", "-c", "import csv"})) << "python3 is not installed"; }

  static Rows readOracle(const fs::path& out) {
    Rows rows;
    std::ifstream in(out);
    for (std::string line; std::getline(in, line);) {
      std::vector<std::string>& cells = rows.emplace_back();
      for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        cells.push_back(fromHex(line.substr(at, end - at)));
        at = end + 1;
      }
    }
    if (!rows.empty()) rows.erase(rows.begin());  // the header
    return rows;
  }

  Rows byUs(const fs::path& log, std::size_t blockBytes) {
    LoadRequest request;
    request.paths = {log};
    request.blockBytes = blockBytes;
    const auto loaded = loadLog(request);
    if (!loaded) {
      ADD_FAILURE() << loaded.error().subject << " " << loaded.error().detail;
      return {};
    }
    EXPECT_EQ((*loaded)->report().total(), 0u) << "issues in regular text";
    Rows rows;
    RecordReader reader(*loaded);
    for (std::uint32_t i = 0; i < (*loaded)->recordCount(); ++i) {
      const auto record = reader.read(RowId{i});
      if (!record) {
        ADD_FAILURE() << "row " << i << ": " << record.error().detail;
        return rows;
      }
      std::vector<std::string>& cells = rows.emplace_back();
      cells.push_back(std::to_string(record->line));
      for (const auto& [column, text] : record->fields) cells.push_back(text);
    }
    return rows;
  }

  fs::path log(std::size_t number) const { return m_folder / ("log-" + std::to_string(number) + ".csv"); }

  void compareOne(const fs::path& path, const Case& about) {
    const Rows theirs = readOracle(path.string() + ".cells");
    ASSERT_FALSE(theirs.empty());
    for (std::size_t blockBytes : {std::size_t{4096}, std::size_t{1} << 20}) {
      const Rows ours = byUs(path, blockBytes);
      ASSERT_EQ(ours.size(), theirs.size()) << about.about << ", blocks of " << blockBytes;
      for (std::size_t i = 0; i < ours.size(); ++i) {
        ASSERT_EQ(ours[i], theirs[i]) << about.about << ", blocks of " << blockBytes << ", record " << i;
      }
    }
  }

  /// One run of Python for all of them: starting it takes longer than the rest.
  void compare(const std::vector<Case>& cases) {
    std::vector<std::string> arguments{"python3", "-c", kOracle};
    for (std::size_t i = 0; i < cases.size(); ++i) {
      std::ofstream out(log(i), std::ios::binary);
      out.write(cases[i].text.data(), static_cast<std::streamsize>(cases[i].text.size()));
      arguments.insert(arguments.end(), {log(i), log(i).string() + ".cells", std::string(1, cases[i].delimiter)});
    }
    ASSERT_TRUE(run(arguments));
    for (std::size_t i = 0; i < cases.size(); ++i) ASSERT_NO_FATAL_FAILURE(compareOne(log(i), cases[i]));
  }

  test::TemporaryFolder m_folder;
};

TEST_F(CsvOracle, RandomRegularLogsHaveTheSameCells) {
  samples::Random random(4180);
  std::vector<Case> cases;
  for (int round = 0; round < 40; ++round) {
    Shape shape;
    shape.delimiter = random.pick(std::string(",;\t|"));
    shape.lineEnd = random.perMille(500) ? "\r\n" : "\n";
    shape.byteOrderMark = random.perMille(300);
    shape.endsWithLineEnd = random.perMille(700);
    shape.quoteChance = random.perMille(250) ? 1000 : random.below(600);
    const std::string text = randomLog(random, shape, random.between(1, 400));
    cases.push_back({text, shape.delimiter, "round " + std::to_string(round)});
  }
  compare(cases);
}

TEST_F(CsvOracle, RecordsLongerThanABlockHaveTheSameCells) {
  std::string text = "time;status;reasoncode;note\n";
  for (int i = 0; i < 20; ++i) {
    std::string note;
    for (int k = 0; k < 3000 * (i % 4); ++k)
      note += k % 7 == 0 ? "\"\"" : k % 11 == 0 ? "\r\n" : k % 5 == 0 ? ";" : "x";
    text += "2025-03-04;failed;EXPIRED;\"" + note + "\"\n";
  }
  compare({{text, ';', "long records"}});
}

TEST_F(CsvOracle, LogsOfTheBenchmarkHaveTheSameCells) {
  std::string text = "time,status,reasoncode,note\r\n";
  for (int i = 0; i < 5000; ++i) {
    text += "2025-03-04T08:15:30Z,failed,EXPIRED,\"smtp; 550, id \"\"" + std::to_string(i) +
            (i % 100 ? "\"\"\"" : "\"\"\n\"") + "\r\n";
  }
  compare({{text, ',', "benchmark"}});
}

}  // namespace
}  // namespace undelivered
