// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reader_texts.h"

#include <fmt/format.h>

#include <iterator>

namespace undelivered::bench {
namespace {

constexpr std::uint64_t kDay = 1741046400;  // 4 March 2025, 00:00 UTC

const std::vector<std::string_view> kSendgridRows{
    "2025-03-04 $tZ,m-$n,delivered,Ihre Rechnung,mahnung$ttenant.example.org,r$r@example.org,250 2.0.0 OK,,,\n",
    "2025-03-04 $tZ,m-$n,bounce,Ihre Rechnung,mahnung$ttenant.example.org,r$r@example.org,"
    "\"550 5.1.1 refused, user unknown\",,,bounce\n",
    "2025-03-04 $tZ,m-$n,deferred,Ihre Rechnung,mahnung$ttenant.example.org,r$r@example.org,421 4.7.0 later,,,\n"};

const std::vector<std::string_view> kMailgunRows{
    "r$r@example.org,550,5.1.1 user unknown,\"Tue, 04 Mar 2025 $t UTC\"\n",
    "r$r@example.org,552,\"5.2.2 over quota, id $n\",\"Tue, 04 Mar 2025 $t UTC\"\n"};

const std::vector<std::string_view> kSesEvents{
    R"({"eventType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General","bouncedRecipients":[{"emailAddress":"r$r@example.org","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}],"timestamp":"2025-03-04T$t.500Z","feedbackId":"fb-$n"},"mail":{"timestamp":"2025-03-04T08:00:01.101Z","messageId":"0102-$n","source":"mahnung@tenant.example","destination":["r$r@example.org"],"tags":{"ses:configuration-set":["dunning"]}}})"
    "\n",
    R"({"eventType":"Delivery","delivery":{"timestamp":"2025-03-04T$t.500Z","processingTimeMillis":512,"recipients":["r$r@example.org"],"smtpResponse":"250 2.6.0 Message received","reportingMTA":"mta.example.org"},"mail":{"timestamp":"2025-03-04T08:00:01.101Z","messageId":"0102-$n","source":"mahnung@tenant.example","destination":["r$r@example.org"],"tags":{"ses:configuration-set":["dunning"]}}})"
    "\n"};

const std::vector<std::string_view> kSesNotifications{
    R"({"Type":"Notification","MessageId":"9d3a0000-0003-4000-8000-$n","TopicArn":"arn:aws:sns:eu-central-1:000000000000:bounces","Message":"{\"notificationType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Transient\",\"bounceSubType\":\"MailboxFull\",\"bouncedRecipients\":[{\"emailAddress\":\"r$r@example.org\"}],\"timestamp\":\"2025-03-04T$t.500Z\",\"feedbackId\":\"fb-$n\"},\"mail\":{\"timestamp\":\"2025-03-04T08:00:01.101Z\",\"messageId\":\"0102-$n\",\"source\":\"mahnung@tenant.example\",\"destination\":[\"r$r@example.org\"]}}","Timestamp":"2025-03-04T$t.000Z","SignatureVersion":"1"})"
    "\n"};

const std::vector<std::string_view> kSendgridEvents{
    R"({"email":"r$r@example.org","timestamp":$s,"smtp-id":"<s$n@ismtpd-1>","event":"delivered","category":["dunning"],"sg_event_id":"ev-$n","sg_message_id":"m-$n.filter.1","response":"250 OK"})"
    "\n",
    R"({"email":"r$r@example.org","timestamp":$s,"smtp-id":"<s$n@ismtpd-1>","event":"bounce","category":["dunning"],"sg_event_id":"ev-$n","sg_message_id":"m-$n.filter.1","reason":"550 5.1.1 The email account that you tried to reach does not exist.","status":"5.1.1","type":"bounce","bounce_classification":"Invalid Address"})"
    "\n"};

const std::vector<std::string_view> kMailgunEvents{
    R"({"signature":{"timestamp":"$s","token":"tok$n","signature":"00"},"event-data":{"event":"delivered","id":"mg-$n","timestamp":$s.375624,"log-level":"info","recipient-domain":"example.org","recipient":"r$r@example.org","message":{"headers":{"to":"r$r@example.org","message-id":"out-$n@tenant.example.org","from":"mahnung@tenant.example.org","subject":"Rechnung"},"size":512},"flags":{"is-test-mode":false},"tags":["dunning"],"delivery-status":{"code":250,"message":"OK","description":""}}})"
    "\n",
    R"({"signature":{"timestamp":"$s","token":"tok$n","signature":"00"},"event-data":{"event":"failed","id":"mg-$n","timestamp":$s.375624,"log-level":"error","recipient-domain":"example.org","recipient":"r$r@example.org","message":{"headers":{"to":"r$r@example.org","message-id":"out-$n@tenant.example.org","from":"mahnung@tenant.example.org","subject":"Rechnung"},"size":512},"flags":{"is-test-mode":false},"tags":["dunning"],"severity":"permanent","reason":"bounce","delivery-status":{"attempt-no":1,"code":550,"enhanced-code":"5.1.1","message":"5.1.1 The email account that you tried to reach does not exist.","description":""}}})"
    "\n"};

const std::vector<std::string_view> kPostmarkEvents{
    R"({"RecordType":"Bounce","MessageStream":"outbound","ID":1$n,"Type":"HardBounce","TypeCode":1,"Name":"Hard bounce","Tag":"dunning","MessageID":"883953f4-$n","ServerID":23,"Description":"The server was unable to deliver your message","Details":"smtp;550 5.1.1 user unknown","Email":"r$r@example.org","From":"mahnung@tenant.example.org","BouncedAt":"2025-03-04T$t.2735393Z","DumpAvailable":true,"Inactive":true,"CanActivate":true,"Subject":"Rechnung"})"
    "\n",
    R"({"RecordType":"Delivery","MessageStream":"outbound","ServerID":23,"MessageID":"883953f4-$n","Recipient":"r$r@example.org","Tag":"dunning","DeliveredAt":"2025-03-04T$tZ","Details":"Test delivery webhook details"})"
    "\n"};

const std::vector<std::string_view> kTwilioMessages{
    R"({"sid":"SM00000000000000000000000$n","account_sid":"AC00000000000000000000000000000001","date_created":"2025-03-04T08:00:00Z","date_updated":"2025-03-04T$tZ","date_sent":"2025-03-04T08:00:01Z","to":"+49176$r","from":"TENANT","body":"Ihre Rechnung","status":"delivered","num_segments":1,"direction":"outbound-api","price":"-0.07","error_code":null})"
    "\n",
    R"({"sid":"SM00000000000000000000000$n","account_sid":"AC00000000000000000000000000000001","date_created":"2025-03-04T08:00:00Z","date_updated":"2025-03-04T$tZ","date_sent":"2025-03-04T08:00:01Z","to":"+49176$r","from":"TENANT","body":"Ihre Rechnung","status":"undelivered","num_segments":1,"direction":"outbound-api","price":"-0.07","error_code":30003})"
    "\n"};

const std::vector<std::string_view> kInfobipReports{
    R"({"results":[{"bulkId":"b-$n","messageId":"msg-$n","to":"49176$r","from":"TENANT","sentAt":"2025-03-04T08:14:00.000+0000","doneAt":"2025-03-04T$t.123+0000","smsCount":1,"mccMnc":"26201","price":{"pricePerMessage":0.01,"currency":"EUR"},"status":{"groupId":3,"groupName":"DELIVERED","id":5,"name":"DELIVERED_TO_HANDSET","description":"Message delivered to handset"},"error":{"groupId":0,"groupName":"OK","id":0,"name":"NO_ERROR","description":"No Error","permanent":false}}]})"
    "\n",
    R"({"results":[{"bulkId":"b-$n","messageId":"msg-$n","to":"49176$r","from":"TENANT","sentAt":"2025-03-04T08:14:00.000+0000","doneAt":"2025-03-04T$t.123+0000","smsCount":1,"mccMnc":"26201","price":{"pricePerMessage":0.01,"currency":"EUR"},"status":{"groupId":2,"groupName":"UNDELIVERABLE","id":9,"name":"UNDELIVERABLE_NOT_DELIVERED","description":"Message sent not delivered"},"error":{"groupId":1,"groupName":"HANDSET_ERRORS","id":27,"name":"EC_ABSENT_SUBSCRIBER","description":"Absent Subscriber","permanent":false}}]})"
    "\n"};

const std::vector<std::string_view> kVonageReceipts{
    R"({"msisdn":"49176$r","to":"TENANT","network-code":"26201","messageId":"0B$n","price":"0.07","status":"delivered","scts":"2503040800","err-code":"0","api-key":"abcd","message-timestamp":"2025-03-04 $t","client-ref":"RE-$n"})"
    "\n",
    R"({"msisdn":"49176$r","to":"TENANT","network-code":"26201","messageId":"0B$n","price":"0.07","status":"failed","scts":"2503040800","err-code":"6","api-key":"abcd","message-timestamp":"2025-03-04 $t","client-ref":"RE-$n"})"
    "\n"};

const std::vector<std::string_view> kEventBridge{
    R"({"version":"0","id":"eb-$n","detail-type":"Email Bounced","source":"aws.ses","account":"000000000000","time":"2025-03-04T$tZ","region":"eu-central-1","resources":[],"detail":{"eventType":"Bounce","bounce":{"bounceType":"Transient","bounceSubType":"MailboxFull","bouncedRecipients":[{"emailAddress":"r$r@example.org","action":"failed","status":"5.2.2","diagnosticCode":"smtp; 552 5.2.2 mailbox \"r$r\" is full"}],"timestamp":"2025-03-04T$t.5Z","feedbackId":"fb-$n"},"mail":{"timestamp":"2025-03-04T08:00:01.101Z","messageId":"0102-$n","source":"mahnung@tenant.example","destination":["r$r@example.org"],"tags":{"ses:configuration-set":["dunning"]}}}})"
    "\n"};

// In a message of SQS: JSON in JSON in JSON.
const std::vector<std::string_view> kSqsMessages{
    R"({"MessageId":"sqs-$n","ReceiptHandle":"AQEB$n","Body":"{\"Type\":\"Notification\",\"MessageId\":\"9d3a0000-0003-4000-8000-$n\",\"TopicArn\":\"arn:aws:sns:eu-central-1:000000000000:bounces\",\"Message\":\"{\\\"notificationType\\\":\\\"Bounce\\\",\\\"bounce\\\":{\\\"bounceType\\\":\\\"Transient\\\",\\\"bounceSubType\\\":\\\"MailboxFull\\\",\\\"bouncedRecipients\\\":[{\\\"emailAddress\\\":\\\"r$r@example.org\\\"}],\\\"timestamp\\\":\\\"2025-03-04T$t.500Z\\\",\\\"feedbackId\\\":\\\"fb-$n\\\"},\\\"mail\\\":{\\\"timestamp\\\":\\\"2025-03-04T08:00:01.101Z\\\",\\\"messageId\\\":\\\"0102-$n\\\",\\\"source\\\":\\\"mahnung@tenant.example\\\",\\\"destination\\\":[\\\"r$r@example.org\\\"]}}\"}"})"
    "\n"};

// As a webhook sends them: several in an array, one request in a line. What servers answer has numbers of its own.
const std::vector<std::string_view> kSendgridRequests{
    R"([{"email":"r$r@example.org","timestamp":$s,"smtp-id":"<s$n@ismtpd-1>","event":"delivered","category":["dunning"],"sg_event_id":"ev-$n","sg_message_id":"m-$n.filter.1","response":"250 2.0.0 OK $s r$r-gsmtp"},)",
    R"({"email":"r$r@example.org","timestamp":$s,"smtp-id":"<s$n@ismtpd-1>","event":"bounce","category":["dunning"],"sg_event_id":"ev-$n","sg_message_id":"m-$n.filter.1","reason":"550 5.1.1 <r$r@example.org>: \"r$r\" does not exist.","status":"5.1.1","type":"bounce","bounce_classification":"Invalid Address"}])"
    "\n"};

const std::vector<std::string_view> kCallbacks{
    "2025-03-04T$tZ POST /twilio/status 200 body: SmsSid=SM00000000000000000000000$n&SmsStatus=delivered&"
    "MessageStatus=delivered&To=%2B49176$r&MessageSid=SM00000000000000000000000$n&"
    "AccountSid=AC00000000000000000000000000000001&From=TENANT&ApiVersion=2010-04-01\n",
    "203.0.113.5 - - [04/Mar/2025:$t +0000] \"GET /webhooks/dlr?msisdn=49176$r&to=TENANT&network-code=26201&"
    "messageId=0B$n&price=0.07&status=failed&scts=2503040800&err-code=6&api-key=abcd&"
    "message-timestamp=2025-03-04+08%3A15%3A00&client-ref=RE-$n HTTP/1.1\" 204 0 \"-\" \"Vonage\"\n"};

const std::vector<std::string_view> kReports{
    "From MAILER-DAEMON Tue Mar  4 $t 2025\nReturn-Path: <>\n"
    "From: MAILER-DAEMON@mail.tenant.example.org (Mail Delivery System)\nTo: mahnung@tenant.example.org\n"
    "Subject: Undelivered Mail Returned to Sender\nDate: Tue,  4 Mar 2025 $t +0000\n"
    "Message-ID: <dsn-$n@mail.tenant.example.org>\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n"
    "Content-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"b-$n\"\n\n"
    "This is a MIME-encapsulated message.\n\n--b-$n\nContent-Description: Notification\n"
    "Content-Type: text/plain; charset=us-ascii\n\nThis is the mail system at host mail.tenant.example.org.\n\n"
    "I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n"
    "--b-$n\nContent-Description: Delivery report\nContent-Type: message/delivery-status\n\n"
    "Reporting-MTA: dns; mail.tenant.example.org\nX-Postfix-Queue-ID: 4Z$n\nArrival-Date: Tue,  4 Mar 2025 $t +0000\n\n"
    "Final-Recipient: rfc822; r$r@example.org\nOriginal-Recipient: rfc822;r$r@example.org\nAction: failed\n"
    "Status: 5.1.1\nRemote-MTA: dns; mx.example.org\n"
    "Diagnostic-Code: smtp; 550 5.1.1 <r$r@example.org>: Recipient address\n    rejected: User unknown in virtual "
    "mailbox table\nLast-Attempt-Date: Tue, 4 Mar 2025 $t +0000\n\n"
    "--b-$n\nContent-Description: Undelivered Message\nContent-Type: message/rfc822\n\n"
    "Received: by mail.tenant.example.org (Postfix) id 4Z$n; Tue,  4 Mar 2025 $t +0000\n"
    "From: mahnung@tenant.example.org\nTo: r$r@example.org\nSubject: Rechnung\n"
    "Message-ID: <out-$n@tenant.example.org>\nDate: Tue, 4 Mar 2025 $t +0000\n\nGuten Tag\n\n--b-$n--\n\n"};

}  // namespace

std::vector<ReaderText> readerTexts() {
  return {
      {"sendgrid-csv", "SendGrid's CSV", "csv",
       "processed,message_id,event,subject,from,email,reason,attempt,url,type\n", kSendgridRows},
      {"mailgun-csv", "Mailgun's CSV", "csv", "address,code,error,created_at\n", kMailgunRows},
      {"ses", "Amazon SES events", "ndjson", "", kSesEvents},
      {"ses-sns", "Amazon SES in SNS", "ndjson", "", kSesNotifications},
      {"sendgrid", "SendGrid events", "ndjson", "", kSendgridEvents},
      {"mailgun", "Mailgun events", "ndjson", "", kMailgunEvents},
      {"postmark", "Postmark events", "ndjson", "", kPostmarkEvents},
      {"twilio", "Twilio messages", "ndjson", "", kTwilioMessages},
      {"infobip", "Infobip reports", "ndjson", "", kInfobipReports},
      {"vonage", "Vonage receipts", "ndjson", "", kVonageReceipts},
      {"ses-eventbridge", "Amazon SES in EventBridge", "ndjson", "", kEventBridge},
      {"ses-sqs", "Amazon SES in SNS in SQS", "ndjson", "", kSqsMessages},
      {"sendgrid-arrays", "SendGrid events in arrays", "json", "", kSendgridRequests},
      {"callbacks", "callback queries", "log", "", kCallbacks},
      {"mail", "mailbox of reports", "mbox", "", kReports, 10},
  };
}

void putRecord(std::string& out, std::string_view record, std::uint64_t number) {
  const std::uint64_t second = number % 86400;
  const auto to = std::back_inserter(out);
  while (true) {
    const std::size_t mark = record.find('$');
    out += record.substr(0, mark);
    if (mark == std::string_view::npos) return;
    switch (record[mark + 1]) {
      case 'r':
        fmt::format_to(to, "{:07}", number * 7919 % 1000003);  // far from the order of the records
        break;
      case 'n':
        fmt::format_to(to, "{:09}", number);
        break;
      case 't':
        fmt::format_to(to, "{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
        break;
      case 's':
        fmt::format_to(to, "{}", kDay + second);
        break;
    }
    record.remove_prefix(mark + 2);
  }
}

}  // namespace undelivered::bench
