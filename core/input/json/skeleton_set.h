// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "input/json/json_scan.h"

namespace undelivered {

/// What objects look like but for their values: what stands between those, byte for byte. Objects that begin alike
/// share what they have in common, as a tree, so that many can be told apart in one pass. One for each thread.
class SkeletonSet {
 public:
  enum class ValueKind : std::uint8_t {
    Text,     ///< between quotes that belong to what stands around it
    Number,   ///< of a usual form (scanNumber())
    Boolean,  ///< true or false
    End,      ///< no value: the object ends
  };
  /// What stands before a value, and the value.
  struct Step {
    std::string_view literal;
    ValueKind kind = ValueKind::End;
    std::uint8_t level = 0;  ///< of a text: in how many texts its JSON stands (escapedEnd())
  };
  static constexpr std::size_t kMostValues = 256;

  /// The skeleton of an object that is valid JSON, of which the last step is the end. `id` is told when one like it is
  /// matched. False where there is the same one, which stays.
  bool add(std::span<const Step> steps, std::uint32_t id);
  void clear();
  std::size_t size() const { return m_nodes.size(); }

  /// The size of the object that `text` starts with, where it has one of the skeletons, and is valid JSON and UTF-8;
  /// else 0. kScanPadding bytes behind the text are readable.
  std::size_t match(std::string_view text);
  /// Of the object that was matched last.
  std::uint32_t id() const { return m_id; }
  /// The value of its step: a text, decoded; a number as it is written once it was parsed, null where that is another
  /// form than it has. A view into the text, or kValuePadding readable bytes, up to the next match().
  std::string_view value(std::size_t step) const { return m_values[step]; }
  static constexpr std::size_t kValuePadding = 72;

 private:
  static constexpr std::uint32_t kNoNode = 0xFFFF'FFFF;
  struct Node {
    std::uint32_t literal = 0, size = 0;  // of m_literals: where, in pieces; bytes
    std::uint32_t next = kNoNode;         // another step in its place
    std::uint32_t inside = kNoNode;       // the first step behind it; the id of an end
    ValueKind kind = ValueKind::End;
    std::uint8_t level = 0;
  };
  std::uint32_t addNode(const Step& step);
  bool isSame(const Node& node, const Step& step) const;
  const char* behind(const Node& node, const char* at, const char* end) const;
  const char* takeValue(const Node& node, const char* at, const char* end, std::string_view& value);
  const char* takeEscaped(const Node& node, const char* at, const char* end, std::string_view& value);
  std::size_t finish(std::string_view text, const char* end, std::uint32_t id);

  std::vector<Node> m_nodes;
  std::uint32_t m_first = kNoNode;
  std::vector<json_scan::Bytes> m_literals;
  SeenBytes m_seen;
  std::array<std::string_view, kMostValues> m_values;
  std::deque<std::string> m_decoded;  // values with escapes; those in use come first
  std::size_t m_decodedUsed = 0;
  std::uint32_t m_id = 0;
};

}  // namespace undelivered
