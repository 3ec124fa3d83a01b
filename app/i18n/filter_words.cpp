// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/filter_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "i18n/words.h"

namespace undelivered {
namespace {

/// Gives the words below their context for translators.
struct FilterWords {
  Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

// More values than these are told as a number: a chip is one short line.
constexpr qsizetype kValuesNamed = 3;

QString chipText(Dimension dimension, const QStringList& values) {
  const QString shown = values.size() <= kValuesNamed
                            ? values.join(QStringLiteral(", "))
                            : FilterWords::tr("%n chosen", nullptr, static_cast<int>(values.size()));
  return words(dimension) + QStringLiteral(": ") + shown;
}

template <class E, class All>
void addRestriction(QList<Restriction>& list, const Filter& filter, const EnumSet<E>& chosen, const All& all,
                    Dimension dimension) {
  if (chosen.empty()) return;
  QStringList values;
  for (const E value : all) {
    if (chosen.contains(value)) values.append(words(value));
  }
  list.append({chipText(dimension, values), withoutDimension(filter, dimension)});
}

void addOutcomes(QList<Restriction>& list, const Filter& filter) {
  const Filter standard = defaultFilter();
  if (filter.outcomes == standard.outcomes) return;
  Filter without = filter;
  without.outcomes = standard.outcomes;
  QStringList values;
  for (const Outcome value : kOutcomes) {
    if (filter.outcomes.contains(value)) values.append(words(value));
  }
  if (values.isEmpty()) values.append(FilterWords::tr("all"));
  const QString text = words(Dimension::Outcome) + QStringLiteral(": ") + values.join(QStringLiteral(", "));
  list.append({text, without});
}

}  // namespace

QString describe(const Choice& choice, const DeliveryLog& log) {
  return words(choice.dimension) + QStringLiteral(": ") + words(choice, log);
}

QString describeSearch(const Filter& filter) {
  const QString words = filter.matchCase ? FilterWords::tr("Search with case: “%1”") : FilterWords::tr("Search: “%1”");
  return words.arg(text(filter.search));
}

QList<Restriction> restrictionsOf(const Filter& filter, const DeliveryLog& log, DayChoice whole) {
  QList<Restriction> list;
  addOutcomes(list, filter);
  if (!filter.reasons.empty()) {
    QStringList values;
    for (const std::string& code : filter.reasons) values.append(reasonTitle(log, code));
    list.append({chipText(Dimension::Reason, values), withoutDimension(filter, Dimension::Reason)});
  }
  addRestriction(list, filter, filter.channels, kChannels, Dimension::Channel);
  addRestriction(list, filter, filter.persistences, kPersistences, Dimension::Persistence);
  addRestriction(list, filter, filter.actionabilities, kActionabilities, Dimension::Actionability);
  addRestriction(list, filter, filter.phases, kPhases, Dimension::Phase);
  if (const auto days = daysOf(filter, log.zone(), whole)) {
    list.append({FilterWords::tr("Time: %1").arg(dayRangeText(days->first, days->last)),
                 withDays(filter, std::nullopt, log.zone())});
  }
  if (!filter.search.empty()) {
    Filter without = filter;
    without.search.clear();
    without.matchCase = false;
    list.append({describeSearch(filter), without});
  }
  return list;
}

}  // namespace undelivered
