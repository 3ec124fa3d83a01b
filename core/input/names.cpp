// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/names.h"
#include "input/field.h"
#include "input/read_report.h"
#include "input/source.h"

namespace undelivered {
namespace {

constexpr NameTable<Field, kFieldCount> kFieldNames{{{Field::Time, "time"},
                                                     {Field::Code, "code"},
                                                     {Field::Status, "status"},
                                                     {Field::Channel, "channel"},
                                                     {Field::Recipient, "recipient"},
                                                     {Field::Customer, "customer"},
                                                     {Field::Reference, "reference"},
                                                     {Field::MessageId, "messageId"},
                                                     {Field::EventId, "eventId"},
                                                     {Field::Diagnostic, "diagnostic"}}};
constexpr NameTable<Encoding, 5> kEncodingNames{{{Encoding::Utf8, "utf-8"},
                                                 {Encoding::Windows1252, "windows-1252"},
                                                 {Encoding::Utf16Le, "utf-16le"},
                                                 {Encoding::Utf16Be, "utf-16be"},
                                                 {Encoding::Cp850, "cp850"}}};
constexpr NameTable<Format, 5> kFormatNames{{{Format::Delimited, "delimited"},
                                             {Format::CollectAiEvents, "collectai-events"},
                                             {Format::ProviderEvents, "provider-events"},
                                             {Format::Lines, "lines"},
                                             {Format::Mail, "mail"}}};
constexpr NameTable<IssueKind, kIssueKindCount> kIssueNames{{{IssueKind::TooFewColumns, "tooFewColumns"},
                                                             {IssueKind::TooManyColumns, "tooManyColumns"},
                                                             {IssueKind::UnterminatedQuote, "unterminatedQuote"},
                                                             {IssueKind::MisplacedQuote, "misplacedQuote"},
                                                             {IssueKind::RecordTooLong, "recordTooLong"},
                                                             {IssueKind::InvalidJson, "invalidJson"},
                                                             {IssueKind::NotAnEvent, "notAnEvent"},
                                                             {IssueKind::OtherEvent, "otherEvent"},
                                                             {IssueKind::RepeatedEvent, "repeatedEvent"},
                                                             {IssueKind::RepeatedRecord, "repeatedRecord"},
                                                             {IssueKind::RepeatedHeader, "repeatedHeader"},
                                                             {IssueKind::NoRecord, "noRecord"},
                                                             {IssueKind::NoRecipient, "noRecipient"},
                                                             {IssueKind::NoCodeNoStatus, "noCodeNoStatus"},
                                                             {IssueKind::UnknownStatus, "unknownStatus"},
                                                             {IssueKind::Contradiction, "contradiction"},
                                                             {IssueKind::BadTime, "badTime"},
                                                             {IssueKind::AmbiguousTime, "ambiguousTime"},
                                                             {IssueKind::SkippedTime, "skippedTime"},
                                                             {IssueKind::UnknownChannel, "unknownChannel"},
                                                             {IssueKind::BadEncoding, "badEncoding"},
                                                             {IssueKind::NulByte, "nulByte"},
                                                             {IssueKind::TooManyCodes, "tooManyCodes"},
                                                             {IssueKind::NumberAsFloat, "numberAsFloat"},
                                                             {IssueKind::LostZero, "lostZero"},
                                                             {IssueKind::DateAsReference, "dateAsReference"},
                                                             {IssueKind::SpreadsheetError, "spreadsheetError"},
                                                             {IssueKind::EmptyColumns, "emptyColumns"},
                                                             {IssueKind::QuotedLines, "quotedLines"},
                                                             {IssueKind::FileUnreadable, "fileUnreadable"},
                                                             {IssueKind::FileSkipped, "fileSkipped"},
                                                             {IssueKind::FileRepeated, "fileRepeated"},
                                                             {IssueKind::PartNotRead, "partNotRead"}}};

}  // namespace

std::optional<Field> fieldFromName(std::string_view text) { return valueIn(kFieldNames, text); }
std::optional<Encoding> encodingFromName(std::string_view text) { return valueIn(kEncodingNames, text); }
std::string_view name(Field field) { return nameIn(kFieldNames, field); }
std::string_view name(Encoding encoding) { return nameIn(kEncodingNames, encoding); }
std::string_view name(Format format) { return nameIn(kFormatNames, format); }
std::string_view name(IssueKind kind) { return nameIn(kIssueNames, kind); }

}  // namespace undelivered
