// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/shape_plan.h"

#include <algorithm>

namespace undelivered {

namespace {

/// Whether a recipient ends in a letter or digit, as nearly all do: then it holds no address in "<>".
bool endsPlainly(std::string_view text) {
  const auto last = static_cast<unsigned char>(text.back());
  return (last >= '0' && last <= '9') || ((last | 0x20) >= 'a' && (last | 0x20) <= 'z');
}

}  // namespace

void ShapePlan::numberSteps(const std::vector<std::uint32_t>& stepOf) {
  for (Source& source : m_sources) {
    if (source.isValue) source.step = stepOf[source.step];
  }
  for (std::uint32_t& step : m_numbers) step = stepOf[step];
}

bool ShapePlan::hasAll(const SkeletonSet& object) const {
  return std::all_of(m_numbers.begin(), m_numbers.end(),
                     [&](std::uint32_t step) { return object.value(step).data() != nullptr; });
}

void ShapePlan::fill(const Item& item, const SkeletonSet& object, RecordView& record) const {
  record.values = {};
  const Source* const sources = m_sources.data() + item.firstSource;
  for (std::uint32_t i = 0; i < item.sourceCount; ++i) {
    const Source& source = sources[i];
    std::string_view& into = record[source.field];
    if (into.empty()) into = source.isValue ? object.value(source.step) : source.text;
  }
  std::string_view& recipient = record[Field::Recipient];
  if (!recipient.empty() && !endsPlainly(recipient)) recipient = ShapeSet::addressOnly(recipient);
  record.provider = item.shape->provider;
  record.failureEvent = false;
}

}  // namespace undelivered
