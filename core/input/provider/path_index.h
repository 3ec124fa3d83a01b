// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace undelivered {

/// The paths that somebody asks an object for, each with a number, in the form of a tree: an object is walked once, and
/// left alone where nothing of it is asked for. A path is keys with "." between them; "[0]" behind a key is the first
/// element of an array. Immutable once filled; shared by threads then.
class PathIndex {
 public:
  using Slot = std::uint16_t;
  static constexpr std::uint32_t kRoot = 0;

  PathIndex() : m_nodes(1) {}

  /// The number of the path, a new one where it is new.
  Slot add(std::string_view path);
  std::size_t slotCount() const { return m_slotCount; }

  /// The node that a key leads to from a node; nothing where no path goes on with it.
  std::optional<std::uint32_t> child(std::uint32_t node, std::string_view key) const {
    const auto& children = m_nodes[node].children;
    const auto found = children.find(key);
    if (found == children.end()) return std::nullopt;
    return found->second;
  }
  /// The number of the path that ends at the node.
  std::optional<Slot> slot(std::uint32_t node) const { return m_nodes[node].slot; }
  bool isLeaf(std::uint32_t node) const { return m_nodes[node].children.empty(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Node {
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> children;
    std::optional<Slot> slot;
  };

  std::vector<Node> m_nodes;
  std::size_t m_slotCount = 0;
};

/// The key that stands for the first element of an array in PathIndex.
inline constexpr std::string_view kFirstElement = "[0]";

}  // namespace undelivered
