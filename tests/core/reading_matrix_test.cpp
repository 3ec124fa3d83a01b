// SPDX-License-Identifier: GPL-3.0-or-later
// One log in every encoding, with every delimiter, line end and form of time: always the same records.
#include <array>
#include <cstring>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/memory_files.h"

namespace undelivered {
namespace {

/// Moments in winter and in summer, in each form that a log may have them in.
struct TimeForm {
  const char* name;
  std::array<const char*, 3> texts;
};
constexpr std::array kForms{
    TimeForm{"UTC", {"2025-03-04T08:15:30Z", "2025-07-01T21:59:59Z", "2024-12-31T23:30:00Z"}},
    TimeForm{"offset", {"2025-03-04T09:15:30+01:00", "2025-07-01T23:59:59+0200", "2025-01-01T00:30:00 +0100"}},
    TimeForm{"fraction", {"2025-03-04T08:15:30.000Z", "2025-07-01T21:59:59.0Z", "2024-12-31T23:30:00.000000Z"}},
    TimeForm{"local", {"2025-03-04 09:15:30", "2025-07-01 23:59:59", "2025-01-01 00:30:00"}},
    TimeForm{"German", {"04.03.2025 09:15:30", "1.7.2025 23:59:59", "01.01.2025 0:30:00"}},
    TimeForm{"digits", {"20250304091530", "20250701235959", "20250101003000"}},
    TimeForm{"receipt", {"250304091530", "250701235959", "250101003000"}},
    TimeForm{"seconds", {"1741076130", "1751407199", "1735687800"}},
    TimeForm{"milliseconds", {"1741076130000", "1751407199000", "1735687800000"}},
    TimeForm{"mail",
             {"Tue, 4 Mar 2025 09:15:30 +0100", "Tue, 1 Jul 2025 21:59:59 GMT", "Wed, 1 Jan 2025 00:30:00 +0100"}},
};

enum class Bytes { Utf8, Utf8WithMark, Windows1252, Utf16Le, Utf16Be };
constexpr std::array kBytes{Bytes::Utf8, Bytes::Utf8WithMark, Bytes::Windows1252, Bytes::Utf16Le, Bytes::Utf16Be};

/// Text of Latin-1 in one of the encodings, each written by hand.
std::string encode(const std::u16string& text, Bytes as) {
  std::string out = as == Bytes::Utf8WithMark ? "\xEF\xBB\xBF"
                    : as == Bytes::Utf16Le    ? "\xFF\xFE"
                    : as == Bytes::Utf16Be    ? "\xFE\xFF"
                                              : "";
  for (const char16_t c : text) {
    const auto low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
    switch (as) {
      case Bytes::Utf16Le:
        out += {low, high};
        break;
      case Bytes::Utf16Be:
        out += {high, low};
        break;
      case Bytes::Windows1252:
        out += low;
        break;
      case Bytes::Utf8:
      case Bytes::Utf8WithMark:
        if (c < 0x80) {
          out += low;
        } else {
          out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
        }
    }
  }
  return out;
}

std::u16string latin1(std::string_view text) {
  std::u16string wide;
  for (const char c : text) wide += static_cast<unsigned char>(c);
  return wide;
}

/// A cell in quotes where it has to be.
std::string cell(std::string_view text, char delimiter) {
  if (text.find_first_of(std::string("\"\r\n") + delimiter) == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

/// Header and rows in Latin-1; \xFC is "ü".
std::string logText(const TimeForm& form, char delimiter, std::string_view lineEnd) {
  const std::array<std::array<std::string, 5>, 3> rows{{
      {form.texts[0], "BOUNCE_TRANSIENT_MBX_FULL", "j\xFCrgen@example.org", "550 \"full\"; try, later|\tnow", "K-1"},
      {form.texts[1], "EXPIRED", "+4917612345678", "", "K\xFC-2"},
      {form.texts[2], "NEUER_GRUND", "b@example.org", "zwei Zeilen\nText", "K-3"},
  }};
  std::string text;
  const auto line = [&](const auto& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      text += (i ? std::string(1, delimiter) : "") + cell(cells[i], delimiter);
    text += lineEnd;
  };
  line(std::array<std::string, 5>{"Zeit", "Fehlercode", "Empf\xE4nger", "Diagnose", "Kundennummer"});
  for (const auto& row : rows) line(row);
  return text;
}

std::string recordsOf(const std::string& bytes) {
  test::MemoryFiles files;
  files.files["log"] = bytes;
  LoadRequest request;
  request.paths = {"log"};
  request.zone = *Zone::find("Europe/Berlin");
  const auto log = loadLog(request, {}, {}, files);
  if (!log) return "error: " + log.error().detail;
  std::string text;
  RecordReader reader(*log);
  for (std::uint32_t i = 0; i < (*log)->recordCount(); ++i) {
    const auto record = reader.read(RowId{i});
    if (!record) return "unreadable";
    text += fmt::format("{}|{}|{}|{}|{}\n", record->time ? toIso8601(*record->time) : "no time",
                        (*log)->reason(record->reason).code, record->recipient, record->diagnostic, record->customer);
  }
  return text + fmt::format("issues {}", (*log)->report().total());
}

TEST(ReadingMatrix, EveryFormGivesTheSameRecords) {
  const std::string expected =
      "2025-03-04T08:15:30Z|BOUNCE_TRANSIENT_MBX_FULL|jürgen@example.org|550 \"full\"; try, later|\tnow|K-1\n"
      "2025-07-01T21:59:59Z|EXPIRED|+4917612345678||Kü-2\n"
      "2024-12-31T23:30:00Z|NEUER_GRUND|b@example.org|zwei Zeilen\nText|K-3\n"
      "issues 0";
  int logs = 0;
  for (const TimeForm& form : kForms) {
    for (const char delimiter : {';', ',', '\t', '|'}) {
      for (const char* lineEnd : {"\n", "\r\n", "\r"}) {
        const std::u16string text = latin1(logText(form, delimiter, lineEnd));
        for (const Bytes bytes : kBytes) {
          ++logs;
          ASSERT_EQ(recordsOf(encode(text, bytes)), expected)
              << form.name << ", delimiter " << static_cast<int>(delimiter) << ", line end of " << std::strlen(lineEnd)
              << ", bytes " << static_cast<int>(bytes);
        }
      }
    }
  }
  EXPECT_EQ(logs, 600);
}

}  // namespace
}  // namespace undelivered
