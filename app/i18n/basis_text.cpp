// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/basis_text.h"

#include <QCoreApplication>
#include <QStringList>

#include "i18n/words.h"
#include "input/provider/providers.h"

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
                  .arg(result, text(all[record.provider].title), saidBy(record))
            : BasisText::tr("Classified as %1 because the log says %2.").arg(result, saidBy(record));
    return sentence + QLatin1Char('\n') + text(record.mapping->page);
  }
  if (!record.code.empty() && !reason.code.empty()) {
    return reason.known
               ? BasisText::tr("Classified as %1 because the log gives the code “%2”.").arg(result, text(record.code))
               : BasisText::tr("The catalogue does not know the code “%1”.").arg(text(record.code));
  }
  if (record.status.empty()) return {};
  return BasisText::tr("Classified as %1 because the log gives the status “%2”.").arg(result, text(record.status));
}

}  // namespace undelivered
