// SPDX-License-Identifier: GPL-3.0-or-later
// An object of a provider that is matched by the skeleton of another one is what it would be if it were parsed: its
// records, field by field, and its issues.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "data/random.h"
#include "input/block.h"
#include "input/json/object_reader.h"
#include "input/provider/providers.h"

namespace undelivered {
namespace {

using samples::Random;

/// Everything that is told of an object.
class Told final : public RecordSink {
 public:
  bool record(const RecordView& record) override {
    text += "record " + std::to_string(record.offset) + '/' + std::to_string(record.line) + '/' +
            std::to_string(record.part) + '/' + std::to_string(record.recipientIndex) + '/' +
            std::to_string(record.provider) + '/' + std::to_string(record.failureEvent);
    for (std::string_view value : record.values) text += std::string(" [").append(value).append("]");
    text += '\n';
    ++records;
    return true;
  }
  void issue(IssueKind kind, std::uint32_t line, std::string_view detail) override {
    text += "issue " + std::to_string(static_cast<int>(kind)) + '/' + std::to_string(line) + ' ' + std::string(detail) +
            '\n';
  }
  std::string text;
  int records = 0;
};

constexpr ObjectReader::Place kPlace{1234, 56};
/// More than that is an answer with dozens of records, which has too many values to be learned.
constexpr std::size_t kLongest = 6000;

/// A text with the readable bytes behind it that a block has.
std::string padded(std::string_view text) { return std::string(text) + std::string(Block::kPadding, '"'); }

/// A reader that has learned some objects, and one that parses.
class Readers {
 public:
  void learn(std::string_view json) {
    const std::string text = padded(json);
    simdjson::dom::element root;
    if (m_parser.parse(text.data(), json.size(), false).get(root) != simdjson::SUCCESS) return;
    Told told;
    m_reader.read(root, json, kPlace, told);
    m_reader.learn(std::string_view(text).substr(0, json.size()));
  }

  /// Whether the text's beginning is matched; what is told of it then has to be what the parser finds.
  bool matches(std::string_view json) {
    const std::string text = padded(json);
    const std::size_t size = m_reader.match(std::string_view(text).substr(0, json.size()));
    if (size == 0) return false;
    const std::string_view object = std::string_view(text).substr(0, size);
    Told told;
    EXPECT_TRUE(m_reader.readMatched(object, kPlace, told));
    const auto expected = parsed(json.substr(0, size));
    EXPECT_TRUE(expected) << "matched, though it is no JSON: " << object;
    if (expected) {
      EXPECT_EQ(told.text, *expected) << object;
    }
    return true;
  }

  std::optional<std::string> parsed(std::string_view json) {
    simdjson::dom::element root;
    if (m_parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return std::nullopt;
    Told told;
    m_plain.read(root, json, kPlace, told);
    return told.text;
  }

 private:
  static ObjectReader reader() {
    return ObjectReader(true, [](std::string_view) { return false; });
  }
  simdjson::dom::parser m_parser;
  ObjectReader m_reader = reader(), m_plain = reader();
};

/// Whether it has a record, or is some other event that a shape knows.
bool isKnown(Readers& readers, std::string_view json) {
  const auto told = readers.parsed(json);
  const std::string otherEvent = "issue " + std::to_string(static_cast<int>(IssueKind::OtherEvent));
  return told && (told->starts_with("record") || told->starts_with(otherEvent));
}

/// The objects of all samples, in one line each, by provider.
std::map<std::string, std::vector<std::string>> sampleObjects() {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(UNDELIVERED_SOURCE_DIR) / "tests/data/providers";
  std::map<std::string, std::vector<std::string>> objects;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".json" || entry.path().extension() == ".ndjson") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    auto& into = objects[path.parent_path().filename().string()];
    std::ifstream file(path, std::ios::binary);
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (path.extension() == ".ndjson") {
      for (std::string line; std::getline(file, line);) {
        if (parser.parse(line).get(root) == simdjson::SUCCESS) into.push_back(line);
      }
      continue;
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (parser.parse(text).get(root) != simdjson::SUCCESS) continue;
    if (root.is_object()) into.push_back(simdjson::minify(root));
    simdjson::dom::array array;
    if (root.get(array) != simdjson::SUCCESS) continue;
    for (simdjson::dom::element each : array) into.push_back(simdjson::minify(each));
  }
  return objects;
}

/// A value of JSON, or a name: where it stands in a text, and in how many texts its JSON stands.
struct Token {
  std::size_t begin = 0, end = 0;
  int level = 0;
};

/// The texts in quotes that are escaped so often, with the quotes; and numbers and words.
std::vector<Token> tokensOf(const std::string& json) {
  std::vector<Token> tokens;
  std::string quote = "\"";
  for (int level = 0; level < 3; ++level) {
    for (std::size_t at = 0; (at = json.find(quote, at)) != std::string::npos;) {
      const bool escaped = at > 0 && json[at - 1] == '\\';
      const std::size_t end = escaped ? std::string::npos : json.find(quote, at + quote.size());
      if (end == std::string::npos) {
        at += quote.size();
        continue;
      }
      tokens.push_back({at, end + quote.size(), level});
      at = end + quote.size();
    }
    quote = std::string((std::size_t{2} << level) - 1, '\\') + '"';
  }
  constexpr std::string_view kPlain = "0123456789.-aeflnrstu";
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at] != ':') continue;
    const std::size_t end = json.find_first_not_of(kPlain, at + 1);
    if (end != std::string::npos && end > at + 1) tokens.push_back({at + 1, end, 0});
  }
  return tokens;
}

/// A text of JSON for that level.
std::string atLevel(std::string_view text, int level) {
  std::string result(text);
  for (int i = 0; i < level; ++i) {
    std::string escaped;
    for (char c : result) {
      if (c == '"' || c == '\\') escaped += '\\';
      escaped += c;
    }
    result = escaped;
  }
  return result;
}

const std::vector<std::string>& values() {
  static const std::vector<std::string> kValues{R"("")",
                                                R"("x")",
                                                R"("another text that is longer than sixteen bytes")",
                                                "null",
                                                "true",
                                                "false",
                                                "0",
                                                "-0",
                                                "-1",
                                                "12",
                                                "1741046400",
                                                "1741046400.375624",
                                                "4503599627370496.5",
                                                "9007199254740993",
                                                "1.50",
                                                "7.00",
                                                "0.5",
                                                "0.07",
                                                "0.0001",
                                                "0.00001",
                                                "0.0",
                                                "-0.0",
                                                "1e3",
                                                "123456789012345678901",
                                                "1.2345678901234567",
                                                "01",
                                                "1.",
                                                R"("a\"b")",
                                                R"("a\\")",
                                                R"("a\nb\/c")",
                                                R"("\u00fc\ud83d\ude00")",
                                                R"("\ud83d")",
                                                R"("\udc00")",
                                                R"("\x")",
                                                R"("\u12")",
                                                "\"a\tb\"",
                                                "\"\xC3\xBC\"",
                                                "\"\xFF\"",
                                                "\"\xED\xA0\x80\"",
                                                "{}",
                                                "[]",
                                                R"({"a":1})",
                                                R"([1,"x"])",
                                                R"(["x"])",
                                                R"("Name <a@example.org>")",
                                                R"("<a@example.org>")",
                                                R"("a@example.org ")",
                                                R"("a@example.org>")",
                                                R"("Bounce")",
                                                R"("bounce")",
                                                R"("DELIVERED")",
                                                R"("delivered")",
                                                R"("failed")",
                                                R"("old")",
                                                R"("suppress-bounce")",
                                                R"("delayed")",
                                                R"("mo")",
                                                R"("inbound")",
                                                R"("sms")",
                                                R"("received")",
                                                R"("type")",
                                                R"("event")",
                                                R"("status")",
                                                R"("{\"a\":1}")",
                                                R"(" {}")",
                                                R"("[1]")",
                                                R"("[{}]")"};
  return kValues;
}

std::string changed(Random& random, std::string json, const std::vector<Token>& tokens) {
  const Token& token = random.pick(tokens);
  const std::string own = json.substr(token.begin, token.end - token.begin);
  const Token& other = random.pick(tokens);
  switch (random.below(6)) {
    case 0:
    case 1:
    case 2:  // another value, or name
      return json.replace(token.begin, own.size(), atLevel(random.pick(values()), token.level));
    case 3:  // that of another place
      return json.replace(token.begin, own.size(), json.substr(other.begin, other.end - other.begin));
    case 4: {  // a member more, or twice, or one less
      const std::string more = atLevel("\"type\":", token.level) + own + ",";
      if (random.below(2) == 0) return json.insert(token.begin, more);
      const std::size_t comma = json.find(',', token.end);
      return comma == std::string::npos ? json : json.erase(token.begin, comma + 1 - token.begin);
    }
    default: {
      static constexpr std::string_view kBytes = "\"\\{}[]:,0123456789.-eE \t\nxn\xC3\xA4\x80\xFF\x01";
      const std::size_t at = random.below(static_cast<std::uint32_t>(json.size()));
      const char byte = kBytes[random.below(static_cast<std::uint32_t>(kBytes.size()))];
      switch (random.below(3)) {
        case 0:
          return json.erase(at, 1);
        case 1:
          return json.insert(at, 1, byte);
        default:
          json[at] = byte;
          return json;
      }
    }
  }
}

TEST(ProviderLayouts, MatchAllSamples) {
  for (const auto& [provider, objects] : sampleObjects()) {
    Readers readers;
    for (const std::string& object : objects) {
      if (!readers.matches(object)) readers.learn(object);
    }
    for (const std::string& object : objects) {
      if (object.size() > kLongest) continue;
      EXPECT_EQ(readers.matches(object), isKnown(readers, object)) << object;
    }
  }
}

TEST(ProviderLayouts, AgreeWithTheParserWhateverIsChanged) {
  Random random(815);
  int matched = 0, tried = 0;
  for (const auto& [provider, objects] : sampleObjects()) {
    for (const std::string& object : objects) {
      const auto tokens = tokensOf(object);
      Readers readers;
      readers.learn(object);
      for (int change = 0; change < 1000; ++change, ++tried) {
        std::string other = changed(random, object, tokens);
        if (random.below(4) == 0) other = changed(random, other, tokensOf(other));
        matched += readers.matches(other);
      }
      for (std::size_t size = 0; size < object.size(); ++size) EXPECT_FALSE(readers.matches(object.substr(0, size)));
    }
  }
  EXPECT_GT(matched, tried / 8);
}

TEST(ProviderLayouts, AgreeWithTheParserWhenManyAreLearned) {
  Random random(4711);
  int matched = 0;
  for (const auto& [provider, objects] : sampleObjects()) {
    Readers readers;
    for (int round = 0; round < 20000; ++round) {
      const std::string& object = random.pick(objects);
      const std::string other = changed(random, object, tokensOf(object));
      if (readers.matches(other)) {
        ++matched;
      } else if (random.below(3) == 0) {
        readers.learn(other);
      }
    }
  }
  EXPECT_GT(matched, 40000);
}

}  // namespace
}  // namespace undelivered
