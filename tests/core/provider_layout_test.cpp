// SPDX-License-Identifier: GPL-3.0-or-later
// An object of a provider that is matched by the skeleton of another one is what it would be if it were parsed: its
// records, field by field, and its issues.
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "core/provider_objects.h"
#include "input/block.h"
#include "input/json/object_reader.h"

namespace undelivered {
namespace {

using test::changed;
using test::Random;
using test::sampleObjects;
using test::tokensOf;

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

TEST(ProviderLayouts, MatchAllSamples) {
  for (const auto& [provider, objects] : sampleObjects()) {
    Readers readers;
    for (const std::string& object : objects) {
      if (!readers.matches(object)) readers.learn(object);
    }
    for (const std::string& object : objects) {
      // Arrays in the elements of another one (Shape::inner) are left to the parser.
      const bool hasInner = object.find("\"statuses\":[") != std::string::npos && isKnown(readers, object);
      if (object.size() > kLongest || (hasInner && object.find("\"recipients\":") != std::string::npos)) continue;
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
