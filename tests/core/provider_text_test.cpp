// SPDX-License-Identifier: GPL-3.0-or-later
// Objects of providers in a log, one in a line, several in an array, or over several lines: each is told of as if it
// were read alone, with its place, whatever stood before it.
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <string>

#include "core/provider_objects.h"
#include "input/json/events.h"
#include "input/json/object_reader.h"
#include "support/collect.h"

namespace undelivered {
namespace {

using test::Random;

/// A log that is made of objects, and what is to be told of it.
class Log {
 public:
  void add(std::string_view object) {
    simdjson::dom::element root;
    ASSERT_EQ(m_parser.parse(object.data(), object.size()).get(root), simdjson::SUCCESS);
    const auto line = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    m_reader.read(root, object, {text.size(), line}, expected);
    text += object;
  }
  std::string text;
  test::CollectingSink expected;

 private:
  simdjson::dom::parser m_parser;
  ObjectReader m_reader{true, [](std::string_view) { return false; }};
};

bool isObject(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  return parser.parse(json.data(), json.size()).get(root) == simdjson::SUCCESS && root.is_object();
}

void holdInBlocks(const Log& log, bool linewise, bool wrapped) {
  for (const std::uint64_t blockBytes : {1u << 20, 4096u, 700u}) {
    Source source;
    source.recognition.format = Format::ProviderEvents;
    source.recognition.oneObjectPerLine = linewise;
    source.recognition.wrapped = wrapped;
    const auto file = std::make_shared<MemoryFile>(log.text);
    source.file = file;
    source.state = *file->state();
    const auto parser = makeEventsParser(source, [](std::string_view) { return false; });
    const auto found = test::parseInBlocks(*parser, log.text, 0, blockBytes);
    EXPECT_EQ(found.records, log.expected.records) << blockBytes << linewise << wrapped;
    EXPECT_EQ(found.issues, log.expected.issues) << blockBytes << linewise << wrapped;
  }
}

/// Objects of a provider, some of them changed, each between what `before` and `behind` say.
template <class Between>
Log logOf(const std::vector<std::string>& objects, Random& random, const Between& between) {
  Log log;
  for (int i = 0; i < 150; ++i) {
    const std::string& object = random.pick(objects);
    std::string other = test::changed(random, object, test::tokensOf(object));
    // A line break in it would be another log.
    const bool usual = random.below(2) == 0 || !isObject(other) || other.find('\n') != std::string::npos;
    between(log, usual ? object : other, i);
  }
  return log;
}

TEST(ProviderText, IsReadLineByLine) {
  Random random(1);
  for (const auto& [provider, objects] : test::sampleObjects()) {
    static constexpr std::array<std::string_view, 5> kEnds{"\n", "\r\n", ",\n", " \n\n", "\n"};
    const Log log = logOf(objects, random, [&](Log& into, const std::string& object, int) {
      into.add(object);
      into.text += random.pick(kEnds);
    });
    holdInBlocks(log, true, false);
    holdInBlocks(log, true, true);
    holdInBlocks(log, false, false);
  }
}

TEST(ProviderText, IsReadFromArraysInLines) {
  Random random(2);
  for (const auto& [provider, objects] : test::sampleObjects()) {
    const Log log = logOf(objects, random, [&](Log& into, const std::string& object, int i) {
      into.text += i % 3 == 0 ? "[" : i % 3 == 1 ? "," : " , ";
      into.add(object);
      if (i % 3 == 2) into.text += "]\n";
    });
    holdInBlocks(log, true, false);
    holdInBlocks(log, false, false);
    holdInBlocks(log, false, true);
  }
}

TEST(ProviderText, IsReadFromObjectsOverSeveralLines) {
  Random random(3);
  for (const auto& [provider, objects] : test::sampleObjects()) {
    const Log log = logOf(objects, random, [&](Log& into, std::string object, int) {
      object.insert(1, "\n  ");
      object.insert(object.size() - 1, "\n");
      into.add(object);
      into.text += ",\n ";
    });
    holdInBlocks(log, false, false);
    holdInBlocks(log, true, false);
    holdInBlocks(log, false, true);
  }
}

}  // namespace
}  // namespace undelivered
