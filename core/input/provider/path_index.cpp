// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/provider/path_index.h"

namespace undelivered {

PathIndex::Slot PathIndex::add(std::string_view path) {
  std::uint32_t node = kRoot;
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    std::string_view key = path.substr(0, dot);
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    const bool first = key.ends_with(kFirstElement);
    if (first) key.remove_suffix(kFirstElement.size());
    for (std::string_view step : {key, first ? kFirstElement : std::string_view()}) {
      if (step.empty()) continue;
      const auto [entry, isNew] =
          m_nodes[node].children.try_emplace(std::string(step), static_cast<std::uint32_t>(m_nodes.size()));
      node = entry->second;
      if (isNew) m_nodes.emplace_back();
    }
  }
  auto& slot = m_nodes[node].slot;
  if (!slot) slot = static_cast<Slot>(m_slotCount++);
  return *slot;
}

}  // namespace undelivered
