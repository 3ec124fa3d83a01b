// SPDX-License-Identifier: GPL-3.0-or-later
// Callbacks of providers that somebody exported as a table: told by keys that nobody else has.
#include "input/delimited/table_shape.h"

#include <gtest/gtest.h>

#include "export/causes.h"
#include "input/delimited/recognise_delimited.h"
#include "input/provider/providers.h"
#include "store/record_reader.h"
#include "support/load_text.h"

namespace undelivered {
namespace {

Result<Recognition> recognise(const std::string& header) {
  ReadOptions options;
  options.anyTable = true;
  return recogniseDelimited(header + "\nx\n", true, options, "x");
}

std::string providerOf(const std::string& header) {
  const auto recognition = recognise(header);
  EXPECT_TRUE(recognition) << header;
  if (!recognition || recognition->provider == kNoProvider) return {};
  return providers()[recognition->provider].id;
}

/// The headers of the columns of a field, the first one first.
std::vector<std::string> columnsOf(const std::string& header, Field field) {
  const auto recognition = recognise(header);
  if (!recognition) return {"not recognised"};
  const auto index = static_cast<std::size_t>(field);
  std::vector<std::string> names;
  if (const auto& first = recognition->columnOf[index]) names.push_back(recognition->columns[*first]);
  for (const std::uint16_t column : recognition->fallbackColumns[index]) names.push_back(recognition->columns[column]);
  return names;
}

using Names = std::vector<std::string>;

TEST(TableShape, IsToldByKeysOfItsProvider) {
  const std::pair<const char*, const char*> kTables[] = {
      {"uuid,created_at,phone,dlr_code,status_code,callback_data", "lox24"},
      {"uuid,created_at,phone,dlr_code", "lox24"},
      {"dlr_code;status_code;phone;id", "lox24"},
      {"id,api_version,name,created_at,data.id,data.key_id,data.dlr_code,data.status_code,data.callback_data", "lox24"},
      {"msisdn,to,network-code,messageId,price,status,scts,err-code,message-timestamp,client-ref", "vonage"},
      {"msisdn,message-id,status,err-code,message-timestamp", "vonage"},
      {"message_uuid,to,from,timestamp,status,channel,error.title,error.detail", "vonage"},
      {"id,recipient,status,statusDatetime,statusReason,statusErrorCode", "messagebird"},
      {"id,reference,recipient,status,statusDatetime,mccmnc,ported", "messagebird"},
      {"batch_id,recipient,status,code,at", "sinch"},
      {"SmsSid,SmsStatus,MessageStatus,To,MessageSid,AccountSid,From,ApiVersion,ErrorCode", "twilio"},
      {"MessageSid,MessageStatus,ErrorCode,To,AccountSid", "twilio"},
      {"refId,id,resultCode,timestamp", "link-mobility"},
      {"msgid,to,status,statuscode,reason,receivetime,returndata,logdate,mcc,mnc,batchid", "link-mobility"},
      {"bulkId,messageId,to,sentAt,doneAt,status.groupName,status.name,error.name", "infobip"},
      {"messageId;to;status.groupId;status.id;doneAt", "infobip"},
      {"messages.msg.to,messages.msg.reference,messages.msg.status.code,messages.msg.status.errorCode", "cm"},
      {"received,to,reference,status.code,status.errorCode,status.errorDescription", "cm"},
      {"time;msisdn;message_id;message_state", "smpp"},
      {"receipted_message_id,message_state,network_error_code", "smpp"},
      {"id,submit date,done date,stat,err", "smpp"},
  };
  for (const auto& [header, provider] : kTables) EXPECT_EQ(providerOf(header), provider) << header;
}

TEST(TableShape, PlainLogsAreOfNoProvider) {
  for (const char* header : {
           "time;channel;status;code;recipient;reference;customer;message id",
           "timestamp,recipient,status,status_code,message_id,error_code",
           "id;uuid;created_at;phone;status;status_code",
           "msisdn;message_id;status;err;time",
           "time;msisdn;message_id;stat;err",
           "time;channel;recipient;message_state;code",
           "time;channel;recipient;stat;err;id",
           "msisdn,message_id,status,err_code,price,to",
           "message_uuid;channel;recipient;status;reasoncode;timestamp;from;to",
           "id,reference,recipient,status,status_date,status_reason",
           "recipient;status;status_datetime;reasoncode",
           "batch_id;recipient;status;code;time",
           "message_sid;status;to",
           "id;result_code;timestamp;recipient",
           "ref_id;result;timestamp;recipient;status",
           "msgid;status;to;log_date",
           "message_id;to;sent_at;done_at;status;status_name",
           "reference;to;received;status_code;error_code",
       }) {
    EXPECT_EQ(providerOf(header), "") << header;
  }
}

TEST(TableShape, RecipientIsTheProvidersAndNeverTheSender) {
  const std::string receipts = "to,msisdn,network-code,messageId,status,err-code,message-timestamp";
  EXPECT_EQ(columnsOf(receipts, Field::Recipient), Names{"msisdn"});
  EXPECT_EQ(columnsOf(receipts, Field::Code), Names{"err-code"});
}

TEST(TableShape, TimesOfTheTableStandInForThoseOfTheProvider) {
  const std::string callbacks = "MessageSid,MessageStatus,To,timestamp,RawDlrDoneDate";
  EXPECT_EQ(columnsOf(callbacks, Field::Time), (Names{"RawDlrDoneDate", "timestamp"}));
  EXPECT_EQ(columnsOf("MessageSid,MessageStatus,To,timestamp", Field::Time), Names{"timestamp"});
}

TEST(TableShape, OneColumnCanBeTwoFields) {
  const std::string reports =
      "messages.msg.to,messages.msg.reference,messages.msg.status.code,messages.msg.status.errorCode";
  EXPECT_EQ(columnsOf(reports, Field::Reference), Names{"messages.msg.reference"});
  EXPECT_EQ(columnsOf(reports, Field::MessageId), Names{"messages.msg.reference"});
}

TEST(TableShape, WhatAProviderCallsADiagnosticIsNoCode) {
  const std::string reports = "id,recipient,status,statusDatetime,statusReason,statusErrorCode";
  EXPECT_EQ(columnsOf(reports, Field::Code), Names{"statusErrorCode"});
  EXPECT_EQ(columnsOf(reports, Field::Diagnostic), Names{"statusReason"});
}

TEST(TableShape, RowsOfAnotherKindAreLeftOutAndTold) {
  const auto log = test::loadText(
      "\"Sid\";\"AccountSid\";\"To\";\"Status\";\"Direction\"\nS1;A;+491701;failed;outbound-api\n"
      "S2;A;+491702;failed;\" Inbound\"\n\"S3\";\"A\";\"+491703\";\"failed\";\"outbound\"\n"
      "S4;A;+491704;\"a\nb\";inbound\n\"S5;A;+491705;failed;inbound\"\nS6;A;+491706;failed\n");
  ASSERT_EQ(log->recordCount(), 3u);
  RecordReader reader(log);
  Names recipients;
  for (std::uint32_t row = 0; row < 3; ++row) recipients.push_back(reader.read(RowId{row})->recipient);
  EXPECT_EQ(recipients, (Names{"+491701", "+491703", "+491706"}));
  const auto& leftOut = log->report()[IssueKind::OtherEvent];
  ASSERT_EQ(leftOut.count, 3u);
  EXPECT_EQ(leftOut.samples[2].line, 7u);
  EXPECT_EQ(detailInWords(IssueKind::OtherEvent, leftOut.samples[0].detail, "de"), "Eingehende Nachricht");
  EXPECT_EQ(log->report().leftOut(), 3u);
}

TEST(TableShape, ColumnThatSaysWhatARowIsMayBeMissing) {
  const auto log = test::loadText("Sid,AccountSid,To,Status\nS1,A,+491701,failed\n");
  EXPECT_EQ(log->recordCount(), 1u);
  EXPECT_EQ(log->report().total(), 0u);
}

}  // namespace
}  // namespace undelivered
