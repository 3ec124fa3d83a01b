// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace undelivered {

/// Enumerators and their names, both ways.
template <class E, std::size_t N>
using NameTable = std::array<std::pair<E, std::string_view>, N>;

template <class E, std::size_t N>
constexpr std::string_view nameIn(const NameTable<E, N>& table, E value) {
  for (const auto& [entry, name] : table) {
    if (entry == value) return name;
  }
  return {};
}

/// Regardless of ASCII case.
template <class E, std::size_t N>
constexpr std::optional<E> valueIn(const NameTable<E, N>& table, std::string_view text) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
  for (const auto& [entry, name] : table) {
    bool same = name.size() == text.size();
    for (std::size_t i = 0; same && i < name.size(); ++i) same = lower(name[i]) == lower(text[i]);
    if (same) return entry;
  }
  return std::nullopt;
}

}  // namespace undelivered
