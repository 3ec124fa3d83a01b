// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include "document/choice.h"
#include "document/day_choice.h"
#include "store/delivery_log.h"

namespace undelivered {

/// "Channel: SMS".
QString describe(const Choice& choice, const DeliveryLog& log);

/// "Search: “Müller”", and whether case counts.
QString describeSearch(const Filter& filter);

/// A restriction of a filter: its words, and the filter without it.
struct Restriction {
  QString words;
  Filter without;

  bool operator==(const Restriction&) const = default;
};
/// Everything that narrows the filter further than the default one does; an outcome other than "failed" counts too.
QList<Restriction> restrictionsOf(const Filter& filter, const DeliveryLog& log, DayChoice whole);

}  // namespace undelivered
