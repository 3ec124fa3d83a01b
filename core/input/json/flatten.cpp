// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json/flatten.h"

#include <algorithm>

#include <simdjson.h>

#include "input/json/json_escapes.h"

namespace undelivered {
namespace {

namespace od = simdjson::ondemand;

constexpr int kDeepest = 64;

std::string_view trimmed(std::string_view token) {
  while (!token.empty() &&
         (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t')) {
    token.remove_suffix(1);
  }
  return token;
}

/// False ends the walk: what follows cannot be read.
bool walk(od::value value, const std::string& path, int depth, OriginalFields& fields) {
  od::json_type type{};
  if (depth > kDeepest || value.type().get(type) != simdjson::SUCCESS) return false;
  switch (type) {
    case od::json_type::object: {
      od::object object;
      if (value.get(object) != simdjson::SUCCESS) return false;
      for (auto member : object) {
        std::string_view key;
        od::value inner;
        if (member.unescaped_key().get(key) != simdjson::SUCCESS) return false;
        const std::string name = path.empty() ? std::string(key) : path + "." + std::string(key);
        if (member.value().get(inner) != simdjson::SUCCESS || !walk(inner, name, depth + 1, fields)) return false;
      }
      return true;
    }
    case od::json_type::array: {
      od::array array;
      if (value.get(array) != simdjson::SUCCESS) return false;
      std::size_t index = 0;
      for (auto member : array) {
        od::value inner;
        if (member.get(inner) != simdjson::SUCCESS) return false;
        if (!walk(inner, path + "[" + std::to_string(index++) + "]", depth + 1, fields)) return false;
      }
      return true;
    }
    case od::json_type::string: {
      std::string_view text;
      if (value.get_string().get(text) != simdjson::SUCCESS) return false;
      fields.emplace_back(path, text);
      return true;
    }
    case od::json_type::null:
      fields.emplace_back(path, "");
      return value.is_null();
    case od::json_type::number:
    case od::json_type::boolean:
      break;
  }
  fields.emplace_back(path, trimmed(value.raw_json_token()));
  // Reading the value moves on to the next one.
  if (type == od::json_type::boolean) return value.get_bool().error() == simdjson::SUCCESS;
  return value.get_double().error() == simdjson::SUCCESS;
}

}  // namespace

OriginalFields flatten(std::string_view json) {
  OriginalFields fields;
  const simdjson::padded_string padded(json);
  od::parser parser;
  od::document document;
  od::value root;
  if (parser.iterate(padded).get(document) == simdjson::SUCCESS &&
      document.get_value().get(root) == simdjson::SUCCESS) {
    walk(root, {}, 0, fields);
  }
  return fields;
}

std::string withoutLoneSurrogates(std::string_view json) {
  std::string result;
  for (std::size_t at = 0; at < json.size();) {
    if (json[at] != '\\') {
      result += json[at++];
      continue;
    }
    const int unit = escapedUnit(json, at);
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    const int next = high ? escapedUnit(json, at + 6) : -1;
    const bool pair = high && next >= 0xDC00 && next < 0xE000;
    const std::size_t length = unit < 0 ? std::min<std::size_t>(2, json.size() - at) : pair ? 12 : 6;
    result += (high || low) && !pair ? std::string_view("\\uFFFD") : json.substr(at, length);
    at += length;
  }
  return result;
}

}  // namespace undelivered
