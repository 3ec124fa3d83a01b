// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/read_report.h"

#include <algorithm>

namespace undelivered {

bool leavesOut(IssueKind kind) {
  switch (kind) {
    case IssueKind::RecordTooLong:
    case IssueKind::InvalidJson:
    case IssueKind::NotAnEvent:
    case IssueKind::OtherEvent:
    case IssueKind::RepeatedEvent:
    case IssueKind::RepeatedRecord:
    case IssueKind::RepeatedHeader:
    case IssueKind::NoRecord:
    case IssueKind::NoRecipient:
    case IssueKind::FileUnreadable:
    case IssueKind::FileSkipped:
    case IssueKind::FileRepeated:
    case IssueKind::PartNotRead:
      return true;
    case IssueKind::TooFewColumns:
    case IssueKind::TooManyColumns:
    case IssueKind::UnterminatedQuote:
    case IssueKind::MisplacedQuote:
    case IssueKind::NoCodeNoStatus:
    case IssueKind::NumberAsFloat:
    case IssueKind::LostZero:
    case IssueKind::DateAsReference:
    case IssueKind::SpreadsheetError:
    case IssueKind::EmptyColumns:
    case IssueKind::QuotedLines:
    case IssueKind::UnknownStatus:
    case IssueKind::Contradiction:
    case IssueKind::BadTime:
    case IssueKind::AmbiguousTime:
    case IssueKind::SkippedTime:
    case IssueKind::UnknownChannel:
    case IssueKind::BadEncoding:
    case IssueKind::NulByte:
    case IssueKind::TooManyCodes:
      return false;
  }
  return false;
}

bool isCountedOnce(IssueKind kind) {
  return kind == IssueKind::RepeatedEvent || kind == IssueKind::RepeatedRecord || kind == IssueKind::FileRepeated;
}

void ReadReport::add(IssueKind kind, IssueSample sample) {
  Entry& entry = m_entries[static_cast<std::size_t>(kind)];
  ++entry.count;
  if (entry.samples.size() < kIssueSamples) entry.samples.push_back(std::move(sample));
}

void ReadReport::remove(IssueKind kind, const std::string& file) {
  Entry& entry = m_entries[static_cast<std::size_t>(kind)];
  if (entry.count > 0) --entry.count;
  const auto found = std::find_if(entry.samples.begin(), entry.samples.end(),
                                  [&](const IssueSample& sample) { return sample.file == file; });
  if (found != entry.samples.end()) entry.samples.erase(found);
}

std::uint64_t ReadReport::total() const {
  return sumOf([](IssueKind) { return true; });
}

std::uint64_t ReadReport::leftOut() const { return sumOf(leavesOut); }

std::uint64_t ReadReport::countedOnce() const { return sumOf(isCountedOnce); }

std::uint64_t ReadReport::sumOf(bool (*belongs)(IssueKind)) const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    if (belongs(static_cast<IssueKind>(i))) sum += m_entries[i].count;
  }
  return sum;
}

}  // namespace undelivered
