// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>
#include <simdjson.h>

#include "input/encoding.h"
#include "input/json/element_split.h"
#include "input/json/envelope_keys.h"
#include "input/json/events.h"
#include "input/json/object_reader.h"
#include "input/json/wrapper_split.h"

namespace undelivered {
namespace {

constexpr int kObjectsTried = 5000;  // of the sample, which may start with others
constexpr std::size_t kShownKeys = 12;

/// What the keys of an object say it is.
enum class Likeness { Event, SendRequest, Unknown };

struct Look {
  Likeness likeness = Likeness::Unknown;
  std::string keys;
};

Look lookAt(simdjson::dom::element root) {
  Look look;
  simdjson::dom::object object;
  if (root.get(object) != simdjson::SUCCESS) return look;
  const auto has = [&](std::string_view key) { return object[key].error() == simdjson::SUCCESS; };
  std::size_t shown = 0;
  for (const auto& [key, value] : object) {
    if (shown < kShownKeys) look.keys += fmt::format("{}{}", shown ? ", " : "", key);
    ++shown;
  }
  if (has("type") && (has("claim") || has("eventId"))) {
    look.likeness = Likeness::Event;
  } else if (isSendRequest(root)) {
    look.likeness = Likeness::SendRequest;
  }
  return look;
}

bool closesItsLine(std::string_view text, const JsonElement& element) {
  const std::string_view object = text.substr(element.begin, element.end - element.begin);
  if (object.find('\n') != std::string_view::npos) return false;
  std::size_t at = element.end;
  while (at < text.size() &&
         (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == ',' || text[at] == ']'))
    ++at;
  return at >= text.size() || text[at] == '\n';
}

/// Whether an object wraps events in an array: then one behind it may be longer than a record.
bool wrapsArray(simdjson::dom::element root) {
  return std::any_of(kEnvelopeArrays.begin(), kEnvelopeArrays.end(), [&](std::string_view key) {
    simdjson::dom::array array;
    return root[key].get(array) == simdjson::SUCCESS;
  });
}

/// What a text is in which no object ends.
std::string withoutObject(std::string_view sample, bool wholeFile) {
  const std::size_t first = sample.find_first_not_of(" \t\r\n[");
  if (wholeFile || first == std::string_view::npos || sample[first] != '{') return "JSON without an object";
  const std::string keys = keysOf(sample, static_cast<std::uint32_t>(first), kShownKeys);
  return fmt::format("a JSON object of more than {} bytes, with the keys {}", sample.size(), toUtf8(keys));
}

}  // namespace

Result<Recognition> recogniseJson(std::string_view sample, bool wholeFile, const std::string& path) {
  Recognition recognition;
  recognition.format = Format::CollectAiEvents;
  simdjson::dom::parser parser;
  Look first;
  bool anyObject = false;
  std::uint32_t at = 0;
  for (int i = 0; i < kObjectsTried; ++i) {
    const JsonElement element =
        recognition.wrapped ? nextWrapped(sample, at, wholeFile, false) : nextElement(sample, at, wholeFile, false);
    const bool isOpen = element.kind == JsonElement::Kind::NeedMore || element.kind == JsonElement::Kind::Garbage;
    const bool cutOff = isOpen && !anyObject && !wholeFile;
    if (cutOff && element.begin < sample.size() && sample[element.begin] == '{' && isWrapper(sample, element.begin)) {
      recognition.wrapped = true;
      at = element.begin + 1;
      continue;
    }
    const bool isObject = element.kind == JsonElement::Kind::Object || element.kind == JsonElement::Kind::Text;
    if (!isObject && element.kind != JsonElement::Kind::Garbage) break;
    at = element.next;
    if (!isObject) continue;
    std::string object = toUtf8(sample.substr(element.begin, element.end - element.begin));
    simdjson::dom::element root;
    if (parser.parse(object).get(root) != simdjson::SUCCESS) continue;
    if (element.kind == JsonElement::Kind::Text) {
      object = root.get_string().value_unsafe();
      if (parser.parse(object).get(root) != simdjson::SUCCESS) continue;
    }
    const Look look = lookAt(root);
    if (!anyObject) {
      first = look;
      recognition.oneObjectPerLine = !recognition.wrapped && closesItsLine(sample, element);
      recognition.wrapped |= wrapsArray(root);
    }
    anyObject = true;
    if (look.likeness == Likeness::Event) return recognition;
    if (look.likeness == Likeness::SendRequest) continue;
    if (const auto provider = providerOf(root, object)) {
      recognition.provider = *provider;
      if (*provider != kNoProvider) recognition.format = Format::ProviderEvents;
      return recognition;
    }
  }
  if (first.likeness == Likeness::SendRequest) {
    return failure(ErrorCode::NotALog, path, "collect.AI send requests, which do not say what was delivered");
  }
  if (!anyObject) return failure(ErrorCode::NotALog, path, withoutObject(sample, wholeFile));
  return failure(ErrorCode::NotALog, path,
                 first.keys.empty() ? "an empty JSON object" : fmt::format("JSON with the keys {}", first.keys));
}

}  // namespace undelivered
