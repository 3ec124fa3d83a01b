// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading_options.h"

#include <array>
#include <charconv>
#include <utility>

namespace undelivered::cli {
namespace {

constexpr std::string_view kFieldNames =
    "time, code, status, channel, recipient, customer, reference, messageId, eventId, diagnostic";

std::optional<char> delimiterNamed(std::string_view text) {
  constexpr std::array kNames{std::pair{std::string_view("tab"), '\t'}, std::pair{std::string_view("\\t"), '\t'},
                              std::pair{std::string_view("comma"), ','}, std::pair{std::string_view("semicolon"), ';'},
                              std::pair{std::string_view("pipe"), '|'}};
  for (const auto& [name, delimiter] : kNames) {
    if (text == name) return delimiter;
  }
  const bool usable =
      text.size() == 1 && text != "\"" && text != "\n" && text != "\r" && static_cast<unsigned char>(text[0]) < 0x80;
  return usable ? std::optional(text[0]) : std::nullopt;
}

std::optional<std::uint32_t> headerLineNamed(std::string_view text) {
  if (text == "none") return 0;
  std::uint32_t line = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), line);
  if (error != std::errc{} || end != text.data() + text.size() || line == 0) return std::nullopt;
  return line;
}

}  // namespace

Result<ReadOptions> readingOptions(const Options& options) {
  ReadOptions reading;
  for (const std::string& mapping : options.mappings) {
    const std::size_t equals = mapping.find('=');
    const auto field = fieldFromName(std::string_view(mapping).substr(0, equals));
    if (!field || equals == std::string::npos || equals + 1 == mapping.size()) {
      return failure(ErrorCode::BadArgument, "--map " + mapping,
                     std::string("write FIELD=COLUMN, e.g. recipient=E-Mail or code=#3; fields: ").append(kFieldNames));
    }
    reading.columns[*field] = mapping.substr(equals + 1);
  }
  if (!options.delimiter.empty()) {
    reading.delimiter = delimiterNamed(options.delimiter);
    if (!reading.delimiter) {
      return failure(ErrorCode::BadArgument, "--delimiter " + options.delimiter,
                     "a single character, or one of: tab, comma, semicolon, pipe");
    }
  }
  if (!options.header.empty()) {
    reading.headerLine = headerLineNamed(options.header);
    if (!reading.headerLine) {
      return failure(ErrorCode::BadArgument, "--header " + options.header, "the number of a line, or none");
    }
  }
  if (!options.encoding.empty()) {
    reading.encoding = encodingFromName(options.encoding);
    if (!reading.encoding) {
      return failure(ErrorCode::BadArgument, "--encoding " + options.encoding,
                     "allowed are: utf-8, windows-1252, utf-16le, utf-16be, cp850");
    }
  }
  return reading;
}

}  // namespace undelivered::cli
