// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/figures.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

namespace undelivered::guard {
namespace {

std::string text(const simdjson::dom::element& root, std::string_view key) {
  std::string_view value;
  return root[key].get_string().get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

/// Flags and versions hold neither control characters nor anything else that would need more than this.
std::string jsonText(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string Build::fileName() const {
  std::string name = compiler + "-" + architecture + "-" + simd + ".json";
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return name;
}

std::string toJson(const Record& record) {
  std::string json = fmt::format(
      "{{\n  \"compiler\": {},\n  \"architecture\": {},\n  \"simd\": {},\n  \"flags\": {},\n  \"valgrind\": {},\n"
      "  \"instructions\": {{",
      jsonText(record.build.compiler), jsonText(record.build.architecture), jsonText(record.build.simd),
      jsonText(record.build.flags), jsonText(record.valgrind));
  bool first = true;
  for (const auto& [operation, count] : record.instructions) {
    json += fmt::format("{}\n    {}: {:.{}f}", first ? "" : ",", jsonText(operation), count, count < 100 ? 2 : 0);
    first = false;
  }
  return json + "\n  }\n}\n";
}

tl::expected<Record, std::string> recordFromJson(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (const auto error = parser.parse(json.data(), json.size()).get(root); error != simdjson::SUCCESS)
    return tl::unexpected(fmt::format("not JSON: {}", simdjson::error_message(error)));
  Record record;
  record.build = {text(root, "compiler"), text(root, "architecture"), text(root, "simd"), text(root, "flags")};
  record.valgrind = text(root, "valgrind");
  simdjson::dom::object instructions;
  if (root["instructions"].get_object().get(instructions) != simdjson::SUCCESS)
    return tl::unexpected(std::string("no object \"instructions\""));
  for (const auto& [operation, value] : instructions) {
    double count = 0;
    if (value.get_double().get(count) != simdjson::SUCCESS || !(count > 0))
      return tl::unexpected(fmt::format("{}: not a positive number", operation));
    record.instructions[std::string(operation)] = count;
  }
  return record;
}

std::string Finding::text() const {
  const double percent = recorded > 0 ? (measured / recorded - 1) * 100 : 0;
  switch (kind) {
    case Kind::Grown:
      return fmt::format("{}: {:.4g} instructions a record, {:+.1f} % against the recorded {:.4g}", operation, measured,
                         percent, recorded);
    case Kind::Shrunk:
      return fmt::format("{}: {:.4g} instructions a record, {:+.1f} % against the recorded {:.4g}: record it anew",
                         operation, measured, percent, recorded);
    case Kind::NotRecorded:
      return fmt::format("{}: {:.4g} instructions a record, and none are recorded", operation, measured);
    case Kind::NotMeasured:
      return fmt::format("{}: recorded, but not measured any more", operation);
  }
  return {};
}

std::vector<Finding> compare(const Instructions& recorded, const Instructions& measured, double tolerance) {
  std::vector<Finding> findings;
  for (const auto& [operation, now] : measured) {
    const auto found = recorded.find(operation);
    if (found == recorded.end()) {
      findings.push_back({Finding::Kind::NotRecorded, operation, 0, now});
      continue;
    }
    const double before = found->second;
    if (now > before * (1 + tolerance)) findings.push_back({Finding::Kind::Grown, operation, before, now});
    if (now < before * (1 - tolerance)) findings.push_back({Finding::Kind::Shrunk, operation, before, now});
  }
  for (const auto& [operation, before] : recorded) {
    if (!measured.contains(operation)) findings.push_back({Finding::Kind::NotMeasured, operation, before, 0});
  }
  return findings;
}

Middle middleOf(const std::vector<Instructions>& runs) {
  std::map<std::string, std::vector<double>> counts;
  for (const Instructions& run : runs) {
    for (const auto& [operation, count] : run) counts[operation].push_back(count);
  }
  Middle middle;
  for (auto& [operation, all] : counts) {
    std::sort(all.begin(), all.end());
    middle.instructions[operation] = all[all.size() / 2];
    middle.spread = std::max(middle.spread, (all.back() - all.front()) / all.front());
  }
  return middle;
}

}  // namespace undelivered::guard
