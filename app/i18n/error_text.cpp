// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/error_text.h"

#include <QCoreApplication>

#include "export/causes.h"
#include "i18n/language.h"
#include "i18n/words.h"

namespace undelivered {
namespace {

/// Gives the words below their context for translators.
struct ErrorText {
  Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString causeOf(const Error& error) { return text(causeInWords(error.systemError, error.detail, languageCode())); }

// %1 what it happened to, %2 the cause, %3 the line. One switch with every code: the compiler tells of one without
// words.
QString patternOf(ErrorCode code) {  // NOLINT(readability-function-size): a table
  switch (code) {
    case ErrorCode::Cancelled:
      return ErrorText::tr("Cancelled. Nothing was changed.");
    case ErrorCode::FileNotFound:
      return ErrorText::tr("%1 does not exist. It may have been moved or renamed; choose it again.");
    case ErrorCode::PermissionDenied:
      return ErrorText::tr("You may not use %1. Ask for access to it, or choose another place.");
    case ErrorCode::NotAFile:
      return ErrorText::tr("%1 is neither a file nor a folder.");
    case ErrorCode::ReadFailed:
      return ErrorText::tr("%1 could not be read (%2). Nothing was changed; try again, or copy it to another disk.");
    case ErrorCode::TooManyFiles:
      return ErrorText::tr(
          "%1 could not be opened, because as many files are open as this computer allows a program. Open fewer at "
          "once, or pack them into one ZIP file and open that.");
    case ErrorCode::FileShrank:
      return ErrorText::tr("%1 has become shorter since it was opened. Read it again to see what it holds now.");
    case ErrorCode::FileGrew:
      return ErrorText::tr("%1 has become longer since it was opened. Read it again to see what was added.");
    case ErrorCode::FileReplaced:
      return ErrorText::tr("%1 was replaced by another file since it was opened. Read it again to see the new one.");
    case ErrorCode::FileChanged:
      return ErrorText::tr("%1 was changed since it was opened. Read it again to see what it holds now.");
    case ErrorCode::FolderGrew:
      return ErrorText::tr("There is something new in the folder %1 (%2). Read what is new to see it.");
    case ErrorCode::FileGone:
      return ErrorText::tr(
          "%1 is not in its folder any more. What was read of it is still shown, as long as it is open.");
    case ErrorCode::EmptyLog:
      return ErrorText::tr("%1 is empty.");
    case ErrorCode::EmptyFolder:
      return ErrorText::tr("There is no file in the folder %1.");
    case ErrorCode::NotALog:
      return ErrorText::tr(
          "%1 is not a delivery log. A log has a header line with a reason code or status column, or holds "
          "webhook events; this file has: %2");
    case ErrorCode::NoUsableColumn:
      return ErrorText::tr("%1 has no column with a reason code or a status. Its columns are: %2");
    case ErrorCode::SheetNotALog:
      return ErrorText::tr(
          "%1: only the first sheet of a workbook is read, and here it holds no delivery log. Move the sheet with the "
          "log to the front and save. The sheets are: %2");
    case ErrorCode::NoHeaderLine:
      return ErrorText::tr("%1 has no header where it was to be: %2. Choose another line for the header.");
    case ErrorCode::OtherReport:
      return ErrorText::tr(
          "%1: this is %2: it tells no deliveries. Open the report of bounces, or of sent communications, of that "
          "day.");
    case ErrorCode::UnsupportedFormat:
      return ErrorText::tr(
          "%1 is a kind of file that cannot be read (%2). Save it as CSV UTF-8 or XLSX and open that; unpack it first "
          "where it is an archive.");
    case ErrorCode::DamagedArchive:
      return ErrorText::tr(
          "%1 is damaged, and nothing of it was read: %2. Get the file again, or ask for it to be sent again.");
    case ErrorCode::EncryptedFile:
      return ErrorText::tr(
          "%1 is protected by a password. Save it without one, or unpack it with the password, and open that.");
    case ErrorCode::UnknownZone:
      return ErrorText::tr("There is no time zone “%1”. Examples: Europe/Berlin, UTC, +01:00");
    case ErrorCode::UnknownReason:
      return ErrorText::tr("There is no reason code “%1”.");
    case ErrorCode::BadArgument:
      return ErrorText::tr("“%1” cannot be used: %2");
    case ErrorCode::CatalogueInvalid:
      return ErrorText::tr("%1, line %3: %2. The catalogue file is not used; the built-in catalogue stays in force.");
    case ErrorCode::TargetIsLog:
      return ErrorText::tr("%1 is a log that is open, and logs are never changed. Choose another file.");
    case ErrorCode::WriteFailed:
      return ErrorText::tr(
          "%1 could not be written (%2). What was there before is unchanged; free some space or choose another "
          "place.");
  }
  return {};
}

}  // namespace

QString sentenceFor(const Error& error) {
  // Not arg() after arg(): a file's name may hold a "%2".
  QString sentence;
  const QString pattern = patternOf(error.code);
  for (qsizetype i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == QLatin1Char('%') && i + 1 < pattern.size();
    const QChar which = place ? pattern[i + 1] : QChar();
    if (which == QLatin1Char('1')) {
      sentence += text(error.subject);
    } else if (which == QLatin1Char('2')) {
      sentence += causeOf(error);
    } else if (which == QLatin1Char('3')) {
      sentence += plainNumber(error.line);
    } else {
      sentence += pattern[i];
      continue;
    }
    ++i;
  }
  return sentence;
}

}  // namespace undelivered
