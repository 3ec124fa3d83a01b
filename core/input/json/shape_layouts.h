// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string_view>

#include "input/json/shape_plan.h"
#include "input/json/skeleton_set.h"

namespace undelivered {

/// The skeletons of a log's objects of providers, with what is told of objects that have them. One program wrote them,
/// so the next object mostly has the skeleton of one before it, and is read without being parsed, and without looking
/// for what it is. Of one that has not nothing is told; it is parsed. One for each thread.
class ShapeLayouts {
 public:
  /// The size of the object that `text` starts with, where one like it was learned; else 0. kScanPadding bytes behind
  /// the text are readable.
  std::size_t match(std::string_view text);
  /// Of the object that was matched last: its values, and what is told of it.
  const SkeletonSet& object() const { return m_skeletons; }
  const ShapePlan& plan() const { return m_plans[m_skeletons.id()]; }
  /// Of an object that is valid JSON and was not matched.
  void learn(std::string_view json);

 private:
  // A log whose objects are many different ones: what was learned of it is forgotten.
  static constexpr std::size_t kMostPlans = 128, kMostSteps = 8192;
  // Learning takes as long as reading many objects. It is paid for by those that match.
  static constexpr int kPrice = 8, kMostCredit = 512;
  // A log whose objects do not match: it is given up for a while after so many, for longer each time.
  static constexpr int kPatience = 128, kGain = 4, kPause = 1000, kLongestPause = 64000;

  SkeletonSet m_skeletons;
  JsonOutline m_outline;
  std::deque<ShapePlan> m_plans;
  int m_credit = kMostCredit, m_patience = kPatience;
  int m_pause = 0, m_nextPause = kPause;
};

}  // namespace undelivered
