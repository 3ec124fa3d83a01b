// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "input/mail/mail.h"
#include "input/mail/mailbox.h"
#include "input/provider/providers.h"

namespace undelivered {
namespace {

constexpr std::string_view kProvider = "dsn";
constexpr int kFieldsNeeded = 2;

/// Fields that messages have, and other files with "name: value" lines have not.
constexpr std::string_view kUsualFields[] = {"from",     "to",          "date",         "subject",      "message-id",
                                             "received", "return-path", "mime-version", "content-type", "delivered-to",
                                             "reply-to", "envelope-to", "x-original-to"};

bool isUsual(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
  return std::find(std::begin(kUsualFields), std::end(kUsualFields), lower) != std::end(kUsualFields);
}

/// The name of the field that a line is (RFC 5322 3.6.8: printable ASCII without ":"); empty where it is none.
std::string_view fieldName(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view name = line.substr(0, colon);
  const bool printable = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~'; });
  return printable ? name : std::string_view();
}

/// Whether header fields stand at the beginning of a text, up to a blank line or to where the sample ends.
bool startsWithHeader(std::string_view text, bool wholeFile) {
  int usual = 0;
  for (bool first = true; !text.empty(); first = false) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos && !wholeFile) break;  // the sample ends within a line
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == std::string_view::npos) break;
    const bool folded = !first && (line.front() == ' ' || line.front() == '\t');
    const std::string_view name = folded ? std::string_view() : fieldName(line);
    if (!folded && name.empty()) return false;
    usual += isUsual(name);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return usual >= kFieldsNeeded;
}

}  // namespace

std::optional<Recognition> recogniseMail(std::string_view sample, bool wholeFile) {
  const std::size_t first = std::min(sample.find_first_not_of("\r\n"), sample.size());
  const std::string_view text = sample.substr(first);
  const bool mailbox = startsWithFromLine(text);
  if (!mailbox && !startsWithHeader(text, wholeFile)) return std::nullopt;
  Recognition recognition;
  recognition.format = Format::Mail;
  recognition.mailbox = mailbox;
  recognition.provider = findProvider(kProvider).value_or(kNoProvider);
  recognition.dataOffset = first;
  recognition.dataLine = 1 + static_cast<std::uint64_t>(std::count(sample.begin(), sample.begin() + first, '\n'));
  return recognition;
}

}  // namespace undelivered
