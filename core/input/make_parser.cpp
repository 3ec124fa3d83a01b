// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/delimited/delimited_parser.h"
#include "input/json/events.h"
#include "input/lines/lines_parser.h"
#include "input/mail/mail.h"
#include "input/record_parser.h"

namespace undelivered {

std::unique_ptr<RecordParser> makeParser(const Source& source, KnownCode knownCode) {
  switch (source.recognition.format) {
    case Format::Delimited:
      return makeDelimitedParser(source);
    case Format::CollectAiEvents:
    case Format::ProviderEvents:
      return makeEventsParser(source, std::move(knownCode));
    case Format::Lines:
      return makeLinesParser(source, std::move(knownCode));
    case Format::Mail:
      return makeMailParser(source);
  }
  return nullptr;
}

}  // namespace undelivered
