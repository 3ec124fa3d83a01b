// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/basis.h"

#include "base/blanks.h"
#include "base/names.h"
#include "classify/classifier.h"
#include "classify/status.h"
#include "input/provider/providers.h"

namespace undelivered {
namespace {

using By = Basis::By;

constexpr std::string_view kCollectAi = "collect-ai";

constexpr NameTable<By, 6> kNames{{{By::Nothing, "nothing"},
                                   {By::Code, "code"},
                                   {By::Status, "status"},
                                   {By::Words, "words"},
                                   {By::Event, "event"},
                                   {By::Report, "report"}}};

/// Logs of collect.AI have no table of their own: their codes are the catalogue's. Outside of tables only its events
/// have none.
ProviderIndex providerOf(const Record& record, const Recognition& recognition) {
  if (record.provider != kNoProvider) return record.provider;
  const bool isTable = recognition.format == Format::Delimited;
  const bool isOwn = isTable ? recognition.report.kind != nullptr : true;
  return isOwn ? findProvider(kCollectAi).value_or(kNoProvider) : kNoProvider;
}

/// Whether another row of the tables, or none, would have been the one without what the server said.
bool decidedByWords(const Record& record, const DeliveryLog& log) {
  if (record.diagnostic.empty()) return false;
  RecordView view;
  view.provider = record.provider;
  view[Field::Status] = record.status;
  view[Field::Code] = record.code;
  view[Field::Recipient] = record.recipient;
  view[Field::Channel] = name(record.channel);
  return classify(view, log.catalogue()).row != record.mapping;
}

By byOf(const Record& record, const DeliveryLog& log) {
  const bool hasStatus = !trimBlanks(record.status).empty();
  const std::string_view code = trimBlanks(record.code);
  const bool hasCode = !code.empty() && !meansNoCode(code);
  if (record.mapping) {
    const MappingRow& row = *record.mapping;
    if (decidedByWords(record, log)) return By::Words;
    if (hasCode && (!row.code.empty() || !row.reply.empty() || !row.text.empty() || row.status.empty()))
      return By::Code;
    return hasStatus ? By::Status : hasCode ? By::Code : By::Words;
  }
  if (hasCode && (record.reason != kNoReason || !hasStatus)) return By::Code;
  if (hasStatus) {
    const Recognition& recognition = log.source(record.source).recognition;
    return recognition.impliedStatus.empty() ? By::Status : By::Report;
  }
  return record.outcome == Outcome::Failed ? By::Event : By::Nothing;
}

/// The codes of the catalogue as it is built in are documented by collect.AI, whoever's log gives them.
std::string_view pageOf(const Record& record, const DeliveryLog& log, By by) {
  if (record.mapping) return record.mapping->page;
  const auto own = findProvider(kCollectAi);
  if (!own || by != By::Code || !Catalogue::builtIn()->find(log.reason(record.reason).code)) return {};
  return providers()[*own].page;
}

}  // namespace

std::string_view name(Basis::By by) { return nameIn(kNames, by); }

Basis basisOf(const Record& record, const DeliveryLog& log) {
  const By by = byOf(record, log);
  return {providerOf(record, log.source(record.source).recognition), by, pageOf(record, log, by)};
}

}  // namespace undelivered
