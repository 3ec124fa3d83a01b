// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "input/delimited/recognise_delimited.h"
#include "input/encoding.h"
#include "input/json/element_split.h"
#include "input/lines/line_reader.h"
#include "input/lines/lines_parser.h"

namespace undelivered {
namespace {

constexpr std::size_t kLinesTried = 1000;
constexpr std::size_t kLeastShare = 20;  // one in so many lines is a record

struct Look {
  std::size_t lines = 0;
  std::size_t records = 0;   ///< lines with something of the kind, be it nothing that counts
  bool anyDelivery = false;  ///< one of them tells of a delivery
  bool firstIsRecord = false;
  ProviderIndex provider = kNoProvider;
};

Look lookAt(std::string_view sample, bool wholeFile, std::size_t most) {
  struct Deliveries final : RecordSink {
    bool record(const RecordView&) override { return any = true; }
    void issue(IssueKind, std::uint32_t, std::string_view) override {}
    bool any = false;
  } deliveries;
  LineReader reader([](std::string_view) { return false; });
  Look look;
  while (!sample.empty() && look.lines < most) {
    const std::size_t end = sample.find('\n');
    // The last line of a sample is a part of one; where it is the first, there is no other.
    if (end == std::string_view::npos && !wholeFile && look.lines > 0) break;
    std::string_view line = sample.substr(0, end);
    sample.remove_prefix(std::min(line.size() + 1, sample.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    ++look.lines;
    if (!reader.read(toUtf8(line), {}, deliveries)) continue;
    if (look.records++ == 0) look.provider = reader.lastProvider();
    look.firstIsRecord |= look.lines == 1;
  }
  look.anyDelivery = deliveries.any;
  return look;
}

/// Whether the text is JSON from its start on: an object, or an array. A time in brackets starts no array.
bool startsAsJson(std::string_view sample) {
  const std::size_t first = sample.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || sample[first] == '{') return true;
  if (sample[first] != '[') return false;
  const std::size_t second = sample.find_first_not_of(" \t\r\n", first + 1);
  return second == std::string_view::npos || startsText(sample, second) || sample[second] == '{' ||
         sample[second] == '[' || sample[second] == ']';
}

Recognition linesOf(const Look& look) {
  Recognition recognition;
  recognition.format = Format::Lines;
  recognition.provider = look.provider;
  return recognition;
}

}  // namespace

std::optional<Recognition> recogniseLines(std::string_view sample, bool wholeFile, const ReadOptions& options,
                                          const std::string& path) {
  if (options.delimiter || !options.columns.empty() || startsAsJson(sample)) return std::nullopt;
  const Look look = lookAt(sample, wholeFile, kLinesTried);
  if (look.records == 0 || look.records * kLeastShare < look.lines) return std::nullopt;
  // A receipt can stand in a column of a table, below a header that is none itself.
  if (!look.firstIsRecord && recogniseDelimited(sample, wholeFile, options, path)) return std::nullopt;
  return linesOf(look);
}

std::optional<Recognition> recogniseFewLines(std::string_view sample, bool wholeFile, const ReadOptions& options) {
  if (options.delimiter || !options.columns.empty()) return std::nullopt;
  const Look look = lookAt(sample, wholeFile, sample.size());
  return look.anyDelivery ? std::optional(linesOf(look)) : std::nullopt;
}

}  // namespace undelivered
