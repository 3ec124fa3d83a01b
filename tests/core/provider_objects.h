// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "data/random.h"

// The objects of the providers' samples, and changes of them in every place.
namespace undelivered::test {

using samples::Random;

/// The objects of all samples, in one line each, by provider. The events of collect.AI are of no provider: they have a
/// reader of their own (event_layout_test.cpp).
inline std::map<std::string, std::vector<std::string>> sampleObjects() {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(UNDELIVERED_SOURCE_DIR) / "tests/data/providers";
  std::map<std::string, std::vector<std::string>> objects;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().parent_path().filename() == "collect-ai") continue;
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
  // What no sample has: texts of which only one is JSON, keys that come twice, blanks.
  const std::string event =
      R"({"eventType":"Delivery","mail":{"messageId":"m-1"},"delivery":{"timestamp":"2025-03-04T08:15:30Z","recipients":["a@example.org"]}})";
  std::string inText = event;
  for (std::size_t at = 0; (at = inText.find('"', at)) != std::string::npos; at += 2) inText.insert(at, 1, '\\');
  objects["made"] = {
      R"({"Message":"a word","Body":")" + inText + R"(","n":1})",
      R"({"Message":"","body":" \n)" + inText + R"(\n ","payload":"x"})",
      R"({"body":"[)" + inText + "," + inText + R"(]"})",
      R"({"detail":{"detail":)" + event + "}}",
      R"({"records":[1,)" + event + R"(,{"events":[)" + event + R"(]}],"other":[]})",
      R"({"event":null,"event":"bounce","event":"x","sg_event_id":"e","email":"a@example.org","email":"b@example.org"})",
      R"({ "event" : "bounce" , "sg_event_id" : 17 , "email" : [ ] , "timestamp" : 1741076130.5 })"};
  return objects;
}

/// A value of JSON, or a name: where it stands in a text, and in how many texts its JSON stands.
struct Token {
  std::size_t begin = 0, end = 0;
  int level = 0;
};

/// The texts in quotes that are escaped so often, with the quotes; and numbers and words.
inline std::vector<Token> tokensOf(const std::string& json) {
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
inline std::string atLevel(std::string_view text, int level) {
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

inline constexpr auto kValues = std::to_array<std::string_view>({R"("")",
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
                                                                 "\"a\\n, and more than sixteen bytes behind it \xFF\"",
                                                                 "9531701701.925027",
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
                                                                 R"("[{}]")"});

/// The text with one of its tokens, members or bytes changed.
inline std::string changed(Random& random, std::string json, const std::vector<Token>& tokens) {
  const Token& token = random.pick(tokens);
  const std::string own = json.substr(token.begin, token.end - token.begin);
  const Token& other = random.pick(tokens);
  switch (random.below(6)) {
    case 0:
    case 1:
    case 2:  // another value, or name
      return json.replace(token.begin, own.size(), atLevel(random.pick(kValues), token.level));
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

}  // namespace undelivered::test
