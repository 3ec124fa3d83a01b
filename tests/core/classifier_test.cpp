// SPDX-License-Identifier: GPL-3.0-or-later
// What a record's code, status, channel and recipient say together.
#include "classify/classifier.h"

#include <gtest/gtest.h>

#include "classify/status.h"

namespace undelivered {
namespace {

struct Cells {
  std::string_view code, status, channel, recipient;
  bool failureEvent = false;
};

Classification classified(const Cells& cells, const Catalogue& catalogue = *Catalogue::builtIn()) {
  RecordView record;
  record[Field::Code] = cells.code;
  record[Field::Status] = cells.status;
  record[Field::Channel] = cells.channel;
  record[Field::Recipient] = cells.recipient;
  record.failureEvent = cells.failureEvent;
  return classify(record, catalogue);
}

std::string reasonOf(const Cells& cells) {
  const Classification result = classified(cells);
  return result.known ? Catalogue::builtIn()->reason(*result.known).code : result.unknownCode;
}

TEST(ClassifierChannel, OfTheLogComesFirst) {
  EXPECT_EQ(classified({"EXPIRED", "", "E-Mail", "+491701234567"}).channel, Channel::Email);
  EXPECT_EQ(classified({"INVALID_EMAIL_ADDRESS", "", "letter", "a@b.de"}).channel, Channel::Letter);
  for (const char* cell : {"email", "EMAIL", "E-Mail", "e mail", "mail"})
    EXPECT_EQ(classified({"", "failed", cell, ""}).channel, Channel::Email) << cell;
  for (const char* cell : {"sms", "SMS", "Text message"})
    EXPECT_EQ(classified({"", "failed", cell, ""}).channel, Channel::Sms) << cell;
  for (const char* cell : {"letter", "Brief", "POST"})
    EXPECT_EQ(classified({"", "failed", cell, ""}).channel, Channel::Letter) << cell;
}

TEST(ClassifierChannel, OfTheReasonWhereTheLogHasNone) {
  EXPECT_EQ(classified({"EXPIRED", "", "", "a@b.de"}).channel, Channel::Sms);
  EXPECT_EQ(classified({"BOUNCE_TRANSIENT_GENERAL", "", "", "+491701234567"}).channel, Channel::Email);
}

TEST(ClassifierChannel, OfTheRecipientWhereTheReasonHasBoth) {
  EXPECT_EQ(classified({"HANDOVER_ERROR", "", "", "a@b.de"}).channel, Channel::Email);
  EXPECT_EQ(classified({"HANDOVER_ERROR", "", "", "+49 (0)170 1234567"}).channel, Channel::Sms);
  EXPECT_EQ(classified({"HANDOVER_ERROR", "", "", "Erika Muster"}).channel, Channel::Unknown);
  EXPECT_EQ(classified({"HANDOVER_ERROR", "", "", ""}).channel, Channel::Unknown);
}

TEST(ClassifierChannel, ElseUnknown) {
  EXPECT_EQ(classified({"NEW_CODE", "failed", "", "a@b.de"}).channel, Channel::Unknown);
  EXPECT_EQ(classified({"", "delivered", "", "a@b.de"}).channel, Channel::Unknown);
}

TEST(ClassifierChannel, CellThatNamesNoneIsToldAndTheReasonDecides) {
  const Classification result = classified({"EXPIRED", "", "fax", ""});
  EXPECT_TRUE(result.unknownChannel);
  EXPECT_EQ(result.channel, Channel::Sms);
  EXPECT_FALSE(classified({"EXPIRED", "", "unknown", ""}).unknownChannel);
  EXPECT_FALSE(classified({"EXPIRED", "", "", ""}).unknownChannel);
}

TEST(ClassifierOutcome, OfTheStatus) {
  for (const char* status : {"delivered", "DELIVRD", "zugestellt", "ok", "Message Delivered"})
    EXPECT_EQ(classified({"", status, "email", ""}).outcome, Outcome::Delivered) << status;
  for (const char* status :
       {"failed", "UNDELIV", "not delivered", "nicht zugestellt", "bounced", "rejected", "expired"})
    EXPECT_EQ(classified({"", status, "email", ""}).outcome, Outcome::Failed) << status;
  for (const char* status :
       {"accepted", "ACCEPTD", "sent", "queued", "versendet", "delivery-delay", "verzögert", "VERZÖGERT"})
    EXPECT_EQ(classified({"", status, "email", ""}).outcome, Outcome::Pending) << status;
  EXPECT_EQ(classified({"", "unknown", "email", ""}).outcome, Outcome::Unknown);
  EXPECT_FALSE(classified({"", "unknown", "email", ""}).unknownStatus);
}

TEST(ClassifierOutcome, StatusThatNobodyKnowsIsTold) {
  const Classification result = classified({"", "gibberish", "email", ""});
  EXPECT_EQ(result.outcome, Outcome::Unknown);
  EXPECT_TRUE(result.unknownStatus);
  EXPECT_FALSE(result.noCodeNoStatus);
}

TEST(ClassifierOutcome, NeitherCodeNorStatusIsTold) {
  for (const char* none : {"", "-", "n/a", "NULL", "0"}) {
    const Classification result = classified({none, "", "email", ""});
    EXPECT_EQ(result.outcome, Outcome::Unknown) << none;
    EXPECT_TRUE(result.noCodeNoStatus) << none;
    EXPECT_TRUE(result.unknownCode.empty()) << none;
  }
}

TEST(ClassifierOutcome, KnownCodeIsAFailureWhateverTheStatus) {
  for (const char* status : {"", "failed", "sent", "unknown", "gibberish"}) {
    const Classification result = classified({"EXPIRED", status, "sms", ""});
    EXPECT_EQ(result.outcome, Outcome::Failed) << status;
    EXPECT_FALSE(result.contradiction) << status;
  }
}

TEST(ClassifierOutcome, DeliveredWithACodeOfTheCatalogueIsAContradiction) {
  const Classification result = classified({"EXPIRED", "delivered", "sms", ""});
  EXPECT_EQ(result.outcome, Outcome::Failed);
  EXPECT_TRUE(result.contradiction);
}

TEST(ClassifierOutcome, FailureEventIsAFailureWithoutAnyCode) {
  const Classification result = classified({"", "", "EMAIL", "a@b.de", true});
  EXPECT_EQ(result.outcome, Outcome::Failed);
  EXPECT_FALSE(result.known);
  EXPECT_FALSE(result.noCodeNoStatus);
}

TEST(ClassifierReason, UnknownCodeIsKeptVerbatim) {
  const Classification result = classified({"Empfänger unbekannt verzogen", "failed", "letter", ""});
  EXPECT_FALSE(result.known);
  EXPECT_EQ(result.unknownCode, "Empfänger unbekannt verzogen");
  EXPECT_EQ(result.outcome, Outcome::Failed);
  EXPECT_EQ(classified({"NEW_CODE", "", "", ""}).outcome, Outcome::Failed);
  EXPECT_EQ(classified({"NEW_CODE", "sent", "", ""}).outcome, Outcome::Pending);
}

TEST(ClassifierReason, SeveralSpellingsInOneCell) {
  EXPECT_EQ(reasonOf({"REJECTED / REJECTD", "", "", ""}), "REJECTED");
  EXPECT_EQ(reasonOf({"REJECTED / EXPIRED", "", "", ""}), "REJECTED / EXPIRED") << "two reasons are none";
}

TEST(ClassifierReason, OfAFailedSmsMayBeItsStatus) {
  EXPECT_EQ(reasonOf({"", "UNDELIV", "sms", ""}), "UNDELIV");
  EXPECT_EQ(reasonOf({"", "failed", "sms", ""}), "UNDELIV");
  EXPECT_EQ(reasonOf({"", "not delivered", "sms", ""}), "UNDELIV");
  EXPECT_EQ(reasonOf({"", "EXPIRED", "", "+491701234567"}), "EXPIRED");
  EXPECT_EQ(reasonOf({"", "REJECTD", "sms", ""}), "REJECTED");
}

TEST(ClassifierReason, WordsOfGatewaysWithoutACounterpartKeepTheirName) {
  const std::pair<const char*, const char*> kWords[] = {
      {"DELETED", "DELETED"}, {"skipped", "SKIPPED"}, {"Cancelled", "CANCELLED"}, {"canceled", "CANCELLED"}};
  for (const auto& [word, name] : kWords) {
    const Cells kCases[] = {{"", word, "sms", ""}, {"", word, "", "+491701234567"}, {word, "", "sms", ""}};
    for (const Cells& each : kCases) {
      const Classification result = classified(each);
      EXPECT_EQ(result.unknownCode, name);
      EXPECT_EQ(result.outcome, Outcome::Failed) << word;
      EXPECT_EQ(result.channel, Channel::Sms) << word;
      EXPECT_FALSE(result.unknownStatus) << word;
      ASSERT_TRUE(result.row) << word;
      EXPECT_EQ(result.row->name, name);
    }
  }
  EXPECT_EQ(reasonOf({"EXPIRED", "cancelled", "sms", ""}), "EXPIRED") << "a code goes before";
}

TEST(ClassifierReason, WordsOfGatewaysAreWordsOnAnEmail) {
  for (const char* word : {"deleted", "cancelled"}) {
    const Classification result = classified({"", word, "email", ""});
    EXPECT_EQ(result.outcome, Outcome::Failed) << word;
    EXPECT_TRUE(result.unknownCode.empty()) << word;
    EXPECT_FALSE(result.row) << word;
  }
  EXPECT_TRUE(classified({"", "skipped", "email", ""}).unknownStatus);
}

TEST(ClassifierReason, OrdinaryWordsForFailedAreNoCodes) {
  for (const char* word : {"Nicht zugestellt", "Fehlgeschlagen", "bounced", "error"}) {
    const Classification result = classified({"", word, "sms", ""});
    EXPECT_EQ(result.outcome, Outcome::Failed) << word;
    EXPECT_TRUE(result.unknownCode.empty()) << word;
  }
}

TEST(ClassifierReason, CodeOfADeliveredMessageLeavesNoRow) {
  const Classification result = classified({"CANCELLED", "delivered", "sms", ""});
  EXPECT_EQ(result.outcome, Outcome::Delivered);
  EXPECT_TRUE(result.unknownCode.empty());
  EXPECT_FALSE(result.row);
}

TEST(ClassifierReason, OwnNameMayBeAnAliasOfAUsersReason) {
  const auto mine =
      *Catalogue::parse("format = 1\n[[reason]]\ncode = \"STOPPED\"\naliases = [\"CANCELLED\"]\nchannels = [\"sms\"]\n",
                        "mine", Catalogue::builtIn().get());
  const Classification result = classified({"", "canceled", "sms", ""}, *mine);
  ASSERT_TRUE(result.known);
  EXPECT_EQ(mine->reason(*result.known).code, "STOPPED");
}

TEST(ClassifierReason, OfAnEmailIsNeverAWordForSms) {
  for (const char* status : {"failed", "rejected", "expired", "undelivered", "bounced"}) {
    EXPECT_EQ(reasonOf({"", status, "email", "a@b.de"}), "") << status;
    EXPECT_EQ(reasonOf({"", status, "", "a@b.de"}), "") << status;
  }
}

TEST(ClassifierReason, StatusInTheCodesColumnIsAStatus) {
  const Classification delivered = classified({"DELIVRD", "", "sms", ""});
  EXPECT_EQ(delivered.outcome, Outcome::Delivered);
  EXPECT_TRUE(delivered.unknownCode.empty());
  EXPECT_EQ(classified({"ACCEPTD", "", "sms", ""}).outcome, Outcome::Pending);
}

TEST(ClassifierReason, ReplyOfADeliveredMessageIsNone) {
  const Classification result = classified({"250 OK", "delivered", "email", ""});
  EXPECT_EQ(result.outcome, Outcome::Delivered);
  EXPECT_TRUE(result.unknownCode.empty());
}

TEST(ClassifierReason, CodeThatAUsersCatalogueAddsIsKnown) {
  const auto mine = *Catalogue::parse("format = 1\n[[reason]]\ncode = \"MOVED\"\nchannels = [\"letter\"]\n", "mine",
                                      Catalogue::builtIn().get());
  const Classification result = classified({"moved", "", "", "Musterweg 1"}, *mine);
  ASSERT_TRUE(result.known);
  EXPECT_EQ(mine->reason(*result.known).code, "MOVED");
  EXPECT_EQ(result.channel, Channel::Letter);
}

TEST(RecipientChannel, IsToldByItsForm) {
  for (const char* email : {"a@b.de", "Erika <a@b.de>"}) EXPECT_EQ(channelOfRecipient(email), Channel::Email) << email;
  for (const char* number : {"+491701234567", "0171 2345678", "0049 (171) 23-45/67", "12345"})
    EXPECT_EQ(channelOfRecipient(number), Channel::Sms) << number;
  for (const char* other : {"", "1234", "Musterweg 1, 12345 Stadt", "K-1007", "4,91751E+11"})
    EXPECT_EQ(channelOfRecipient(other), Channel::Unknown) << other;
}

TEST(ClassifierCode, BlanksOfEveryKindAroundItAreNone) {
  for (const char* code : {"\xC2\xA0"
                           "EXPIRED\xC2\xA0",
                           "\xE2\x80\xAF"
                           "EXPIRED",
                           "EXPIRED\xE2\x80\x8B",
                           "\xEF\xBB\xBF"
                           "EXPIRED",
                           "\tEXPIRED ",
                           "\xE3\x80\x80"
                           "EXPIRED"}) {
    EXPECT_EQ(reasonOf({code, "", "", ""}), "EXPIRED");
    EXPECT_TRUE(classified({code, "", "", ""}).known);
  }
  EXPECT_EQ(reasonOf({"\xC2\xA0NEW CODE\xC2\xA0", "", "", ""}), "NEW CODE");
  EXPECT_EQ(classified({"", "\xC2\xA0zugestellt", "", ""}).outcome, Outcome::Delivered);
  EXPECT_EQ(classified({"", "failed", "\xC2\xA0SMS\xC2\xA0", ""}).channel, Channel::Sms);
  EXPECT_TRUE(classified({"\xC2\xA0", "\xC2\xA0", "", ""}).noCodeNoStatus);
}

TEST(ClassifierCode, SeveralSpellingsInOneCellAreItsReason) {
  for (const char* code : {"REJECTED (REJECTD)", "rejectd(rejected)", "REJECTED / REJECTD", "UNDELIV (FAILED) "})
    EXPECT_TRUE(classified({code, "", "", ""}).known) << code;
  for (const char* code : {"REJECTED (EXPIRED)", "REJECTED (by us)", "(", ")", "()", "(REJECTED"})
    EXPECT_FALSE(classified({code, "", "", ""}).known) << code;
}

}  // namespace
}  // namespace undelivered
