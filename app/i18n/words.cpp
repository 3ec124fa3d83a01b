// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include "export/words.h"
#include "i18n/language.h"

namespace undelivered {
namespace {

/// Gives the words below their context for translators.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(Words)
};

QDate dateOf(std::int32_t day) { return QDate(1970, 1, 1).addDays(day); }

// One switch with every kind is worth its length: the compiler tells of a kind without words.
QString issueWords(IssueKind kind) {  // NOLINT(readability-function-size): a table
  switch (kind) {
    case IssueKind::TooFewColumns:
      return Words::tr("Fewer columns than the header; missing cells are empty");
    case IssueKind::TooManyColumns:
      return Words::tr("More columns than the header");
    case IssueKind::UnterminatedQuote:
      return Words::tr("A quotation mark that is never closed; read as plain text");
    case IssueKind::MisplacedQuote:
      return Words::tr("Text after a closing quotation mark; kept as text");
    case IssueKind::RecordTooLong:
      return Words::tr("Line too long; left out");
    case IssueKind::InvalidJson:
      return Words::tr("Not valid JSON; left out");
    case IssueKind::NotAnEvent:
      return Words::tr("JSON that is no delivery event; left out");
    case IssueKind::OtherEvent:
      return Words::tr("An event or mail of another kind; left out");
    case IssueKind::RepeatedEvent:
      return Words::tr("The same event again; counted once");
    case IssueKind::RepeatedRecord:
      return Words::tr("The same message as in another log; counted once");
    case IssueKind::NumberAsFloat:
      return Words::tr("A number that Excel has rounded; digits are lost, take it from the original log");
    case IssueKind::LostZero:
      return Words::tr("A mobile number without its leading zero, as Excel leaves it; kept");
    case IssueKind::DateAsReference:
      return Words::tr("A reference or customer number that Excel may have turned into a date; kept");
    case IssueKind::SpreadsheetError:
      return Words::tr("A cell in which Excel shows something else than its text; take it from the original log");
    case IssueKind::EmptyColumns:
      return Words::tr("Empty columns behind the last one, as Excel leaves them");
    case IssueKind::QuotedLines:
      return Words::tr("Lines that stood in one cell as a whole, as Excel leaves them; the text in it was read");
    case IssueKind::RepeatedHeader:
      return Words::tr("The header line again; left out");
    case IssueKind::NoRecord:
      return Words::tr("A line that tells of no delivery; left out");
    case IssueKind::NoRecipient:
      return Words::tr("A mail system's report that names no recipient; left out");
    case IssueKind::NoCodeNoStatus:
      return Words::tr("Neither a reason code nor a status");
    case IssueKind::UnknownStatus:
      return Words::tr("A status that is not known");
    case IssueKind::Contradiction:
      return Words::tr("Delivered by its status, failed by its code; counted as failed");
    case IssueKind::BadTime:
      return Words::tr("Time not understood; kept without a time");
    case IssueKind::AmbiguousTime:
      return Words::tr("In the hour that occurs twice when clocks go back; standard time taken");
    case IssueKind::SkippedTime:
      return Words::tr("In the hour that clocks skip; moved on by one hour");
    case IssueKind::UnknownChannel:
      return Words::tr("A channel that is not known");
    case IssueKind::BadEncoding:
      return Words::tr("Not valid in the file's encoding; read as Windows-1252");
    case IssueKind::NulByte:
      return Words::tr("A zero byte in the line; kept");
    case IssueKind::TooManyCodes:
      return Words::tr("More unknown codes than can be told apart");
    case IssueKind::FileUnreadable:
      return Words::tr("A file that could not be read; what it holds is missing");
    case IssueKind::FileSkipped:
      return Words::tr("A file that is no delivery log; left out");
    case IssueKind::FileRepeated:
      return Words::tr("A copy of a log that was read already; counted once");
    case IssueKind::PartNotRead:
      return Words::tr("A part of a file that is not read; left out");
  }
  return {};
}

}  // namespace

QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }
QString words(ColumnId column) { return text(word(column, languageCode())); }
QString words(Channel value) { return text(word(value, languageCode())); }
QString words(Outcome value) { return text(word(value, languageCode())); }
QString words(Persistence value) { return text(word(value, languageCode())); }
QString words(Actionability value) { return text(word(value, languageCode())); }
QString words(Phase value) { return text(word(value, languageCode())); }
QString words(IssueKind kind) { return issueWords(kind); }

QString words(Dimension dimension) {
  switch (dimension) {
    case Dimension::Reason:
      return words(ColumnId::ReasonTitle);
    case Dimension::Channel:
      return words(ColumnId::Channel);
    case Dimension::Outcome:
      return words(ColumnId::Outcome);
    case Dimension::Persistence:
      return words(ColumnId::Persistence);
    case Dimension::Actionability:
      return words(ColumnId::Actionability);
    case Dimension::Phase:
      return words(ColumnId::Phase);
    case Dimension::Source:
      return words(ColumnId::SourceFile);
    case Dimension::Day:
      return Words::tr("Day");
    case Dimension::Week:
      return Words::tr("Week");
    case Dimension::Month:
      return Words::tr("Month");
  }
  return {};
}

QString reasonTitle(const LogReason& reason) {
  if (reason.code.empty()) return text(noReasonCode(languageCode()));
  const std::string title = reason.title(languageCode());
  return text(title.empty() ? reason.code : title);
}

QString reasonTitle(const DeliveryLog& log, const std::string& code) {
  if (code == kNoReasonCode) return text(noReasonCode(languageCode()));
  for (std::size_t i = 0; i < log.reasonCount(); ++i) {
    const LogReason& reason = log.reason(ReasonId{static_cast<std::uint16_t>(i)});
    if (reason.code == code) return reasonTitle(reason);
  }
  return text(code);
}

QString words(const Choice& choice, const DeliveryLog& log) {
  switch (choice.dimension) {
    case Dimension::Reason:
      return reasonTitle(log, choice.reason);
    case Dimension::Channel:
      return words(static_cast<Channel>(choice.value));
    case Dimension::Outcome:
      return words(static_cast<Outcome>(choice.value));
    case Dimension::Persistence:
      return words(static_cast<Persistence>(choice.value));
    case Dimension::Actionability:
      return words(static_cast<Actionability>(choice.value));
    case Dimension::Phase:
      return words(static_cast<Phase>(choice.value));
    case Dimension::Day:
    case Dimension::Week:
    case Dimension::Month:
    case Dimension::Source:
      break;
  }
  return {};
}

QString number(std::uint64_t value) { return QLocale().toString(static_cast<qulonglong>(value)); }

QString plainNumber(std::uint64_t value) { return QString::number(static_cast<qulonglong>(value)); }

QString share(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return QStringLiteral("–");
  const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  //: A percentage; German puts a (narrow) space before the sign.
  return Words::tr("%1 %").arg(QLocale().toString(percent, 'f', 1));
}

QString dayFormat() { return languageCode() == "de" ? QStringLiteral("dd.MM.yyyy") : QStringLiteral("yyyy-MM-dd"); }
QString dayText(std::int32_t day) { return QLocale().toString(dateOf(day), dayFormat()); }

QString dayRangeText(std::int32_t first, std::int32_t last) {
  if (first == last) return dayText(first);
  return Words::tr("%1 – %2").arg(dayText(first), dayText(last));
}

QString monthText(std::int32_t day) { return QLocale().toString(dateOf(day), QStringLiteral("MMM yyyy")); }

}  // namespace undelivered
