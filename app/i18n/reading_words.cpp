// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/reading_words.h"

#include <algorithm>

#include <QCoreApplication>

#include "export/causes.h"
#include "i18n/language.h"
#include "i18n/words.h"
#include "input/provider/providers.h"

namespace undelivered {
namespace {

/// Gives the words below their context for translators.
struct ReadingWords {
  Q_DECLARE_TR_FUNCTIONS(ReadingWords)
};

QString nameOf(Format format) {
  switch (format) {
    case Format::Delimited:
      return ReadingWords::tr("Table (text with separators)");
    case Format::CollectAiEvents:
      return ReadingWords::tr("Events of collect.AI (JSON)");
    case Format::ProviderEvents:
      return ReadingWords::tr("Events");
    case Format::Lines:
      return ReadingWords::tr("Lines with delivery receipts");
    case Format::Mail:
      return ReadingWords::tr("E-mails about failed delivery");
  }
  return {};
}

/// How often a preview tells of something.
struct IssueCounts {
  int times = 0, hours = 0, statuses = 0, channels = 0, codes = 0, lengths = 0, encodings = 0, others = 0;

  void add(const PreviewIssue& issue) {
    if (!issue.kind) {
      ++codes;
      return;
    }
    switch (*issue.kind) {
      case IssueKind::BadTime:
        ++times;
        break;
      case IssueKind::AmbiguousTime:
      case IssueKind::SkippedTime:
        ++hours;
        break;
      case IssueKind::UnknownStatus:
        ++statuses;
        break;
      case IssueKind::UnknownChannel:
        ++channels;
        break;
      case IssueKind::TooFewColumns:
      case IssueKind::TooManyColumns:
        ++lengths;
        break;
      case IssueKind::BadEncoding:
        ++encodings;
        break;
      case IssueKind::NoCodeNoStatus:
        break;  // is one of the rows that cannot be classified
      default:
        ++others;
    }
  }
};

}  // namespace

QString words(Field field) {
  switch (field) {
    case Field::Time:
      return words(ColumnId::Time);
    case Field::Code:
      return words(ColumnId::ReasonCode);
    case Field::Status:
      return ReadingWords::tr("Status");
    case Field::Channel:
      return words(ColumnId::Channel);
    case Field::Recipient:
      return words(ColumnId::Recipient);
    case Field::Customer:
      return words(ColumnId::Customer);
    case Field::Reference:
      return words(ColumnId::Reference);
    case Field::MessageId:
      return words(ColumnId::MessageId);
    case Field::EventId:
      return ReadingWords::tr("Event ID");
    case Field::Diagnostic:
      return words(ColumnId::Diagnostic);
  }
  return {};
}

QString formatWords(const Recognition& recognition) {
  const QString format = nameOf(recognition.format);
  if (recognition.provider == kNoProvider) return format;
  //: %1: "Events", %2: a provider of messages
  return ReadingWords::tr("%1 of %2").arg(format, text(providers()[recognition.provider].titleFor(languageCode())));
}

QString words(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8:
      return QStringLiteral("UTF-8");
    case Encoding::Windows1252:
      return ReadingWords::tr("Windows-1252 (Western Europe)");
    case Encoding::Cp850:
      return ReadingWords::tr("Code page 850 (MS-DOS)");
    case Encoding::Utf16Le:
      return QStringLiteral("UTF-16 LE");
    case Encoding::Utf16Be:
      return QStringLiteral("UTF-16 BE");
  }
  return {};
}

QString delimiterWords(char delimiter) {
  switch (delimiter) {
    case '\t':
      return ReadingWords::tr("Tab");
    case ',':
      return ReadingWords::tr("Comma  ,");
    case ';':
      return ReadingWords::tr("Semicolon  ;");
    case '|':
      return ReadingWords::tr("Pipe  |");
    default:
      return QString(QLatin1Char(delimiter));
  }
}

QString words(Doubt doubt) {
  switch (doubt) {
    case Doubt::None:
      return {};
    case Doubt::TwoDelimiters:
      return ReadingWords::tr("two separators fit equally well");
    case Doubt::OnlyWeakColumn:
      return ReadingWords::tr("no column is clearly a reason code or a status");
    case Doubt::OneKnownColumn:
      return ReadingWords::tr("only one column has a name that is known");
    case Doubt::RowsDoNotFit:
      return ReadingWords::tr("most rows do not have the columns of the header");
    case Doubt::NothingUnderstood:
      return ReadingWords::tr("most rows hold nothing that is understood");
  }
  return {};
}

QString words(const PreviewIssue& issue) {
  const QString what =
      issue.kind ? words(*issue.kind) : ReadingWords::tr("A code that the catalogue does not know; kept as it stands");
  const QString detail = text(issue.kind ? detailInWords(*issue.kind, issue.detail, languageCode()) : issue.detail);
  return detail.isEmpty() ? what : what + QStringLiteral(": ") + detail.simplified();
}

QString adviceFor(const Error& error) {
  if (error.code != ErrorCode::NotALog || error.detail.find("JSON") == std::string::npos) return {};
  QStringList titles;
  for (const Provider& provider : providers()) {
    const bool hasEvents = std::any_of(provider.shapes.begin(), provider.shapes.end(), [](const Shape& shape) {
      return shape.kind == Shape::Kind::Keys && !shape.leftOut;
    });
    if (hasEvents) titles.append(text(provider.titleFor(languageCode())));
  }
  //: %1: a list of providers
  return ReadingWords::tr(
             "Whose events they are is told by their keys, so there is nothing to choose here. Read are events of "
             "collect.AI and of %1. If they come from one of these, save them as they arrived, with all their keys. If "
             "not, save them as a table (CSV) with a column for the reason code or the status, and open that.")
      .arg(titles.join(QStringLiteral(", ")));
}

QString summaryOf(const LogPreview& preview) {
  const auto records = static_cast<int>(preview.records());
  if (records == 0) return ReadingWords::tr("There are no rows below the header.");
  IssueCounts counts;
  for (const PreviewRow& row : preview.rows) {
    for (const PreviewIssue& issue : row.issues) counts.add(issue);
  }
  QStringList parts{
      ReadingWords::tr("%1 of %Ln row(s) can be classified", nullptr, records).arg(number(preview.classified()))};
  if (counts.times > 0) parts.append(ReadingWords::tr("%Ln time(s) cannot be read", nullptr, counts.times));
  if (counts.codes > 0) {
    parts.append(ReadingWords::tr("%Ln code(s) the catalogue does not know", nullptr, counts.codes));
  }
  if (counts.statuses > 0) parts.append(ReadingWords::tr("%Ln status(es) not known", nullptr, counts.statuses));
  if (counts.channels > 0) parts.append(ReadingWords::tr("%Ln channel(s) not known", nullptr, counts.channels));
  if (counts.lengths > 0) {
    parts.append(ReadingWords::tr("%Ln row(s) with too few or too many cells", nullptr, counts.lengths));
  }
  if (counts.encodings > 0) {
    parts.append(ReadingWords::tr("%Ln row(s) not valid in the encoding", nullptr, counts.encodings));
  }
  if (counts.hours > 0) {
    parts.append(ReadingWords::tr("%Ln time(s) in the hour when clocks change", nullptr, counts.hours));
  }
  if (counts.others > 0) parts.append(ReadingWords::tr("%Ln other note(s)", nullptr, counts.others));
  return parts.join(QStringLiteral("; ")) + QLatin1Char('.');
}

}  // namespace undelivered
