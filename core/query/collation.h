// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace undelivered {

/// Orders text as people of a language expect it, numbers inside of it by their value. Not for several threads at once.
class Collation {
 public:
  explicit Collation(std::string_view language);
  ~Collation();

  /// Appends bytes whose order is the order of the texts; they end with a zero and have no other. Nothing for an empty
  /// text.
  void appendKey(std::string_view utf8, std::string& keys) const;
  std::string key(std::string_view utf8) const {
    std::string key;
    appendKey(utf8, key);
    return key;
  }

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace undelivered
