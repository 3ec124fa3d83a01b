// SPDX-License-Identifier: GPL-3.0-or-later
// Records whose code, status and channel are known by their text, against the same log with every cell in quotes, where
// each of them is read.
#include <gtest/gtest.h>

#include "data/random.h"
#include "store/record_reader.h"
#include "support/load_text.h"

namespace undelivered {
namespace {

using samples::Random;

struct Column {
  std::string_view name;
  std::array<std::string_view, 9> cells;
};
constexpr Column kColumns[] = {
    // Time, channel, status, code, recipient, diagnostic: usual, unknown, contradicting, empty and odd ones.
    {"Zeit",
     {"2025-03-04T08:15:30Z", "2025-03-04T09:00:00Z", "2025-03-05T23:59:59Z", "2025-03-04 08:15:31",
      "2025-03-30 02:30:00", "gestern", "", "4.3.2025 08:15", "2025-03-04T08:15:30.5Z"}},
    {"Kanal", {"email", "sms", "email", "sms", "Brief", "Fax", "", "email", "sms"}},
    {"Status",
     {"failed", "delivered", "failed", "delivered", "Zugestellt", "merkwürdig", "", "seltsam", "nicht zugestellt"}},
    {"Fehlercode",
     {"", "UNDELIV", "BOUNCE_TRANSIENT_MBX_FULL", "", "NEUER_CODE", "5.1.1", "550", "Fehlercode", "4.2.2"}},
    {"Empfänger",
     {"a@example.org", "B@Example.ORG", "+4917604069000", "017604069001", "4,91751E+11", "Erika <e@example.org>", "",
      "ein.recht.langer.name.vor.dem.zeichen@post.example.org", "c@example.org"}},
    {"Diagnose",
     {"", "550 5.1.1 user unknown", "mailbox full", "552 message too large", "x,\ny", "sagt \"nein\"", "450 4.2.2 full",
      "", ""}},
};

/// Rows of cells that are chosen at random; the quotes of a cell too, where `quoted` says nothing else.
std::string randomLog(std::uint64_t seed, std::optional<bool> quoted, int rows, std::uint32_t perMilleQuoted = 150) {
  Random random(seed);
  std::string text;
  const auto add = [&](std::string_view cell, char end) {
    const bool wanted = random.perMille(perMilleQuoted) || cell.find_first_of(",\"\n") != std::string_view::npos;
    if (!quoted.value_or(wanted)) {
      text.append(cell) += end;
      return;
    }
    text += '"';
    for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
    text.append(1, '"') += end;
  };
  const auto endOf = [](std::size_t column) { return column + 1 < std::size(kColumns) ? ',' : '\n'; };
  for (std::size_t i = 0; i < std::size(kColumns); ++i) add(kColumns[i].name, endOf(i));
  for (int row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < std::size(kColumns); ++i) {
      // Mostly the usual ones, so that kinds come again.
      const std::uint32_t of = random.perMille(700) ? 3 : static_cast<std::uint32_t>(kColumns[i].cells.size());
      add(kColumns[i].cells[random.below(of)], endOf(i));
    }
  }
  return text;
}

std::shared_ptr<const DeliveryLog> load(const std::string& text) {
  LoadRequest request;
  request.zone = *Zone::find("Europe/Berlin");
  request.threads = 2;
  request.blockBytes = 64 << 10;
  return test::loadText(text, request);
}

/// Some of the records, read in full.
void expectSameText(const std::shared_ptr<const DeliveryLog>& one, const std::shared_ptr<const DeliveryLog>& other) {
  RecordReader reader(one), otherReader(other);
  for (std::uint32_t i = 0; i < one->recordCount(); i += 37) {
    const auto a = reader.read(RowId{i});
    const auto b = otherReader.read(RowId{i});
    ASSERT_TRUE(a && b) << i;
    EXPECT_EQ(a->fields, b->fields) << i;
    EXPECT_EQ(a->line, b->line) << i;
  }
}

void expectSame(const DeliveryLog& one, const DeliveryLog& other) {
  ASSERT_EQ(one.recordCount(), other.recordCount());
  ASSERT_EQ(one.chunks().size() > 0, other.chunks().size() > 0);
  for (std::uint32_t i = 0; i < one.recordCount(); ++i) {
    const RowId row{i};
    const Kind& a = one.kind(row);
    const Kind& b = other.kind(row);
    ASSERT_EQ(one.reason(a.reason).code, other.reason(b.reason).code) << i;
    ASSERT_EQ(a.channel, b.channel) << i;
    ASSERT_EQ(a.outcome, b.outcome) << i;
    ASSERT_EQ(one.time(row), other.time(row)) << i;
    ASSERT_EQ(one.line(row), other.line(row)) << i;
  }
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    const auto kind = static_cast<IssueKind>(i);
    ASSERT_EQ(one.report()[kind].count, other.report()[kind].count) << i;
    if (kind == IssueKind::NoCodeNoStatus || kind == IssueKind::RepeatedHeader) continue;  // they tell the line itself
    for (std::size_t s = 0; s < one.report()[kind].samples.size(); ++s) {
      EXPECT_EQ(one.report()[kind].samples[s].detail, other.report()[kind].samples[s].detail) << i;
      EXPECT_EQ(one.report()[kind].samples[s].line, other.report()[kind].samples[s].line) << i;
    }
  }
}

TEST(DeferredKind, RecordsAreThoseOfTheLogWithEveryCellInQuotes) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE(seed);
    const auto read = load(randomLog(seed, true, 3000));
    EXPECT_GT(read->report()[IssueKind::UnknownStatus].count, 20u);
    expectSame(*load(randomLog(seed, std::nullopt, 3000)), *read);
  }
}

TEST(DeferredKind, RecordsThatAreHandedOnTogetherAreTheSameToo) {
  for (std::uint64_t seed = 21; seed <= 32; ++seed) {
    SCOPED_TRACE(seed);
    const auto read = load(randomLog(seed, true, 3000));
    const auto together = load(randomLog(seed, std::nullopt, 3000, 4));
    expectSame(*together, *read);
    expectSameText(together, read);
  }
}

TEST(DeferredKind, AnEmptyCellOfTheOnlyColumnIsNotTheCodeOfAnotherRecord) {
  const auto log = test::loadText(
      "Zeit;Fehlercode;Empfänger\n"
      "2025-03-04T08:15:30Z;\"UNDELIV\";\"a@example.org\"\n"
      "2025-03-04T08:15:31Z;;b@example.org\n"
      "2025-03-04T08:15:32Z;\"UNDELIV\";\"c@example.org\"\n"
      "2025-03-04T08:15:33Z;;d@example.org\n"
      "2025-03-04T08:15:34Z;UNDELIV;e@example.org\n"
      "2025-03-04T08:15:35Z;;f@example.org\n");
  ASSERT_EQ(log->recordCount(), 6u);
  for (std::uint32_t row = 0; row < 6; ++row)
    EXPECT_EQ(log->kind(RowId{row}).outcome, row % 2 == 0 ? Outcome::Failed : Outcome::Unknown) << row;
}

}  // namespace
}  // namespace undelivered
