// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/json/json_escapes.h"
#include "input/json/skeleton_set.h"

namespace undelivered {

/// The values of an object with their places in its text, so that its skeleton can be made of them. For an object that
/// is looked at once, to read the next ones by its skeleton: not fast.
class JsonOutline {
 public:
  enum class Type : std::uint8_t { Text, Number, Boolean, Null, Object, Array };
  struct Value {
    Type type = Type::Null;
    std::string_view key;              ///< of a member of an object; decoded
    std::uint32_t size = 1;            ///< how many values it is, itself included: what it holds stands right behind it
    std::string_view text;             ///< as ShapeReader has it: decoded, empty for objects and arrays
    std::uint32_t begin = 0, end = 0;  ///< where its text is written: that of a text without its quotes
    std::uint8_t level = 0;            ///< in how many texts its JSON stands
    bool fixed = false;                ///< its text is a part of the skeleton
    // Of a text: where it stands in the JSON that it is a value of.
    std::uint32_t source = 0, sourceBegin = 0, sourceEnd = 0;
  };
  using Index = std::uint32_t;
  static constexpr Index kRoot = 0;

  /// Reads an object that is valid JSON. False where it cannot be told so: numbers in unusual forms, very many values.
  bool read(std::string_view json);
  /// Reads the JSON that a text holds: the index of its value, behind all others. Nothing where it is not valid, or
  /// cannot be told so.
  std::optional<Index> readInner(Index text);

  const Value& operator[](Index index) const { return m_values[index]; }
  /// Makes a text, number or boolean a part of the skeleton; of others nothing can differ anyway.
  void fix(Index index) { m_values[index].fixed = true; }
  /// The first member of that key; nothing where there is none, or where it is no object.
  std::optional<Index> member(Index object, std::string_view key) const;

  /// Calls visit(index) for each value right in an object or array.
  template <class Visit>
  void forEach(Index outer, const Visit& visit) const {
    const Index end = outer + m_values[outer].size;
    for (Index inner = outer + 1; inner < end; inner += m_values[inner].size) visit(inner);
  }

  /// The skeleton. Its step of each value that is not fixed is told in `stepOf`, by the value's index.
  /// Views of the text that was read.
  std::vector<SkeletonSet::Step> steps(std::string_view json, std::vector<std::uint32_t>& stepOf) const;

 private:
  bool readValue(std::string_view key, std::size_t& at, int depth);
  bool readMembers(bool named, std::size_t& at, int depth);
  /// From behind its first quote on; `end` is at its last one.
  bool readText(std::size_t at, std::size_t& end, std::string_view& text);
  bool readNumber(std::size_t& at, std::string_view& text) const;
  char here(std::size_t at) const { return at < m_json.size() ? m_json[at] : '\0'; }
  void skipBlanks(std::size_t& at) const;
  bool differs(const Value& value) const;

  std::vector<Value> m_values;
  std::deque<PlacedText> m_sources;
  std::deque<std::string> m_texts;
  // What is being read.
  std::string_view m_json;
  std::uint32_t m_source = 0;
  std::uint8_t m_level = 0;
};

}  // namespace undelivered
