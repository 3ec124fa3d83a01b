// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/summary_text.h"

#include <QCoreApplication>

#include "dialogs/issue_dialog.h"
#include "i18n/language.h"
#include "i18n/words.h"
#include "query/action_groups.h"
#include "views/action_card.h"
#include "views/start_page.h"

namespace undelivered {
namespace {

/// Gives the words below their context for translators.
struct SummaryText {
  Q_DECLARE_TR_FUNCTIONS(SummaryText)
};

QString line(const QString& name, const QString& value) {
  return name.leftJustified(28) + value.rightJustified(12) + QLatin1Char('\n');
}

QString totalsText(const LogDocument& document) {
  const Totals& totals = document.facets().totals;
  QString lines = line(SummaryText::tr("Communications"), number(totals.records));
  lines += line(SummaryText::tr("Failed"), number(totals.failed));
  lines += line(SummaryText::tr("Delivered"), number(totals.delivered));
  lines += line(SummaryText::tr("Pending"), number(totals.pending));
  lines += line(SummaryText::tr("Unknown outcome"), number(totals.unknown));
  const auto& yours = document.failures().actionabilities;
  lines += line(SummaryText::tr("Yours to fix"), number(yours[static_cast<std::size_t>(Actionability::Yes)] +
                                                        yours[static_cast<std::size_t>(Actionability::Partially)]));
  return lines;
}

}  // namespace

QString summaryText(const LogDocument& document) {
  QString report = shortName(document.paths()) + QLatin1Char('\n');
  if (document.days()) report += dayRangeText(document.days()->first, document.days()->last) + QLatin1Char('\n');
  report += QLatin1Char('\n') + totalsText(document);

  report += QLatin1Char('\n') + SummaryText::tr("What to do") + QLatin1Char('\n');
  for (const ActionGroup& group : groupByAction(document.log(), document.failures(), languageCode())) {
    report +=
        number(group.count).rightJustified(10) + QStringLiteral("  ") + ActionCard::titleOf(group) + QLatin1Char('\n');
  }
  report += QLatin1Char('\n') + SummaryText::tr("Reasons") + QLatin1Char('\n');
  for (const Facets::ReasonCount& counted : document.failures().reasons) {
    if (counted.count == 0) continue;
    const LogReason& reason = document.log().reason(counted.reason);
    const QString code = reason.known ? QStringLiteral(" (%1)").arg(text(reason.code)) : QString();
    report += number(counted.count).rightJustified(10) + QStringLiteral("  ") + reasonTitle(reason) + code +
              QLatin1Char('\n');
  }
  const QString issues = issueSummary(document.log().report());
  if (!issues.isEmpty()) report += QLatin1Char('\n') + issues + QLatin1Char('\n');
  return report;
}

}  // namespace undelivered
