// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "input/json/event_tree.h"

namespace undelivered {

/// How the text of one event is laid out: what stands between its values, byte for byte. The events of a log are
/// written by one program, so the next one mostly differs in its values alone, and is read by comparing and by looking
/// for the ends of its values, several times as fast as JSON can be parsed. An event that differs in anything else is
/// no match; nothing is told of it, and it is parsed.
class EventLayout {
 public:
  /// The layout of an object that is valid JSON without line breaks. False, and nothing learned, where it cannot be
  /// told so: escapes, numbers in unusual forms, very many values.
  bool learn(std::string_view object, EventKeys& keys);

  /// The size of the object that `text` starts with, where it is laid out so, valid JSON and UTF-8 (in particular: no
  /// escapes); else 0. Block::kPadding bytes behind the text are readable. Its values are in root() then.
  std::size_t match(std::string_view text);
  /// The event that was matched last. Its texts are views into the text.
  const EventNode& root() const { return m_nodes.front(); }

 private:
  /// What stands before a value, up to where it may differ.
  struct Step {
    std::uint32_t firstWord = 0, size = 0;  // of m_words; bytes
    std::uint32_t node = 0;                 // whose value follows: a text or a number
  };
  /// Eight bytes of what has to be there, of which those in the mask count.
  struct Word {
    std::uint64_t bytes = 0, mask = 0;
  };
  class Learner;
  void endStep(std::string_view literal, std::uint32_t node);
  /// Goes behind what the step wants; null where something else is there.
  const char* behind(const Step& step, const char* at, const char* end) const;

  std::vector<EventNode> m_nodes;
  std::vector<Step> m_steps;  // the last one has no value
  std::vector<Word> m_words;
};

/// The layouts of a log: those that were met last. One for each thread.
class EventLayouts {
 public:
  /// As EventLayout::match(), of any of them.
  std::size_t match(std::string_view text);
  const EventNode& root() const { return m_layouts[m_last].root(); }
  /// Of an object that none of them has matched.
  void learn(std::string_view object, EventKeys& keys);

 private:
  // Few, since each one that does not match takes time; events with one to four recipients, delivered or not.
  static constexpr std::size_t kLayouts = 8;
  // A log whose events all differ in their layout: it is given up for a while after so many that did not match.
  static constexpr int kPatience = 64, kGain = 4, kPause = 1000;
  void losePatience();

  std::array<EventLayout, kLayouts> m_layouts;
  std::size_t m_used = 0, m_last = 0, m_next = 0;
  int m_patience = kPatience, m_pause = 0;
};

}  // namespace undelivered
