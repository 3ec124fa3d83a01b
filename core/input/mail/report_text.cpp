// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/mail/report_text.h"

#include <algorithm>
#include <array>

#include "base/blanks.h"

namespace undelivered {
namespace {

// What follows is the message that came back, or a story.
constexpr std::size_t kMaxText = std::size_t{64} << 10;
constexpr std::size_t kMaxRecipients = 1000;
constexpr std::size_t kMaxReason = 2000;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  }
  return result;
}

template <std::size_t Count>
bool hasOneOf(std::string_view text, const std::array<std::string_view, Count>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

constexpr auto kReportWords = std::to_array<std::string_view>({
    "this is the qmail-send program",
    "this message was created automatically by",
    "this is the mail system at host",
    "did not reach the following recipient",
    "did not reach some or all of the intended recipients",
    "recipient(s) could not be reached",
    "recipient(s) cannot be reached",
    "delivery to the following recipient",
    "delivery has failed to these recipients",
    "could not be delivered to",
    "couldn't be delivered to",
    "unable to deliver your message",
    "wasn't able to deliver",
    "was undeliverable",
    "had permanent fatal errors",
    "had transient non-fatal errors",
    "failed addresses follow",
    "address(es) failed",
    "address failed",
    "addresses failed",
    "konnte nicht zugestellt werden",
    "konnte nicht an",
    "nicht zustellbar",
    "alle empf\xC3\xA4nger nicht erreicht",
    "empf\xC3\xA4nger konnten nicht erreicht",
    "empf\xC3\xA4nger konnte nicht erreicht",
});

constexpr auto kDelayedWords = std::to_array<std::string_view>({
    "not yet been delivered",
    "has been delayed",
    "delivery is delayed",
    "had transient non-fatal errors",
    "will be retried",
    "delivery attempts will continue",
    "noch nicht zugestellt",
});

/// Of a line of dashes: what comes is the message that came back.
constexpr auto kBreakWords = std::to_array<std::string_view>({
    "below this line",
    "copy of",
    "original message",
    "message text follows",
    "message header",
    "unsent message",
    "header of the original",
    "originalnachricht",
    "urspr\xC3\xBCngliche nachricht",
});
constexpr auto kHeaderStarts = std::to_array<std::string_view>({"received:", "return-path:", "dkim-signature:"});

bool isAtom(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
  return word || std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
}

struct AddressLine {
  std::string_view address, rest;  ///< no address: the line does not begin with one
};

/// "<a@b>: reason", "a@b on 04.03.2025 09:15", "a@b ... reason", or the address alone.
AddressLine addressLine(std::string_view line) {
  line = trimBlanks(line);
  const char open = line.empty() ? '\0' : line.front();
  const char close = open == '<' ? '>' : open == '"' || open == '\'' ? open : '\0';
  if (close) line.remove_prefix(1);
  std::size_t at = 0;
  while (at < line.size() && isAtom(line[at]) && line[at] != close) ++at;
  if (at == 0 || at >= line.size() || line[at] != '@') return {};
  std::size_t end = at + 1;
  while (end < line.size() && isAtom(line[end]) && line[end] != close) ++end;
  while (end > at + 1 && line[end - 1] == '.') --end;
  if (line.substr(at + 1, end - at - 1).find('.') == std::string_view::npos) return {};
  const std::string_view address = line.substr(0, end);
  std::string_view rest = line.substr(end);
  if (close) {
    if (rest.empty() || rest.front() != close) return {};
    rest.remove_prefix(1);
  }
  rest = trimBlanks(rest);
  if (rest.empty()) return {address, rest};
  if (rest.front() == ':') return {address, trimBlanks(rest.substr(1))};
  if (rest.starts_with("...")) return {address, trimBlanks(rest.substr(3))};
  // The same address again, or the time of the attempt.
  if (rest.starts_with("on ") || rest.starts_with("am ") || rest.front() == '(' || rest.starts_with("<mailto:")) {
    return {address, {}};
  }
  return {};
}

bool isBreak(std::string_view line) {
  line = trimBlanks(line);
  const std::string text = lower(line);
  const bool dashes = line.starts_with("--") || line.starts_with("|--") || line.starts_with("==");
  if (dashes) return hasOneOf(text, kBreakWords);
  return std::any_of(kHeaderStarts.begin(), kHeaderStarts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

/// Collects recipients line by line.
class Lines {
 public:
  explicit Lines(ReportText& into) : m_into(into) {}

  /// False at the end of what is of interest.
  bool take(std::string_view line) {
    if (isBreak(line)) return false;
    const std::string_view trimmed = trimBlanks(line);
    if (const AddressLine found = addressLine(line); !found.address.empty()) {
      if (m_into.recipients.size() >= kMaxRecipients) return false;
      m_into.recipients.emplace_back(found.address, found.rest);
      m_open = true;
    } else if (trimmed.empty()) {
      // A blank line may stand between the address and its reason, or below the word "Reason:".
      m_open = m_open && (reason().empty() || reason().ends_with(':'));
    } else if (trimmed.starts_with("--") || trimmed.starts_with("|--")) {
      m_open = false;
    } else if (m_open && reason().size() < kMaxReason) {
      if (!reason().empty()) reason() += ' ';
      reason() += trimmed;
    }
    return true;
  }

 private:
  std::string& reason() { return m_into.recipients.back().second; }

  ReportText& m_into;
  bool m_open = false;  // lines go to the last recipient's reason
};

}  // namespace

ReportText readReportText(std::string_view text) {
  ReportText report;
  text = text.substr(0, kMaxText);
  Lines lines(report);
  std::string seen;  // what stands before the message that came back
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!lines.take(line)) break;
    seen.append(trimBlanks(line)).append(1, ' ');
  }
  seen = lower(seen);
  report.isReport = hasOneOf(seen, kReportWords);
  report.delayed = report.isReport && hasOneOf(seen, kDelayedWords);
  return report;
}

}  // namespace undelivered
