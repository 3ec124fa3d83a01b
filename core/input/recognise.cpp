// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/recognise.h"

#include "input/delimited/recognise_delimited.h"
#include "input/json/events.h"
#include "input/lines/lines_parser.h"
#include "input/mail/mail.h"

namespace undelivered {
namespace {

Result<Recognition> recogniseText(std::string_view text, bool wholeFile, const ReadOptions& options,
                                  const std::string& path) {
  if (auto mail = recogniseMail(text, wholeFile)) return std::move(*mail);
  if (auto lines = recogniseLines(text, wholeFile, options, path)) return std::move(*lines);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const bool json = first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
  auto recognition = json ? recogniseJson(text, wholeFile, path) : recogniseDelimited(text, wholeFile, options, path);
  if (recognition || recognition.error().code != ErrorCode::NotALog) return recognition;
  // Receipts may be few among the lines of a program, or stand within its JSON.
  if (auto lines = recogniseFewLines(text, wholeFile, options)) return std::move(*lines);
  return recognition;
}

}  // namespace

Result<Recognition> recognise(std::string_view beginning, bool wholeFile, const ReadOptions& options,
                              const std::string& path) {
  const std::size_t first = beginning.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos && wholeFile) return failure(ErrorCode::EmptyLog, path);
  auto recognition = recogniseText(beginning, wholeFile, options, path);
  const bool hasNul = beginning.find('\0') != std::string_view::npos;
  // A zero byte is damage in what reads as a log, and a sign of something else in what does not.
  if (!recognition && hasNul) return failure(ErrorCode::NotALog, path, "binary data");
  if (recognition) recognition->hasNul = hasNul;
  return recognition;
}

}  // namespace undelivered
