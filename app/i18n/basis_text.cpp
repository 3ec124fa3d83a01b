// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/basis_text.h"

#include <QCoreApplication>
#include <QStringList>

#include "export/causes.h"
#include "i18n/language.h"
#include "i18n/words.h"
#include "input/provider/providers.h"
#include "store/basis.h"

namespace undelivered {
namespace {

/// Gives the words below their context for translators.
struct BasisText {
  Q_DECLARE_TR_FUNCTIONS(BasisText)
};

/// What the record was classified as.
QString resultOf(const Record& record, const LogReason& reason) {
  if (record.outcome != Outcome::Failed || reason.code.empty()) return words(record.outcome);
  return reason.known ? text(reason.code) : reasonTitle(reason);
}

QString saidBy(const Record& record) {
  QStringList parts;
  for (const std::string& part : {record.status, record.code}) {
    if (!part.empty()) parts.append(BasisText::tr("“%1”").arg(text(part)));
  }
  const bool byWords = !record.mapping->text.empty() || !record.mapping->reply.empty();
  if (byWords || parts.isEmpty()) parts.append(BasisText::tr("the server’s answer"));
  return parts.join(BasisText::tr(" and "));
}

/// Whose log it stands in.
QString logOf(ProviderIndex provider) {
  const auto all = providers();
  //: Stands in a sentence: "because ... gives the code"
  if (provider >= all.size()) return BasisText::tr("the log");
  //: Stands in a sentence: "because ... gives the code". %1: collect.AI
  return BasisText::tr("the log of %1").arg(text(all[provider].titleFor(languageCode())));
}

/// Of a record that no row of a provider's table decided about.
QString withoutTable(const Record& record, const DeliveryLog& log, const QString& result) {
  const LogReason& reason = log.reason(record.reason);
  const Basis basis = basisOf(record, log);
  const QString source = logOf(basis.provider);
  switch (basis.by) {
    case Basis::By::Code:
      if (!reason.known && record.outcome == Outcome::Failed)
        return BasisText::tr("The catalogue does not know the code “%1”.").arg(text(record.code));
      //: %1: reason, %2: "the log"
      return BasisText::tr("Classified as %1 because %2 gives the code “%3”.").arg(result, source, text(record.code));
    case Basis::By::Status: {
      //: %1: reason, %2: "the log"
      const QString sentence =
          BasisText::tr("Classified as %1 because %2 gives the status “%3”.").arg(result, source, text(record.status));
      const bool noReason = record.outcome == Outcome::Failed && reason.code.empty();
      return noReason ? sentence + QLatin1Char(' ') + BasisText::tr("No reason code is given.") : sentence;
    }
    case Basis::By::Event:
      //: %1: reason, %2: "the log"
      return BasisText::tr("Classified as %1 because %2 tells of a message that was not delivered.")
                 .arg(result, source) +
             QLatin1Char(' ') + BasisText::tr("No reason code is given.");
    case Basis::By::Report: {
      const std::string report = describe(log.source(record.source).recognition.report);
      //: %2: a daily report
      return BasisText::tr("Classified as %1. The basis: %2, which has no column for the status.")
          .arg(result, text(causeInWords(report, languageCode())));
    }
    case Basis::By::Nothing:
    case Basis::By::Words:
      break;
  }
  return BasisText::tr("Neither a reason code nor a status is given.");
}

}  // namespace

QString basisText(const Record& record, const DeliveryLog& log) {
  const LogReason& reason = log.reason(record.reason);
  const QString result = resultOf(record, reason);
  if (record.mapping) {
    const auto all = providers();
    //: %1: reason, %2: a provider of messages, %3: what stands in its log.
    const QString sentence =
        record.provider < all.size()
            ? BasisText::tr("Classified as %1 because %2 says %3.")
                  .arg(result, text(all[record.provider].titleFor(languageCode())), saidBy(record))
            : BasisText::tr("Classified as %1 because the log says %2.").arg(result, saidBy(record));
    return sentence + QLatin1Char('\n') + text(record.mapping->page);
  }
  return withoutTable(record, log, result);
}

}  // namespace undelivered
