// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <vector>

#include "base/memory_file.h"
#include "input/record_parser.h"

namespace undelivered::test {

/// A record as a parser handed it on, kept.
struct Seen {
  std::uint64_t offset = 0;
  std::uint64_t line = 0;  ///< 0: the line that the data starts in
  std::uint16_t part = 0;
  std::array<std::string, kFieldCount> values;

  bool operator==(const Seen&) const = default;
  std::string operator[](Field field) const { return values[static_cast<std::size_t>(field)]; }
  friend void PrintTo(const Seen& seen, std::ostream* out) {
    *out << "@" << seen.offset << " line " << seen.line << " part " << seen.part;
    for (const std::string& value : seen.values) *out << " [" << value << "]";
  }
};

struct SeenIssue {
  IssueKind kind{};
  std::uint64_t line = 0;
  std::string detail;

  bool operator==(const SeenIssue&) const = default;
  friend void PrintTo(const SeenIssue& issue, std::ostream* out) {
    *out << static_cast<int>(issue.kind) << " line " << issue.line << " [" << issue.detail << "]";
  }
};

class CollectingSink : public RecordSink {
 public:
  bool record(const RecordView& view) override {
    if (view.kindDeferred) view.originalLine->readKind();
    Seen seen{view.offset, m_lineBase + view.line, view.part, {}};
    for (std::size_t i = 0; i < kFieldCount; ++i) seen.values[i] = view.values[i];
    records.push_back(std::move(seen));
    return true;
  }
  void issue(IssueKind kind, std::uint32_t line, std::string_view detail) override {
    issues.push_back({kind, m_lineBase + line, std::string(detail)});
  }
  void advance(std::uint32_t lines) { m_lineBase += lines; }

  std::vector<Seen> records;
  std::vector<SeenIssue> issues;

 private:
  std::uint64_t m_lineBase = 0;
};

/// Parses a whole text in blocks of that size, each from where the last one ended.
template <class Sink = CollectingSink>
Sink parseInBlocks(RecordParser& parser, const std::string& text, std::uint64_t dataOffset, std::uint64_t blockBytes) {
  const MemoryFile file(text);
  Sink sink;
  Block block;
  std::uint64_t at = dataOffset;
  while (at < text.size()) {
    const std::uint64_t end = std::min<std::uint64_t>((at / blockBytes + 1) * blockBytes, text.size());
    if (!block.load(file, at, static_cast<std::size_t>(end - at), text.size())) break;
    const auto parsed = parser.parse(block, at, end, sink);
    if (!parsed || parsed->end <= at) break;
    sink.advance(parsed->lines);
    at = parsed->end;
  }
  return sink;
}

}  // namespace undelivered::test
