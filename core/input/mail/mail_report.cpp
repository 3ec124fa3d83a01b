// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/mail/mail_report.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/blanks.h"
#include "input/encoding.h"
#include "input/mail/delivery_status.h"
#include "input/mail/report_text.h"
#include "input/time_parser.h"

namespace undelivered {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  }
  return result;
}

/// The first time that can be read, in a form that parseTime() reads; the first text where none can.
std::string firstTime(std::initializer_list<std::string_view> texts) {
  std::string first;
  for (std::string_view text : texts) {
    text = trimBlanks(text);
    if (text.empty()) continue;
    if (parseTime(text)) return std::string(text);
    if (auto old = oldMailTime(std::string(text))) return *old;
    if (first.empty()) first = toUtf8(text);
  }
  return first;
}

/// Action and Status together (RFC 3464 2.3.3, 2.3.4). Where they disagree it is a failure: a wrong "delivered" hides
/// work.
void settle(MailRecord& record) {
  const char statusClass = record.code.empty() ? '\0' : record.code.front();
  const bool failedCode = statusClass == '4' || statusClass == '5';
  if (record.action.empty() && statusClass != '\0') {
    record.action = statusClass == '2' ? "delivered" : "failed";
  } else if (record.action == "failed" && statusClass == '2') {
    record.contradiction = true;
    record.code.clear();  // what the server said decides
  } else if (failedCode &&
             (record.action == "delivered" || record.action == "relayed" || record.action == "expanded")) {
    record.contradiction = true;
    record.action = "failed";
  }
}

MailRecord recordOf(MailFields fields, const DeliveryStatus& status, std::string_view date) {
  MailRecord record;
  for (auto& [name, value] : fields) {
    record.badEncoding |= !isValidUtf8(name) || !isValidUtf8(value);
    name = toUtf8(name);
    value = toUtf8(value);
  }
  record.fields = std::move(fields);
  const auto field = [&](std::string_view name) { return valueOf(record.fields, name); };
  record.action = lower(trimBlanks(field("Action").substr(0, field("Action").find('('))));
  record.code = statusCode(field("Status"));
  record.diagnostic = field("Diagnostic-Code");
  record.recipient = recipientAddress(field("Original-Recipient"));
  if (record.recipient.find('@') == std::string::npos) {
    std::string final = recipientAddress(field("Final-Recipient"));
    if (!final.empty()) record.recipient = std::move(final);
  }
  record.time = firstTime({field("Last-Attempt-Date"), valueOf(status.message, "Arrival-Date"), date});
  settle(record);
  return record;
}

/// Whether the sender of a message is a mail system, by what it calls itself.
bool isMailSystem(const MailMessage& message) {
  const std::string from = lower(message.from);
  return from.find("mailer-daemon") != std::string::npos || from.find("postmaster@") != std::string::npos ||
         from.find("mail delivery s") != std::string::npos;
}

/// Whether its envelope or its subject says that nobody wrote it.
bool isFromNobody(const MailMessage& message) {
  static constexpr auto kSubjects = std::to_array<std::string_view>(
      {"failure notice", "delivery", "undeliver", "returned mail", "unzustellbar", "zustell"});
  const std::string subject = lower(message.subject);
  const auto named = [&](std::string_view word) { return subject.find(word) != std::string::npos; };
  return trimBlanks(message.sender) == "<>" || message.automatic ||
         std::any_of(kSubjects.begin(), kSubjects.end(), named);
}

std::vector<std::string_view> addressesIn(std::string_view list) {
  std::vector<std::string_view> addresses;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view address = trimBlanks(list.substr(0, end));
    if (address.find('@') != std::string_view::npos) addresses.push_back(address);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return addresses;
}

void readWords(const MailMessage& message, bool statedReport, MailReport& report) {
  ReportText words = readReportText(message.text);
  const bool system = isMailSystem(message);
  const bool isReport =
      statedReport || !message.failedRecipients.empty() || system || (words.isReport && isFromNobody(message));
  if (!isReport) return;
  // Addresses in a text that is not understood may be anybody's.
  if (!words.isReport) words.recipients.clear();
  for (const std::string_view address : addressesIn(message.failedRecipients)) {
    const auto same = [&](const auto& known) { return lower(known.first) == lower(address); };
    if (std::none_of(words.recipients.begin(), words.recipients.end(), same)) {
      words.recipients.emplace_back(address, std::string());
    }
  }
  if (words.recipients.empty()) {
    report.kind = MailReport::Kind::NoRecipient;
    report.detail = message.subject;
    return;
  }
  report.kind = MailReport::Kind::Records;
  for (auto& [address, reason] : words.recipients) {
    MailRecord& record = report.records.emplace_back();
    record.time = firstTime({message.date});
    record.action = words.delayed ? "delayed" : "failed";
    record.recipient = std::move(address);
    record.diagnostic = std::move(reason);
    record.fields = {{"Recipient", record.recipient}, {"Reason", record.diagnostic}};
  }
}

/// What a message without any report about a delivery is.
std::string otherMail(const MailMessage& message) {
  const bool feedback = message.feedback || message.reportType == "feedback-report";
  const bool disposition = message.disposition || message.reportType == "disposition-notification";
  const char* what = feedback            ? "a complaint (feedback report)"
                     : disposition       ? "a receipt of reading (disposition notification)"
                     : message.automatic ? "an automatic reply"
                                         : "another mail";
  return message.subject.empty() ? what : fmt::format("{}: {}", what, message.subject);
}

MailReport reportOf(const MailMessage& message);

/// The records of the reports that are attached to a message; those that are told in words alone only where `inWords`.
std::vector<MailRecord> attachedRecords(const MailMessage& message, bool inWords) {
  std::vector<MailRecord> records;
  for (const MailMessage& attached : message.attached) {
    MailReport report = reportOf(attached);
    const bool isTaken = inWords || attached.deliveryStatus || !attached.attached.empty();
    if (report.kind != MailReport::Kind::Records || !isTaken) continue;
    for (MailRecord& record : report.records) {
      if (record.messageId.empty()) record.messageId = report.messageId;
      if (record.eventId.empty()) record.eventId = report.eventId;
      record.fields.insert(record.fields.begin(), report.fields.begin(), report.fields.end());
      records.push_back(std::move(record));
    }
  }
  return records;
}

MailReport reportOf(const MailMessage& message) {
  MailReport report;
  report.messageId = message.originalMessageId.empty() ? message.inReplyTo : message.originalMessageId;
  report.eventId = message.messageId;
  report.fields = {{"Subject", message.subject}, {"From", message.from}, {"Date", message.date}};

  const bool otherReport = message.feedback || message.disposition || message.reportType == "feedback-report" ||
                           message.reportType == "disposition-notification";
  if (message.deliveryStatus) {
    DeliveryStatus status = readDeliveryStatus(*message.deliveryStatus);
    for (MailFields& recipient : status.recipients) {
      report.records.push_back(recordOf(std::move(recipient), status, message.date));
    }
    for (const auto& [name, value] : status.message) report.fields.emplace_back(toUtf8(name), toUtf8(value));
    report.kind = report.records.empty() ? MailReport::Kind::NoRecipient : MailReport::Kind::Records;
    report.detail = message.subject;
  } else if (!otherReport) {
    readWords(message, message.contentType == "multipart/report", report);
  }
  for (std::size_t i = 0; i < report.records.size(); ++i) report.records[i].index = i;
  // What a mail system says itself goes before what it sends back; else a status goes before somebody's words about it.
  const bool hasOwn = report.kind == MailReport::Kind::Records;
  if (!hasOwn || !isMailSystem(message)) {
    if (auto attached = attachedRecords(message, !hasOwn); !attached.empty()) {
      report.kind = MailReport::Kind::Records;
      report.records = std::move(attached);
    }
  }
  if (report.kind == MailReport::Kind::OtherMail) report.detail = otherMail(message);
  return report;
}

}  // namespace

MailReport readReport(std::string_view bytes) { return reportOf(readMessage(bytes)); }

}  // namespace undelivered
