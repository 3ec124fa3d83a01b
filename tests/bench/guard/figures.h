// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace undelivered::guard {

/// Instructions for each record, by operation.
using Instructions = std::map<std::string, double>;

/// How a program was built and what it runs on, as far as its counts depend on it.
struct Build {
  std::string compiler, architecture;  ///< "gcc-12", "x86_64"
  std::string simd;                    ///< what run-time dispatch chooses under valgrind, "AVX2"
  std::string flags;                   ///< "-O3 -DNDEBUG"

  bool operator==(const Build&) const = default;
  /// Of the file with the counts: "gcc-12-x86_64-avx2.json".
  std::string fileName() const;
};

/// What was measured once and holds from then on.
struct Record {
  Build build;
  std::string valgrind;  ///< its version
  Instructions instructions;
};

std::string toJson(const Record& record);
/// The error is a sentence.
tl::expected<Record, std::string> recordFromJson(std::string_view json);

struct Finding {
  enum class Kind {
    Grown,
    Shrunk,
    NotRecorded,  ///< measured, but not in the record
    NotMeasured,  ///< in the record, but not measured
  };
  Kind kind;
  std::string operation;
  double recorded = 0, measured = 0;

  /// Getting faster is no failure; the record should follow it all the same, or later growth hides behind it.
  bool fails() const { return kind != Kind::Shrunk; }
  std::string text() const;
};

/// What differs by more than `tolerance` (0.1: a tenth), in the order of the names.
std::vector<Finding> compare(const Instructions& recorded, const Instructions& measured, double tolerance);

/// Of several measurements: the middle one of each operation, and the greatest relative difference within one.
struct Middle {
  Instructions instructions;
  double spread = 0;
};
Middle middleOf(const std::vector<Instructions>& runs);

}  // namespace undelivered::guard
