// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/fold.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringpiece.h>

namespace undelivered {

std::string foldCase(std::string_view utf8) {
  std::string folded;
  folded.reserve(utf8.size());
  icu::StringByteSink<std::string> sink(&folded);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())), sink, nullptr,
                         status);
  return U_SUCCESS(status) ? folded : std::string(utf8);
}

}  // namespace undelivered
