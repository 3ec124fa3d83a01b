// SPDX-License-Identifier: GPL-3.0-or-later
// Delivery status notifications as files, mailboxes and maildirs: the same records however they are stored and read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "input/mail/mailbox.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr const char* kFromLine = "From MAILER-DAEMON Tue Mar  4 09:15:31 2025\n";

/// A report about two recipients, in lines of LF.
std::string report(int number, const std::string& original = "Guten Tag\n") {
  return fmt::format(R"(Return-Path: <>
From: MAILER-DAEMON@mail.example.org
Subject: =?utf-8?Q?Zustellung_fehlgeschlagen_=E2=80=93_M=C3=BCller?=
Date: Tue, 4 Mar 2025 09:15:31 +0100
Message-ID: <dsn-{0}@mail.example.org>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b{0}"

--b{0}
Content-Type: text/plain

Delivery failed.

--b{0}
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org
Arrival-Date: Tue, 4 Mar 2025 09:10:00 +0100

Final-Recipient: rfc822; a{0}@example.org
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; 550 5.1.1 User unknown

Final-Recipient: rfc822; b{0}@example.org
Action: delayed
Status: 4.4.1

--b{0}
Content-Type: message/rfc822

Message-ID: <out-{0}@tenant.example.org>
Subject: Rechnung

{1}
--b{0}--
)",
                     number, original);
}

std::string mailbox(int reports) {
  std::string text;
  for (int i = 0; i < reports; ++i) text += kFromLine + report(i) + "\n";
  return text;
}

std::string withCrLf(const std::string& text) {
  std::string result;
  for (char c : text) {
    if (c == '\n') result += '\r';
    result += c;
  }
  return result;
}

std::shared_ptr<const DeliveryLog> loadText(const std::string& text, std::size_t blockBytes = 1 << 20,
                                            unsigned threads = 1) {
  test::MemoryFiles files;
  files.files["log"] = text;
  LoadRequest request;
  request.paths = {"log"};
  request.blockBytes = blockBytes;
  request.threads = threads;
  const auto log = loadLog(request, {}, {}, files);
  EXPECT_TRUE(log) << (log ? "" : log.error().detail);
  return log ? *log : nullptr;
}

std::vector<std::string> lines(const std::shared_ptr<const DeliveryLog>& log) {
  std::vector<std::string> all;
  RecordReader reader(log);
  for (std::uint32_t row = 0; row < log->recordCount(); ++row) {
    const auto record = reader.read(RowId{row});
    EXPECT_TRUE(record) << row;
    if (!record) return all;
    all.push_back(fmt::format("{} {} {} {} {}", record->line, name(record->outcome), record->recipient,
                              record->messageId, record->fields.size()));
  }
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    for (const IssueSample& sample : log->report()[static_cast<IssueKind>(i)].samples) {
      all.push_back(fmt::format("{} {} {}", name(static_cast<IssueKind>(i)), sample.line, sample.detail));
    }
  }
  return all;
}

TEST(Mailbox, FromLinesHaveAClockAndAYear) {
  for (const char* line :
       {"From MAILER-DAEMON Tue Mar  4 09:15:31 2025", "From - Tue Mar 04 9:15:31 2025",
        "From 1821@xxx Tue Mar 04 10:15:30 +0000 2025", "From a@example.org Tue Mar  4 09:15 2025\r"}) {
    EXPECT_TRUE(isFromLine(line)) << line;
  }
  for (const char* line :
       {"From now on write to 12:30 Street", "From the year 2025 on", "From: a@example.org 09:15 2025",
        "from x Tue Mar  4 09:15:31 2025", "From Berlin to Hamburg in 2025, 1:0", "From "}) {
    EXPECT_FALSE(isFromLine(line)) << line;
  }
}

TEST(Mailbox, MessagesStartBehindABlankLine) {
  const std::string text =
      "a\n\nFrom x Tue Mar  4 09:15:31 2025\nb\nFrom x Tue Mar  4 09:15:31 2025\n\r\nFrom y Tue "
      "Mar  4 09:15:31 2025\n\n>From z Tue Mar  4 09:15:31 2025\n";
  const std::size_t first = findFromLine(text, 0);
  EXPECT_EQ(first, 3u);
  const std::size_t second = findFromLine(text, first + 1);
  EXPECT_EQ(text.substr(second, 6), "From y");
  EXPECT_EQ(findFromLine(text, second + 1), std::string::npos);
}

TEST(Mail, OneMessageIsALogWithARecordForEachRecipient) {
  const auto log = loadText(report(1));
  EXPECT_THAT(lines(log), ElementsAre("1 failed a1@example.org out-1@tenant.example.org 10",
                                      "1 pending b1@example.org out-1@tenant.example.org 8"));
  EXPECT_EQ(log->source(SourceId{0}).recognition.format, Format::Mail);
}

TEST(Mail, OriginalsAreTheReportsFieldsAndTheRecipients) {
  RecordReader reader(loadText(report(1)));
  const auto record = reader.read(RowId{0});
  ASSERT_TRUE(record);
  EXPECT_THAT(
      record->fields,
      ElementsAre(Pair("Subject", "Zustellung fehlgeschlagen – Müller"), Pair("From", "MAILER-DAEMON@mail.example.org"),
                  Pair("Date", "Tue, 4 Mar 2025 09:15:31 +0100"), Pair("Reporting-MTA", "dns; mail.example.org"),
                  Pair("Arrival-Date", "Tue, 4 Mar 2025 09:10:00 +0100"),
                  Pair("Final-Recipient", "rfc822; a1@example.org"), Pair("Action", "failed"), Pair("Status", "5.1.1"),
                  Pair("Remote-MTA", "dns; mx.example.org"), Pair("Diagnostic-Code", "smtp; 550 5.1.1 User unknown")));
  EXPECT_EQ(record->diagnostic, "smtp; 550 5.1.1 User unknown");
  EXPECT_EQ(record->eventId, "dsn-1@mail.example.org");
}

TEST(Mail, LineBreaksDoNotMatter) {
  EXPECT_EQ(lines(loadText(withCrLf(report(1)))), lines(loadText(report(1))));
  EXPECT_EQ(lines(loadText(withCrLf(mailbox(5)))), lines(loadText(mailbox(5))));
}

TEST(Mail, BlocksAndThreadsDoNotMatter) {
  for (const std::string& text : {mailbox(7), withCrLf(mailbox(7)), "\n\n" + mailbox(3)}) {
    const auto whole = lines(loadText(text));
    for (std::size_t blockBytes : {1u, 2u, 3u, 7u, 64u, 500u, 1000u, 1001u, 4096u}) {
      for (unsigned threads : {1u, 3u}) {
        EXPECT_EQ(lines(loadText(text, blockBytes, threads)), whole) << blockBytes << " " << threads;
      }
    }
  }
}

TEST(Mail, GuessIsExactWhereverABlockStarts) {
  const std::string text = mailbox(3);
  const auto whole = lines(loadText(text));
  for (std::size_t blockBytes = text.size() / 3 - 40; blockBytes < text.size() / 3 + 40; ++blockBytes) {
    ASSERT_EQ(lines(loadText(text, blockBytes, 2)), whole) << blockBytes;
  }
}

TEST(Mail, SentencesAndQuotedLinesStartNoMessage) {
  std::string text = kFromLine + report(1, "\nFrom now on write to us.\n\n>From x Tue Mar  4 09:15:31 2025\n") + "\n";
  text += kFromLine + report(2) + "\n";
  for (std::size_t blockBytes : {64u, 1u << 20}) {
    EXPECT_THAT(lines(loadText(text, blockBytes, 2)),
                ElementsAre(HasSubstr("a1@"), HasSubstr("b1@"), HasSubstr("a2@"), HasSubstr("b2@")));
  }
}

TEST(Mail, ReportDeliveredTwiceCountsOnce) {
  const auto log = loadText(kFromLine + report(1) + "\n" + kFromLine + report(1) + "\n");
  EXPECT_EQ(log->recordCount(), 2u);
  ASSERT_EQ(log->report()[IssueKind::RepeatedEvent].count, 1u);
  EXPECT_EQ(log->report()[IssueKind::RepeatedEvent].samples[0].detail, "dsn-1@mail.example.org");
}

TEST(Mail, LargeOriginalsAreRead) {
  const std::string large(std::size_t{3} << 20, 'x');
  const std::string text = kFromLine + report(1, large) + "\n" + kFromLine + report(2) + "\n";
  for (std::size_t blockBytes : {std::size_t{4096}, std::size_t{1} << 20}) {
    const auto log = loadText(text, blockBytes, 2);
    EXPECT_THAT(lines(log), ElementsAre(HasSubstr("a1@"), HasSubstr("b1@"), HasSubstr("a2@"), HasSubstr("b2@")));
  }
}

TEST(Mail, TooLongMessagesAreToldAndTheNextOnesRead) {
  std::string large;
  while (large.size() < (std::size_t{65} << 20)) large += std::string(76, 'x') + "\n";
  const std::string text = kFromLine + report(1, large) + "\n" + kFromLine + report(2) + "\n";
  for (std::size_t blockBytes : {std::size_t{1} << 20, std::size_t{100'000'000}}) {
    EXPECT_THAT(lines(loadText(text, blockBytes, 2)), ElementsAre(HasSubstr("failed a2@"), HasSubstr("pending b2@"),
                                                                  HasSubstr("recordTooLong 1 From MAILER")))
        << blockBytes;
  }
  EXPECT_THAT(lines(loadText(report(1, large))), ElementsAre(HasSubstr("recordTooLong 1 Return-Path")));
}

TEST(Mail, MaildirIsAFolderOfMessages) {
  const test::TemporaryFolder folder;
  folder.write("mail/new/1741079730.M1P2.host", report(1));
  folder.write("mail/cur/1741079731.M2P2.host:2,S", withCrLf(report(2)));
  folder.write("mail/tmp/1741079732.M3P2.host", report(3));
  LoadRequest request;
  request.paths = {folder / "mail"};
  const auto log = loadLog(request);
  ASSERT_TRUE(log) << log.error().detail;
  EXPECT_THAT(lines(*log), ElementsAre(HasSubstr("a2@"), HasSubstr("b2@"), HasSubstr("a1@"), HasSubstr("b1@")));
  EXPECT_EQ((*log)->report()[IssueKind::FileSkipped].count, 0u);
}

TEST(Mail, FolderCalledTmpIsReadElsewhere) {
  const test::TemporaryFolder folder;
  folder.write("logs/tmp/bounce.eml", report(1));
  folder.write("logs/new/bounce.eml", report(2));
  LoadRequest request;
  request.paths = {folder / "logs"};
  const auto log = loadLog(request);
  ASSERT_TRUE(log);
  EXPECT_EQ((*log)->recordCount(), 4u);
}

TEST(Mail, OtherTextsAreNoMail) {
  for (const char* text :
       {"date: x\nsubject: y\n", "From;To;Date\n", "Subject: x\n\nbody\n", "a:b\nFrom: x\nTo: y\n"}) {
    test::MemoryFiles files;
    files.files["log"] = text;
    LoadRequest request;
    request.paths = {"log"};
    const auto log = loadLog(request, {}, {}, files);
    const bool mail = log && (*log)->source(SourceId{0}).recognition.format == Format::Mail;
    EXPECT_EQ(mail, std::string_view(text).starts_with("date:") || std::string_view(text).starts_with("a:b")) << text;
  }
}

TEST(Mail, DamageIsNoDanger) {
  const std::string text = mailbox(2);
  std::uint64_t state = 1;
  for (int i = 0; i < 300; ++i) {
    std::string damaged = text;
    for (int j = 0; j < 5; ++j) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      const std::size_t at = sizeof("From MAILER-DAEMON Tue Mar  4 09:15:31 2025") +
                             (state >> 33) % (damaged.size() - sizeof("From MAILER-DAEMON Tue Mar  4 09:15:31 2025"));
      damaged[at] = static_cast<char>(state >> 25);
    }
    const auto whole = loadText(damaged);
    ASSERT_TRUE(whole);
    EXPECT_EQ(lines(loadText(damaged, 256, 2)), lines(whole)) << i;
  }
}

}  // namespace
}  // namespace undelivered
