// SPDX-License-Identifier: GPL-3.0-or-later
// The same log in every encoding is the same log.
#include "input/encoding.h"

#include <set>

#include <gtest/gtest.h>

#include "input/header_mapping.h"
#include "store/load_log.h"
#include "store/record_reader.h"
#include "support/load_text.h"
#include "support/memory_files.h"
#include "support/pack.h"

namespace undelivered {
namespace {

const std::string kText =
    "Zeitpunkt;Empfänger;Zustellstatus;Begründung;Preis\r\n"
    "04.03.2025 09:15;jörg@müller.example;nicht zugestellt;Größe überschritten;5 €\r\n"
    "05.03.2025 09:15;anna@example.org;zugestellt;„gut“ – wirklich;7 €\r\n";

std::string utf16(std::string_view utf8, bool bigEndian) {
  std::string out;
  const auto unit = [&](unsigned value) {
    const char high = static_cast<char>(value >> 8);
    const char low = static_cast<char>(value & 0xFF);
    out += bigEndian ? high : low;
    out += bigEndian ? low : high;
  };
  for (std::size_t i = 0; i < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    unsigned value = length == 1 ? first : first & (0x7Fu >> length);
    for (std::size_t k = 1; k < length; ++k) value = value << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3Fu);
    i += length;
    if (value < 0x10000) {
      unit(value);
    } else {
      unit(0xD800 + ((value - 0x10000) >> 10));
      unit(0xDC00 + ((value - 0x10000) & 0x3FF));
    }
  }
  return out;
}

std::string windows1252(std::string text) {
  const std::pair<const char*, char> kBytes[] = {{"ä", '\xE4'}, {"ö", '\xF6'}, {"ü", '\xFC'}, {"ß", '\xDF'},
                                                 {"€", '\x80'}, {"„", '\x84'}, {"“", '\x93'}, {"–", '\x96'}};
  for (const auto& [character, byte] : kBytes) {
    for (std::size_t at; (at = text.find(character)) != std::string::npos;)
      text.replace(at, std::string_view(character).size(), 1, byte);
  }
  return text;
}

std::shared_ptr<const DeliveryLog> load(const std::string& bytes, std::size_t blockBytes = 4096) {
  test::MemoryFiles files;
  files.files["log.csv"] = bytes;
  LoadRequest request;
  request.paths = {"log.csv"};
  request.zone = *Zone::find("Europe/Berlin");
  request.blockBytes = blockBytes;
  const auto log = loadLog(request, {}, {}, files);
  EXPECT_TRUE(log) << log.error().detail;
  return log ? *log : nullptr;
}

struct Form {
  const char* name;
  std::string bytes;
  Encoding encoding;
  bool mark;
};

class Encodings : public ::testing::TestWithParam<Form> {};

TEST_P(Encodings, GiveTheSameLog) {
  const Form& form = GetParam();
  const auto log = load(form.bytes);
  ASSERT_TRUE(log);
  const Source& source = log->source(SourceId{0});
  EXPECT_EQ(source.recognition.encoding, form.encoding);
  EXPECT_EQ(source.recognition.byteOrderMark, form.mark);
  EXPECT_EQ(source.originalSize, form.bytes.size());
  EXPECT_EQ(source.recognition.columns,
            (std::vector<std::string>{"Zeitpunkt", "Empfänger", "Zustellstatus", "Begründung", "Preis"}));
  EXPECT_EQ(source.recognition.columnOf[static_cast<std::size_t>(Field::Recipient)], 1);
  ASSERT_EQ(log->recordCount(), 2u);
  EXPECT_EQ(log->report().total(), 0u);
  RecordReader reader(log);
  const auto first = *reader.read(RowId{0});
  EXPECT_EQ(first.recipient, "jörg@müller.example");
  EXPECT_EQ(first.fields[3].second, "Größe überschritten");
  EXPECT_EQ(first.fields[4].second, "5 €");
  EXPECT_EQ(first.outcome, Outcome::Failed);
  EXPECT_EQ(first.line, 2u);
  EXPECT_EQ(reader.read(RowId{1})->fields[3].second, "„gut“ – wirklich");
  EXPECT_EQ(toIso8601(*first.time), "2025-03-04T08:15:00Z");
}

INSTANTIATE_TEST_SUITE_P(
    All, Encodings,
    ::testing::Values(Form{"Utf8", kText, Encoding::Utf8, false},
                      Form{"Utf8Mark", "\xEF\xBB\xBF" + kText, Encoding::Utf8, true},
                      Form{"Utf16Le", utf16(kText, false), Encoding::Utf16Le, false},
                      Form{"Utf16LeMark", "\xFF\xFE" + utf16(kText, false), Encoding::Utf16Le, true},
                      Form{"Utf16Be", utf16(kText, true), Encoding::Utf16Be, false},
                      Form{"Utf16BeMark", "\xFE\xFF" + utf16(kText, true), Encoding::Utf16Be, true},
                      Form{"Windows1252", windows1252(kText), Encoding::Windows1252, false}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Encoding, CharactersBeyond16BitsComeThrough) {
  const auto log = load("\xFF\xFE" + utf16("status;note\nfailed;📧 Ω\n", false));
  EXPECT_EQ(RecordReader(log).read(RowId{0})->fields[1].second, "📧 Ω");
}

TEST(Encoding, HalfASurrogateOrCharacterBecomesAReplacement) {
  EXPECT_EQ(RecordReader(load("\xFF\xFE" + utf16("status\nx", false) + std::string("\x00\xD8", 2)))
                .read(RowId{0})
                ->fields[0]
                .second,
            "x\uFFFD");
  EXPECT_EQ(RecordReader(load("\xFF\xFE" + utf16("status\nx", false) + "y")).read(RowId{0})->fields[0].second,
            "x\uFFFD");
}

TEST(Encoding, PiecesOfUtf16MayBeCutAnywhere) {
  const std::string bytes = utf16("a📧ß€", false);
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    Utf16Decoder decoder(false);
    std::string text;
    decoder.append(text, bytes.substr(0, cut));
    decoder.append(text, bytes.substr(cut));
    decoder.finish(text);
    EXPECT_EQ(text, "a📧ß€") << cut;
  }
}

TEST(Encoding, LargeUtf16LogIsReadWhole) {
  std::string text = "status;note\n";
  for (int i = 0; i < 40'000; ++i) text += "failed;Größe " + std::to_string(i) + "\n";
  const auto log = load("\xFE\xFF" + utf16(text, true), 1 << 16);
  ASSERT_EQ(log->recordCount(), 40'000u);
  EXPECT_EQ(RecordReader(log).read(RowId{39'999})->fields[1].second, "Größe 39999");
}

TEST(Encoding, BytesThatAreNoUtf8AreReadAsWindows1252AndTold) {
  std::string text = "status;note\n";
  while (text.size() < (3u << 20)) text += "failed;Müller\n";  // well beyond what is recognised by
  text += "failed;M\xFCller\nfailed;Müller\n";
  const auto log = load(text, 1 << 20);
  const auto& entry = log->report()[IssueKind::BadEncoding];
  EXPECT_EQ(entry.count, 1u);
  ASSERT_EQ(entry.samples.size(), 1u);
  EXPECT_EQ(entry.samples[0].detail, "failed;Müller");
  RecordReader reader(log);
  for (std::uint32_t back : {1u, 2u, 3u})
    EXPECT_EQ(reader.read(RowId{log->recordCount() - back})->fields[1].second, "Müller");
}

TEST(Encoding, OneDamagedByteDoesNotMakeALogAnotherEncodings) {
  const auto log = load("status;note\nfailed;Müller\nfailed;M\xFCller\nfailed;Grün\n");
  EXPECT_EQ(log->source(SourceId{0}).recognition.encoding, Encoding::Utf8);
  EXPECT_EQ(log->report()[IssueKind::BadEncoding].count, 1u);
  RecordReader reader(log);
  EXPECT_EQ(reader.read(RowId{1})->fields[1].second, "Müller");
  EXPECT_EQ(reader.read(RowId{2})->fields[1].second, "Grün");
}

TEST(Encoding, DamagedBytesOfRecipientAndCodeAreDecodedBeforeTheyAreCompared) {
  const std::string header = "code;channel;recipient\n";
  const std::string good = "UNDELIV;sms;Müller@example.org\nGRÜN;sms;Müller@example.org\n";
  const auto log = load(header + good + "UNDELIV;sms;M\xFCller@example.org\nGR\xDCN;sms;Müller@example.org\n" + good);
  EXPECT_EQ(log->source(SourceId{0}).recognition.encoding, Encoding::Utf8);
  ASSERT_EQ(log->recordCount(), 6u);
  EXPECT_EQ(log->kinds().size(), 2u);
  EXPECT_EQ(log->reason(log->kind(RowId{3}).reason).code, "GRÜN");
  const auto hashes = log->chunks()[0].recipientHash;
  for (std::uint32_t i = 0; i < 6; ++i) EXPECT_EQ(hashes[i], hashes[0]) << i;
  EXPECT_EQ(RecordReader(log).read(RowId{2}).value().fields[2].second, "Müller@example.org");
}

TEST(Encoding, LettersOfWindows1252AreNotTakenForUtf8) {
  const auto log = load("status;note\nfailed;M\xFCller\nfailed;Gr\xFCn\nfailed;\x80 5\n");
  EXPECT_EQ(log->source(SourceId{0}).recognition.encoding, Encoding::Windows1252);
  EXPECT_EQ(RecordReader(log).read(RowId{2})->fields[1].second, "€ 5");
}

TEST(Encoding, All256BytesOfWindows1252AreText) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  std::string text;
  appendWindows1252(text, bytes);
  EXPECT_TRUE(isValidUtf8(text));
  for (const char* character : {"€", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "Ž", "‘", "’",
                                "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "ž", "Ÿ", "ß", "ÿ"}) {
    EXPECT_NE(text.find(character), std::string::npos) << character;
  }
}

TEST(Encoding, CodePage850IsKnownByItsUmlautsBetweenLetters) {
  const auto log = load(
      "status;empf\x84nger;note\nfailed;a@b.de;M\x81ller, Stra\xE1"
      "e\nfailed;c@d.de;\x99l\n");
  EXPECT_EQ(log->source(SourceId{0}).recognition.encoding, Encoding::Cp850);
  const auto record = RecordReader(log).read(RowId{0});
  EXPECT_EQ(record->recipient, "a@b.de");
  EXPECT_EQ(record->fields[2].second, "Müller, Straße");
  EXPECT_EQ(RecordReader(log).read(RowId{1})->fields[2].second, "Öl");
}

TEST(Encoding, QuotationMarksOfWindows1252AreNotCodePage850) {
  for (const char* note : {"\x84"
                           "Ja\x94, 5 \x99",
                           "M\xFCller \x84x\x94y", "Hern\xE1ndez \x9A", "a\x81 b"}) {
    const auto log = load(std::string("status;note\nfailed;") + note + "\n");
    EXPECT_EQ(log->source(SourceId{0}).recognition.encoding, Encoding::Windows1252) << note;
  }
}

TEST(Encoding, CodePage850MayBeNamed) {
  test::MemoryFiles files;
  files.files["log.csv"] = "status;note\nfailed;\x99\x9A\xE1\x8E\x80\xFF\n";
  LoadRequest request;
  request.paths = {"log.csv"};
  request.options.encoding = encodingFromName("CP850");
  ASSERT_EQ(request.options.encoding, Encoding::Cp850);
  const auto log = loadLog(request, {}, {}, files);
  ASSERT_TRUE(log);
  EXPECT_EQ(RecordReader(*log).read(RowId{0})->fields[1].second, "ÖÜßÄÇ\xC2\xA0");
}

TEST(Encoding, CodePage850MayBeChosenForAHeader) {
  test::MemoryFiles files;
  files.files["log.csv"] = "status;note\nfailed;\x9A\n";
  LoadRequest request;
  request.paths = {"log.csv"};
  HeaderMapping mapping;
  mapping.header = headerKey(std::vector<std::string>{"status", "note"});
  mapping.columnCount = 2;
  mapping.columns[static_cast<std::size_t>(Field::Status)] = {0};
  mapping.encoding = Encoding::Cp850;
  request.options.mappings = {mapping};
  const auto log = loadLog(request, {}, {}, files);
  ASSERT_TRUE(log);
  EXPECT_EQ((*log)->source(SourceId{0}).recognition.encoding, Encoding::Cp850);
  EXPECT_EQ(RecordReader(*log).read(RowId{0})->fields[1].second, "Ü");
}

/// Loads a file with an encoding that was chosen before for tables of the columns "status" and "note".
std::shared_ptr<const DeliveryLog> loadChosen(const std::string& bytes, Encoding encoding) {
  LoadRequest request;
  HeaderMapping mapping;
  mapping.header = headerKey(std::vector<std::string>{"status", "note"});
  mapping.columnCount = 2;
  mapping.columns[static_cast<std::size_t>(Field::Status)] = {0};
  mapping.encoding = encoding;
  request.options.mappings = {mapping};
  return test::loadText(bytes, request);
}

TEST(Encoding, ThatWasChosenForAHeaderHoldsForWhatIsPacked) {
  const std::string text = "status;note\nfailed;\x9A\n";
  const std::string other = "status;text\nfailed;\xDC\n";
  const std::string inCells = "\"status;note\"\n\"failed;\x9A\"\n\"failed;b\"\n";
  using test::ZipMember;
  for (const std::string& packed : {test::gzipOf(text), test::zstdOf(text), test::gzipOf(test::zstdOf(text)),
                                    test::zipOf({{"a.csv", text}, {"b.csv", other}}), inCells, test::gzipOf(inCells)}) {
    const auto log = loadChosen(packed, Encoding::Cp850);
    ASSERT_TRUE(log);
    EXPECT_EQ(log->source(SourceId{0}).recognition.encoding, Encoding::Cp850);
    EXPECT_EQ(RecordReader(log).read(RowId{0})->fields[1].second, "Ü");
    if (log->sources().size() < 2) continue;
    EXPECT_EQ(log->source(SourceId{1}).recognition.encoding, Encoding::Windows1252) << "has another header";
    EXPECT_EQ(RecordReader(log).read(RowId{1})->fields[1].second, "Ü");
  }
}

TEST(Encoding, ThatWasChosenForAHeaderGoesBeforeAGuess) {
  const std::string text = "status;note\nfailed;M\x81ller\n";  // as code page 850 has it
  EXPECT_EQ(loadChosen(text, Encoding::Cp850)->source(SourceId{0}).recognition.encoding, Encoding::Cp850);
  for (const std::string& bytes : {text, test::gzipOf(text)}) {
    const auto log = loadChosen(bytes, Encoding::Windows1252);
    EXPECT_EQ(log->source(SourceId{0}).recognition.encoding, Encoding::Windows1252);
    EXPECT_EQ(RecordReader(log).read(RowId{0})->fields[1].second, "M\xC2\x81ller");
  }
}

TEST(Encoding, All128UpperBytesOfCodePage850AreDifferentText) {
  std::set<std::string> characters;
  for (int i = 0x80; i < 0x100; ++i) {
    std::string text;
    appendCp850(text, std::string(1, static_cast<char>(i)));
    EXPECT_TRUE(isValidUtf8(text));
    characters.insert(text);
  }
  EXPECT_EQ(characters.size(), 128u);
}

TEST(Encoding, CallerMayKnowBetter) {
  test::MemoryFiles files;
  files.files["log.csv"] = "status;note\nfailed;\xC3\x9F\n";  // valid UTF-8 by chance
  LoadRequest request;
  request.paths = {"log.csv"};
  request.options.encoding = Encoding::Windows1252;
  const auto log = *loadLog(request, {}, {}, files);
  EXPECT_EQ(RecordReader(log).read(RowId{0})->fields[1].second, "ÃŸ");
}

TEST(Encoding, IssuesAndRefusalsAreTextWhateverTheBytes) {
  const auto log = load("status;note\nfailed;" + std::string(100, 'x') + "äöüäöüäöü;1;2\nfailed\xFC\n");
  for (std::size_t i = 0; i < kIssueKindCount; ++i) {
    for (const IssueSample& sample : log->report()[static_cast<IssueKind>(i)].samples)
      EXPECT_TRUE(isValidUtf8(sample.detail)) << sample.detail;
  }
  test::MemoryFiles files;
  files.files["a.csv"] =
      "Gr\xF6\xDF"
      "e;Farbe\n1;2\n";
  files.files["b.txt"] =
      "Gr\xFC\xDF"
      "e aus Köln";
  LoadRequest request;
  request.paths = {"a.csv"};
  EXPECT_EQ(loadLog(request, {}, {}, files).error().detail, "Größe, Farbe");
  request.paths = {"b.txt"};
  EXPECT_TRUE(isValidUtf8(loadLog(request, {}, {}, files).error().detail));
}

TEST(Encoding, BeginningOfATextEndsWithAWholeCharacter) {
  EXPECT_EQ(beginningOf("abc", 5), "abc");
  EXPECT_EQ(beginningOf("abc", 2), "ab");
  EXPECT_EQ(beginningOf("aäb", 2), "a");
  EXPECT_EQ(beginningOf("aäb", 3), "aä");
  EXPECT_EQ(beginningOf("📧", 3), "");
  EXPECT_EQ(beginningOf("a\xFC\xFC\xFC", 3), "a\xFC\xFC");
}

}  // namespace
}  // namespace undelivered
