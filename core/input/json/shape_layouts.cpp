// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/shape_layouts.h"

#include <algorithm>

namespace undelivered {

std::size_t ShapeLayouts::match(std::string_view text) {
  if (m_pause > 0) {
    --m_pause;
    return 0;
  }
  const std::size_t size = m_skeletons.match(text);
  if (size > 0 && plan().hasAll(m_skeletons)) {
    m_credit = std::min(kMostCredit, m_credit + 1);
    m_patience = std::min(kPatience, m_patience + kGain);
    if (m_patience == kPatience) m_nextPause = kPause;
    return size;
  }
  if (--m_patience == 0) {
    m_patience = kPatience;
    m_pause = m_nextPause;
    m_nextPause = std::min(2 * m_nextPause, kLongestPause);
    m_credit = std::max(m_credit, 8 * kPrice);
  }
  return 0;
}

void ShapeLayouts::learn(std::string_view json) {
  if (m_pause > 0 || m_credit < kPrice) return;
  m_credit -= kPrice;
  if (!m_outline.read(json)) return;
  auto plan = ShapePlan::make(m_outline);
  if (!plan) return;
  std::vector<std::uint32_t> stepOf;
  const auto steps = m_outline.steps(json, stepOf);
  plan->numberSteps(stepOf);
  if (m_plans.size() == kMostPlans || m_skeletons.size() + steps.size() > kMostSteps) {
    m_plans.clear();
    m_skeletons.clear();
  }
  if (m_skeletons.add(steps, static_cast<std::uint32_t>(m_plans.size()))) m_plans.push_back(std::move(*plan));
}

}  // namespace undelivered
