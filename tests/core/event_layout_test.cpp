// SPDX-License-Identifier: GPL-3.0-or-later
// An event that is matched by the layout of another one is what it would be if it were parsed.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "data/random.h"
#include "input/block.h"
#include "input/json/event_layout.h"

namespace undelivered {
namespace {

using samples::Random;

/// What the nodes say, in a text to compare.
std::string toText(const EventNode& root) {
  std::string text;
  for (const EventNode* node = &root; node < &root + root.size; ++node) {
    text += std::to_string(static_cast<int>(node->type)) + '/' + std::to_string(static_cast<int>(node->key.role)) +
            '/' + std::to_string(node->key.isCode + 2 * node->key.isRecipient + 4 * node->key.tellsOfCode) + '/' +
            std::to_string(node->size) + '/' + std::string(node->text) + '\n';
  }
  return text;
}

/// What the parser makes of the text; nothing where it is no JSON.
std::optional<std::string> parsed(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return std::nullopt;
  EventKeys keys;
  EventTree tree;
  tree.read(root, keys);
  return toText(tree.root());
}

/// A text with the readable bytes behind it that a block has.
std::string padded(std::string_view text) { return std::string(text) + std::string(Block::kPadding, '"'); }

class Layouts : public ::testing::Test {
 protected:
  bool learn(std::string_view example) {
    const std::string text = padded(example);
    return m_layout.learn(std::string_view(text).substr(0, example.size()), m_keys);
  }

  /// Whether the text is matched; what is then has to be what the parser finds.
  bool matches(std::string_view json) {
    const std::string text = padded(json);
    const std::size_t size = m_layout.match(std::string_view(text).substr(0, json.size()));
    if (size == 0) return false;
    const auto expected = parsed(json.substr(0, size));
    EXPECT_TRUE(expected) << "matched, though it is no JSON: " << json;
    if (expected) {
      EXPECT_EQ(toText(m_layout.root()), *expected) << json;
    }
    return true;
  }

  EventKeys m_keys;
  EventLayout m_layout;
};

constexpr std::string_view kEvent =
    R"({"type":"MESSAGE_NOT_DELIVERED","date":"2025-03-04T08:15:30Z","eventId":"e-1","test":false,"source":null,)"
    R"("claim":{"id":700123,"amount":12.5,"tags":[],"referenceNumber":"RE-1","communication":{"channel":"EMAIL",)"
    R"("recipients":["a@example.org",{"email":"b@example.org"}], "errorCode" : "BOUNCE_PERMANENT_GENERAL"}}})";

std::string replaced(std::string_view what, std::string_view with) {
  std::string text(kEvent);
  return text.replace(text.find(what), what.size(), with);
}

TEST_F(Layouts, MatchWhatDiffersInItsValues) {
  ASSERT_TRUE(learn(kEvent));
  EXPECT_TRUE(matches(kEvent));
  EXPECT_TRUE(matches(replaced("e-1", "another id that is longer than any word of a processor")));
  EXPECT_TRUE(matches(replaced("e-1", "")));
  EXPECT_TRUE(matches(replaced("e-1", "Müller 😀")));
  EXPECT_TRUE(matches(replaced("700123", "999999999999999999")));
  for (const char* number : {"0", "1", "-1", "12.50", "1.5", "100.25", "-7.125", "123456789012.75", "1.0001"})
    EXPECT_EQ(matches(replaced("700123", number)), true) << number;
}

TEST_F(Layouts, MatchTheStartOfALine) {
  ASSERT_TRUE(learn(kEvent));
  const std::string line = padded(std::string(kEvent) + " , \n{");
  EXPECT_EQ(m_layout.match(line), kEvent.size());
}

TEST_F(Layouts, LeaveEverythingElseToTheParser) {
  ASSERT_TRUE(learn(kEvent));
  for (const char* value : {R"(e\"1)", R"(e\u00e41)", "e\t1", "e\n1", "e\xFF", "e\xC3", "\xED\xA0\x80", R"(\)"})
    EXPECT_FALSE(matches(replaced("e-1", value))) << value;
  for (const char* number : {"-0", "007", "1e3", "1.", ".5", "0.5", "5.00", "-", "+1", "1234567890123456789", "\"1\"",
                             "1.2345678901234567", "null", "1 ", ""})
    EXPECT_FALSE(matches(replaced("700123", number))) << number;
  EXPECT_FALSE(matches(replaced("false", "true")));
  EXPECT_FALSE(matches(replaced("null", "\"x\"")));
  EXPECT_FALSE(matches(replaced("[]", "[1]")));
  EXPECT_FALSE(matches(replaced("errorCode", "errorcode")));
  EXPECT_FALSE(matches(replaced("\"test\":false,", "")));
  for (std::size_t size = 0; size < kEvent.size(); ++size) EXPECT_FALSE(matches(kEvent.substr(0, size))) << size;
}

TEST_F(Layouts, LearnNothingThatTheyCannotTell) {
  EXPECT_FALSE(learn(R"({"type":"a\nb"})"));
  EXPECT_FALSE(learn(R"({"a\u0062":"b"})"));
  EXPECT_FALSE(learn(R"({"a":1e5})"));
  EXPECT_FALSE(learn(R"({"a":"b"} {"a":"b"})"));
  EXPECT_FALSE(matches(R"({"type":"a"})"));
  std::string many = "{\"a\":[1";
  for (int i = 0; i < 300; ++i) many += ",1";
  EXPECT_FALSE(learn(many + "]}"));
  EXPECT_TRUE(learn("{}"));
  EXPECT_TRUE(matches("{}"));
  EXPECT_FALSE(matches("{ }"));
}

/// Some JSON text of the values that events have.
std::string value(Random& random, int depth) {
  static constexpr std::array<std::string_view, 9> kKeys{"type", "claim", "errorCode", "email",     "id",
                                                         "name", "date",  "message",   "recipients"};
  static constexpr std::array<std::string_view, 4> kBlanks{"", " ", "\t", "  "};
  const auto blank = [&] { return std::string(random.below(8) == 0 ? random.pick(kBlanks) : ""); };
  switch (random.below(depth > 0 ? 9 : 6)) {
    case 0:
    case 1:
    case 2: {
      std::string text(random.below(20), 'x');
      if (random.below(5) == 0) text += "ä";
      return '"' + text + '"';
    }
    case 3:
      return std::to_string(random.below(2000));
    case 4:
      return std::to_string(random.below(2000)) + '.' + std::to_string(random.below(100));
    case 5:
      return random.below(2) == 0 ? "true" : "null";
    case 6:
    case 7: {
      std::string object = "{" + blank();
      for (std::size_t i = 0, count = random.below(5); i < count; ++i) {
        object += (i > 0 ? "," : "") + blank() + '"' + std::string(random.pick(kKeys)) + '"' + blank() + ':' + blank() +
                  value(random, depth - 1) + blank();
      }
      return object + '}';
    }
    default: {
      std::string array = "[" + blank();
      for (std::size_t i = 0, count = random.below(4); i < count; ++i)
        array += (i > 0 ? "," : "") + value(random, depth - 1) + blank();
      return array + ']';
    }
  }
}

TEST_F(Layouts, AgreeWithTheParserWhateverIsChanged) {
  Random random(4711);
  static constexpr std::string_view kBytes = "\"\\{}[]:,0123456789.-eE \t\nxn\xC3\xA4\x80\xFF\x01";
  int learned = 0, matched = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string object = R"({"type":"x","v":)" + value(random, 4) + "}";
    ASSERT_TRUE(parsed(object)) << object;
    if (!learn(object)) continue;
    ++learned;
    EXPECT_TRUE(matches(object)) << object;
    for (int change = 0; change < 40; ++change) {
      std::string other = object;
      for (std::size_t i = 0; i <= random.below(2); ++i) {
        const std::size_t at = random.below(static_cast<std::uint32_t>(other.size()));
        const char byte = kBytes[random.below(static_cast<std::uint32_t>(kBytes.size()))];
        if (random.below(3) == 0) {
          other.erase(at, 1);
        } else if (random.below(2) == 0) {
          other.insert(at, 1, byte);
        } else {
          other[at] = byte;
        }
      }
      matched += matches(other);
    }
  }
  EXPECT_GT(learned, 1500);
  EXPECT_GT(matched, 5000);
}

TEST(EventLayouts, FollowALogThatChangesItsLayouts) {
  EventKeys keys;
  EventLayouts layouts;
  int parsedCount = 0;
  for (int i = 0; i < 10000; ++i) {
    std::string json = R"({"type":"x","id":)" + std::to_string(i);
    for (int more = 0; more < i % 5; ++more) json += R"(,"email":"a@example.org")";
    json += "}";
    const std::string text = padded(json);
    const auto view = std::string_view(text).substr(0, json.size());
    if (const std::size_t size = layouts.match(view)) {
      ASSERT_EQ(size, json.size());
      ASSERT_EQ(toText(layouts.root()), *parsed(json));
    } else {
      ++parsedCount;
      layouts.learn(view, keys);
    }
  }
  EXPECT_EQ(parsedCount, 5);
}

TEST(EventLayouts, GiveUpForAWhileWhereNoTwoAreAlike) {
  EventKeys keys;
  EventLayouts layouts;
  const auto tryOne = [&](const std::string& json) {
    const std::string text = padded(json);
    const auto view = std::string_view(text).substr(0, json.size());
    if (layouts.match(view) > 0) return true;
    layouts.learn(view, keys);
    return false;
  };
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(tryOne("{\"key" + std::to_string(i) + "\":1}"));
  EXPECT_FALSE(tryOne("{\"a\":1}"));
  EXPECT_FALSE(tryOne("{\"a\":1}"));
  int matched = 0;
  for (int i = 0; i < 2000; ++i) matched += tryOne("{\"a\":1}");
  EXPECT_GT(matched, 900);
}

}  // namespace
}  // namespace undelivered
