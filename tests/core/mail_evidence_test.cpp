// SPDX-License-Identifier: GPL-3.0-or-later
// What an e-mail's failure is decided by: every phrase of the list, every row of the table for mail's own codes.
#include "classify/mail_evidence.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "classify/classifier.h"
#include "classify/mail_phrases.h"
#include "input/provider/providers.h"
#include "store/load_log.h"
#include "support/memory_files.h"

namespace undelivered {
namespace {

struct Said {
  TextSign sign;
  const char* text;
};

/// What servers say, each phrase of the list at least once.
constexpr Said kSaid[] = {
    {TextSign::MailboxFull, "552 5.2.2 Mailbox full"},
    {TextSign::MailboxFull, "554 5.2.2 Mailbox is full"},
    {TextSign::MailboxFull, "550 mail box full for this recipient"},
    {TextSign::MailboxFull, "552 5.2.2 Mailbox for user is full"},
    {TextSign::MailboxFull, "550 <kunde@example.org>: mailbox for recipient is full"},
    {TextSign::MailboxFull, "The user's mailfolder is full"},
    {TextSign::MailboxFull, "inbox full"},
    {TextSign::MailboxFull, "The recipient's inbox is full."},
    {TextSign::MailboxFull, "452-4.2.2 The email account that you tried to reach is over quota."},
    {TextSign::MailboxFull, "422 user overquota"},
    {TextSign::MailboxFull, "user is over the quota. You can try again later."},
    {TextSign::MailboxFull, "The users mailfolder is over the allowed quota (size). (#5.2.2)"},
    {TextSign::MailboxFull, "552 5.2.2 Over STORAGE quota"},
    {TextSign::MailboxFull, "550 over disk quota"},
    {TextSign::MailboxFull, "452 4.2.2 The recipient's inbox is out of storage space and inactive."},
    {TextSign::MailboxFull, "550, quota exceeded"},
    {TextSign::MailboxFull, "554 5.2.2 mailbox; STOREDRV.Deliver.Exception:QuotaExceededException.MapiException"},
    {TextSign::MailboxFull, "552 quota full"},
    {TextSign::MailboxFull, "552 user has exceeded quota"},
    {TextSign::MailboxFull, "552 message exceeds allowed quota of the recipient"},
    {TextSign::MailboxFull, "552 Requested mail action aborted: exceeded storage allocation"},
    {TextSign::MailboxFull, "552 recipient has exceeded the storage limit"},
    {TextSign::MailboxFull, "552 this mail exceeds the quota"},
    {TextSign::MailboxFull, "552 mailbox exceeded its quota"},
    {TextSign::MailboxFull, "552 account exceeded its quota"},
    {TextSign::MailboxFull, "552 user exceeded his quota"},
    {TextSign::MailboxFull, "550 User has exhausted allowed storage space."},
    {TextSign::MailboxFull, "452 4.2.2 insufficient storage space for the recipient"},
    {TextSign::MailboxFull, "Mailbox has exceeded the limit"},
    {TextSign::MailboxFull, "552 5.2.2 Mailbox size limit exceeded"},
    {TextSign::MailboxFull, "552 mailbox disk quota"},
    {TextSign::MailboxFull, "452 not enough storage space in the mailbox"},
    {TextSign::MailboxFull, "550 User has too many messages on the server."},
    {TextSign::MailboxFull, "552 too many messages in mailbox"},
    {TextSign::MailboxFull, "Postfach voll"},
    {TextSign::MailboxFull, "Das Postfach ist voll."},
    {TextSign::MailboxFull, "Kein Speicherplatz mehr"},
    {TextSign::MailboxFull, "550 Benutzer hat das Speichervolumen ueberschritten."},
    {TextSign::MailboxFull, "550 Benutzer hat zuviele Mails auf dem Server."},
    {TextSign::MailboxFull, "552 5.2.2 mailbox is full.please try again later"},

    {TextSign::TooLarge, "552 Error: message too large"},
    {TextSign::TooLarge, "552 5.3.4 Message is too large"},
    {TextSign::TooLarge, "550 5.2.3 RESOLVER.RST.MessageTooLarge; not accepted"},
    {TextSign::TooLarge, "552 5.3.4 Message too big for system"},
    {TextSign::TooLarge, "550 message too long"},
    {TextSign::TooLarge, "554 your message is too big"},
    {TextSign::TooLarge, "552 5.3.4 Message size exceeds fixed limit"},
    {TextSign::TooLarge, "552 message size too large"},
    {TextSign::TooLarge, "552 5.3.4 Message header size exceeds limit"},
    {TextSign::TooLarge, "552-5.2.3 Your message exceeded Google's message size limits."},
    {TextSign::TooLarge, "552 5.3.4 it exceeds fixed maximum message size (10485760)"},
    {TextSign::TooLarge, "552 this mail exceeds maximum message size"},
    {TextSign::TooLarge, "552 mail exceeds the maximum message size"},
    {TextSign::TooLarge, "554 exceeds global size limit"},
    {TextSign::TooLarge, "552 body exceeds size limit"},
    {TextSign::TooLarge, "552 exceeded max allowable size"},
    {TextSign::TooLarge, "552 exceeded message size limit"},
    {TextSign::TooLarge, "552 size limit exceeded"},
    {TextSign::TooLarge, "552 5.3.4 message file too big"},
    {TextSign::TooLarge, "552 maximum message length is 20 MB"},
    {TextSign::TooLarge, "552 larger than the maximum allowed message size"},
    {TextSign::TooLarge, "552 this message exceeds the limit"},
    {TextSign::TooLarge, "552 attachment size exceeds the allowable limit"},
    {TextSign::TooLarge, "The message is larger than the current system limit."},
    {TextSign::TooLarge, "552 Nachricht zu gro\xC3\x9F"},
    {TextSign::TooLarge, "Die Nachricht ist zu gro\xC3\x9F"},

    {TextSign::Attachment, "554 this attachment is not allowed"},
    {TextSign::Attachment, "550 attachments of this kind are blocked"},
    {TextSign::Attachment, "554 5.7.1 blocked file type .exe"},
    {TextSign::Attachment, "554 filetype not allowed"},
    {TextSign::Attachment, "552 5.7.0 file extension .js is forbidden"},
    {TextSign::Attachment, "554 5.7.0 banned file: rechnung.zip"},
    {TextSign::Attachment, "550 5.7.1 virus found"},
    {TextSign::Attachment, "550 virus detected: Eicar"},
    {TextSign::Attachment, "550 virus infected"},
    {TextSign::Attachment, "550 This message contains a virus (Eicar)"},
    {TextSign::Attachment, "554 mail contains virus Eicar"},
    {TextSign::Attachment, "550 message contained a virus"},
    {TextSign::Attachment, "550 message is infected with Eicar"},
    {TextSign::Attachment, "554 infected message rejected"},
    {TextSign::Attachment, "554 5.7.1 malware detected"},
    {TextSign::Attachment, "554 Der Anhang ist nicht erlaubt"},
    {TextSign::Attachment, "554 Dateityp nicht erlaubt"},

    {TextSign::UserUnknown, "550 5.1.1 User unknown"},
    {TextSign::UserUnknown, "550 5.1.1 ... User is unknown {mx-kundenserver}"},
    {TextSign::UserUnknown, "550 unknown user"},
    {TextSign::UserUnknown, "550 5.1.1 No such user - psmtp"},
    {TextSign::UserUnknown, "550 no such recipient"},
    {TextSign::UserUnknown, "550 5.2.0 No such mailbox"},
    {TextSign::UserUnknown, "550 no such address here"},
    {TextSign::UserUnknown, "550 no such person at this address"},
    {TextSign::UserUnknown, "550 no such local user"},
    {TextSign::UserUnknown, "550 Sorry, no mailbox here"},
    {TextSign::UserUnknown, "550 no mailbox by that name is currently available"},
    {TextSign::UserUnknown, "550 Requested action not taken: mailbox unavailable"},
    {TextSign::UserUnknown, "550 MAILBOX NOT FOUND"},
    {TextSign::UserUnknown, "550 mailbox unknown"},
    {TextSign::UserUnknown, "550 unknown mailbox"},
    {TextSign::UserUnknown, "550-5.1.1 The email account that you tried to reach does not exist."},
    {TextSign::UserUnknown, "550 5.1.1 <kunde@domain.example.org> does not exist"},
    {TextSign::UserUnknown, "550 this address doesn't exist"},
    {TextSign::UserUnknown, "the e-mail address could not be found"},
    {TextSign::UserUnknown, "The e-mail address you entered couldn't be found."},
    {TextSign::UserUnknown, "kunde wasn't found at example.org"},
    {TextSign::UserUnknown, "User kunde (kunde@example.org) not listed in Domino Directory"},
    {TextSign::UserUnknown, "550 recipient unknown"},
    {TextSign::UserUnknown, "550 5.1.1 unknown recipient"},
    {TextSign::UserUnknown, "550 5.1.10 Recipient not found"},
    {TextSign::UserUnknown, "550 5.1.10 RESOLVER.ADR.RecipientNotFound; by SMTP address lookup"},
    {TextSign::UserUnknown, "550 5.4.1 Recipient address rejected: Access denied. AS(201806281)"},
    {TextSign::UserUnknown, "550 user not found"},
    {TextSign::UserUnknown, "554 delivery error: dd This user doesn't have a yahoo.de account"},
    {TextSign::UserUnknown, "550 Invalid recipient <kunde@example.org> (#5.1.1)"},
    {TextSign::UserUnknown, "550 invalid mailbox"},
    {TextSign::UserUnknown, "550 Unknown local part kunde in <kunde@example.org>"},
    {TextSign::UserUnknown, "550 unknown local-part \"kunde\""},
    {TextSign::UserUnknown, "550 address unknown"},
    {TextSign::UserUnknown, "550 unknown address"},
    {TextSign::UserUnknown, "550 5.1.1 Recipient address rejected: undeliverable address"},
    {TextSign::UserUnknown, "This account has been disabled or discontinued [#102]."},
    {TextSign::UserUnknown, "550 Recipient address rejected: Account closed"},
    {TextSign::UserUnknown, "550 account is disabled"},
    {TextSign::UserUnknown, "550 5.2.1 The email account that you tried to reach is disabled."},
    {TextSign::UserUnknown, "550 5.2.1 mailbox disabled, not accepting messages"},
    {TextSign::UserUnknown, "550 5.2.1 ... User is inactive"},
    {TextSign::UserUnknown, "550 Benutzer nicht bekannt/User unknown"},
    {TextSign::UserUnknown, "550 Benutzer nicht bekannt"},
    {TextSign::UserUnknown, "550 Benutzer unbekannt"},
    {TextSign::UserUnknown, "550 Adresse unbekannt"},
    {TextSign::UserUnknown, "550 Empf\xC3\xA4nger unbekannt"},
    {TextSign::UserUnknown, "550 Empfaenger unbekannt"},
    {TextSign::UserUnknown, "550 Die Adresse existiert nicht"},

    {TextSign::Content, "554 5.7.1 This message was rejected as spam"},
    {TextSign::Content, "550 spammy mail"},
    {TextSign::Content, "550 5.7.1 Your message was rejected: URL listed in spam blacklist"},
    {TextSign::Content, "554 5.7.1 URL listed on a block list"},
    {TextSign::Content, "554 5.7.1 URL listed by multi.example.org"},
    {TextSign::Content, "554 5.7.1 a URL is listed in the DNSBL"},
    {TextSign::Content, "554 5.7.1 a URL is listed on a blocklist"},
    {TextSign::Content, "550 phishing suspected"},
    {TextSign::Content, "554 link listed by SURBL"},
    {TextSign::Content, "554 link listed by URIBL"},
    {TextSign::Content, "554 content rejected"},
    {TextSign::Content, "550 content filter refused it"},
    {TextSign::Content, "554 content restrictions"},
    {TextSign::Content, "554 5.6.0 message content not accepted"},
    {TextSign::Content, "550 content denied"},
    {TextSign::Content, "550 rejected due to content"},
    {TextSign::Content, "550 suspicious content"},
    {TextSign::Content, "554 contains a blacklisted URL"},
    {TextSign::Content, "421-4.7.0 unsolicited mail originating from your IP address"},
    {TextSign::Content, "554 rejected for policy reasons"},
    {TextSign::Content, "554 5.7.0 Reject due to policy restrictions"},
    {TextSign::Content, "550 policy violation"},
    {TextSign::Content, "550 this mail violates our policy"},
    {TextSign::Content, "550 looks like junk mail"},
};

TEST(MailWords, WhatServersSayIsUnderstood) {
  for (const auto& [sign, text] : kSaid) EXPECT_EQ(name(signOfWords(text)), name(sign)) << text;
}

TEST(MailWords, EveryPhraseIsSaid) {
  for (const MailPhrase& phrase : mailPhrases()) {
    const bool said = std::any_of(std::begin(kSaid), std::end(kSaid), [&](const Said& each) {
      std::string text(each.text);
      std::transform(text.begin(), text.end(), text.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
      return each.sign == phrase.sign && text.find(phrase.words) != std::string::npos;
    });
    EXPECT_TRUE(said) << phrase.words;
  }
}

TEST(MailWords, WhatIsSaidOfOtherThingsIsNoSign) {
  for (const char* text : {
           "554 5.7.1 see https://example.org/attachment/help?virus",
           "550 see http://spam.example.org/phishing",
           "554 host spam.example.org refused",
           "550 <spam@example.org>: refused",
           "554 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
           "554 your IP is on a spam blacklist",
           "554 refused, see the URL listed below",
           "554 host listed in spam blacklist, see the URL http://example.org/url.listed",
           "451 4.7.1 anti-virus service is not available",
           "550 antispam service down",
           "550 5.1.2 domain does not exist",
           "550 Host does not exist",
           "550 5.1.8 Sender address rejected: Domain not found",
           "550 Sender verify failed: user unknown",
           "553 5.1.8 sender domain does not exist",
           "550 5.4.5 Daily sending quota exceeded",
           "452 message rate quota exceeded",
           "452 4.3.1 Insufficient system storage",
           "connect to mx.example.org[192.0.2.7]:25: Connection timed out",
           "",
       }) {
    EXPECT_EQ(name(signOfWords(text)), "none") << text;
  }
}

TEST(MailEvidence, StatusIsTheGivenOneUnlessItSaysOnlyItsClass) {
  EXPECT_EQ(mailEvidence("5.1.1", "550 5.2.2 x").status, "5.1.1");
  EXPECT_EQ(mailEvidence("5.0.0", "550 5.2.2 x").status, "5.2.2");
  EXPECT_EQ(mailEvidence("5.0.0", "550 x").status, "5.0.0");
  EXPECT_EQ(mailEvidence("", "smtp; 550-5.1.1 x").status, "5.1.1");
  EXPECT_EQ(mailEvidence("", "<mx.example.org #5.1.1>").status, "5.1.1");
  EXPECT_EQ(mailEvidence("", "rejected by Exim 4.94.2, Postfix 2.11.0, [5.1.1.9] and 15.1.1").status, "");
}

TEST(MailEvidence, ReplyIsThreeDigitsOfSmtp) {
  EXPECT_EQ(mailEvidence("", "550 no").reply, "550");
  EXPECT_EQ(mailEvidence("", "smtp; 550 no").reply, "550");
  EXPECT_EQ(mailEvidence("", "smtp;550-5.1.1 no").reply, "550");
  EXPECT_EQ(mailEvidence("", "Remote host said: 451 later").reply, "451");
  EXPECT_EQ(mailEvidence("", "host mx.example.org said to 550 5.1.1 no").reply, "550");
  EXPECT_EQ(mailEvidence("", "connect to mx.example.org:587: refused").reply, "");
  EXPECT_EQ(mailEvidence("", "x-unix; 5500 files").reply, "");
}

struct Decision {
  const char* code;
  const char* diagnostic;
  const char* reason;
};

/// Every row of resources/providers/smtp.toml, in its order.
constexpr Decision kDecisions[] = {
    {"2.0.0", "250 ok", ""},
    {"5.2.1", "550 mailbox full", "BOUNCE_TRANSIENT_MBX_FULL"},
    {"5.1.1", "message too large", "BOUNCE_TRANSIENT_MESSAGE_TOO_LARGE"},
    {"5.2.2", "no", "BOUNCE_TRANSIENT_MBX_FULL"},
    {"4.2.2", "later", "BOUNCE_TRANSIENT_MBX_FULL"},
    {"5.2.3", "no", "BOUNCE_TRANSIENT_MESSAGE_TOO_LARGE"},
    {"4.3.4", "no", "BOUNCE_TRANSIENT_MESSAGE_TOO_LARGE"},
    {"5.7.16", "no", "BOUNCE_TRANSIENT_MESSAGE_TOO_LARGE"},
    {"5.7.1", "attachment blocked", "BOUNCE_TRANSIENT_ATTACHMENT_REJECTED"},
    {"5.1.10", "550 5.1.10 Recipient not found", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"5.4.1", "550 Recipient address rejected: Access denied", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"5.5.0", "550 Requested action not taken: mailbox unavailable", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"5.1.1", "no", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"5.1.0", "no", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"5.1.3", "no", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"5.1.6", "no", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"5.1.2", "domain does not exist", "BOUNCE_PERMANENT_GENERAL"},
    {"5.4.4", "no", "BOUNCE_PERMANENT_GENERAL"},
    {"5.1.10", "556 5.1.10 no mail for this domain", "BOUNCE_PERMANENT_GENERAL"},
    {"5.2.1", "no", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"5.7.13", "no", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"5.6.0", "no", "BOUNCE_TRANSIENT_CONTENT_REJECTED"},
    {"4.6.1", "no", "BOUNCE_TRANSIENT_CONTENT_REJECTED"},
    {"5.7.1", "looks like spam", "BOUNCE_TRANSIENT_CONTENT_REJECTED"},
    {"5.7.1", "550 5.7.1 URL listed in spam blacklist", "BOUNCE_TRANSIENT_CONTENT_REJECTED"},
    {"5.7.1", "550 5.7.1 IP listed in spam blacklist, see URL https://example.org", "BOUNCE_PERMANENT_GENERAL"},
    {"4.7.0", "unsolicited mail", "BOUNCE_TRANSIENT_CONTENT_REJECTED"},
    {"5.7.28", "unsolicited mail", "BOUNCE_TRANSIENT_CONTENT_REJECTED"},
    {"5.1.7", "bad sender", "5.1.7"},
    {"5.1.8", "bad sender domain", "5.1.8"},
    {"5.7.20", "no DKIM", "5.7.20"},
    {"5.7.21", "DKIM", "5.7.21"},
    {"5.7.22", "DKIM author", "5.7.22"},
    {"5.7.23", "SPF", "5.7.23"},
    {"5.7.24", "SPF error", "5.7.24"},
    {"5.7.25", "no PTR", "5.7.25"},
    {"5.7.26", "not authenticated", "5.7.26"},
    {"5.7.27", "sender has a null MX", "5.7.27"},
    {"5.7.29", "ARC", "5.7.29"},
    {"4.1.7", "bad sender", "4.1.7"},
    {"4.1.8", "bad sender domain", "4.1.8"},
    {"4.7.20", "no DKIM", "4.7.20"},
    {"4.7.21", "DKIM", "4.7.21"},
    {"4.7.22", "DKIM author", "4.7.22"},
    {"4.7.23", "SPF", "4.7.23"},
    {"4.7.24", "SPF error", "4.7.24"},
    {"4.7.25", "no PTR", "4.7.25"},
    {"4.7.26", "not authenticated", "4.7.26"},
    {"4.7.27", "sender has a null MX", "4.7.27"},
    {"4.7.29", "ARC", "4.7.29"},
    {"4.1.8", "Sender domain does not exist", "4.1.8"},
    {"5.0.0", "550 user unknown", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"5.0.0", "550 spam", "BOUNCE_TRANSIENT_CONTENT_REJECTED"},
    {"4.4.7", "too old", "BOUNCE_TRANSIENT_GENERAL"},
    {"4.2.1", "no", "BOUNCE_TRANSIENT_GENERAL"},
    {"4.1.1", "user unknown", "BOUNCE_TRANSIENT_GENERAL"},
    {"5.4.7", "too old", "BOUNCE_TRANSIENT_GENERAL"},
    {"5.3.5", "no", "BOUNCE_PERMANENT_GENERAL"},
    {"5.7.1", "relaying denied", "BOUNCE_PERMANENT_GENERAL"},
    {"", "552 no", "BOUNCE_TRANSIENT_MESSAGE_TOO_LARGE"},
    {"", "552 over quota", "BOUNCE_TRANSIENT_MBX_FULL"},
    {"", "550 user unknown", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"", "554 spam", "BOUNCE_TRANSIENT_CONTENT_REJECTED"},
    {"", "554 no", "BOUNCE_PERMANENT_GENERAL"},
    {"", "450 mailbox unavailable", "BOUNCE_TRANSIENT_GENERAL"},
    {"", "user unknown", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE"},
    {"", "spam", "BOUNCE_TRANSIENT_CONTENT_REJECTED"},
};

TEST(MailEvidence, EveryRowDecidesAsStated) {
  const auto catalogue = Catalogue::builtIn();
  const ProviderIndex mail = findProvider("smtp").value();
  std::set<const MappingRow*> met;
  for (const auto& [code, diagnostic, reason] : kDecisions) {
    RecordView record;
    record.provider = mail;
    record[Field::Code] = code;
    record[Field::Diagnostic] = diagnostic;
    const Classification found = classify(record, *catalogue);
    ASSERT_TRUE(found.row) << code << " " << diagnostic;
    met.insert(found.row);
    const std::string named = found.known ? catalogue->reason(*found.known).code : found.unknownCode;
    EXPECT_EQ(named, reason) << code << " " << diagnostic;
    EXPECT_EQ(found.channel, Channel::Email);
  }
  for (const MappingRow& row : providers()[mail].rows) {
    EXPECT_TRUE(met.contains(&row)) << row.code << "/" << row.reply << "/" << row.text;
  }
}

TEST(MailEvidence, TablesWithoutAProviderAreDecidedByIt) {
  const std::string text =
      "code;diagnostic;recipient\n5.0.0;mailbox full;a@example.org\n5.5.0;\"user \"\"x\"\" unknown, no such user\";"
      "b@example.org\nEXPIRED;mailbox full;+491701234567\n5.7.1;spam;c@example.org\n5.0.0;;d@example.org\n";
  for (std::size_t blockBytes : {std::size_t{16}, std::size_t{1} << 20}) {
    test::MemoryFiles files;
    files.files["log.csv"] = text;
    LoadRequest request;
    request.paths = {"log.csv"};
    request.blockBytes = blockBytes;
    const auto log = loadLog(request, {}, {}, files);
    ASSERT_TRUE(log);
    std::vector<std::string> codes;
    for (std::uint32_t row = 0; row < (*log)->recordCount(); ++row) {
      codes.push_back((*log)->reason((*log)->kind(RowId{row}).reason).code);
    }
    EXPECT_THAT(codes,
                testing::ElementsAre("BOUNCE_TRANSIENT_MBX_FULL", "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE", "EXPIRED",
                                     "BOUNCE_TRANSIENT_CONTENT_REJECTED", "BOUNCE_PERMANENT_GENERAL"));
  }
}

}  // namespace
}  // namespace undelivered
