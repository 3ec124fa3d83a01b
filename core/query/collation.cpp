// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/collation.h"

#include <unicode/coll.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <vector>

namespace undelivered {

struct Collation::Impl {
  std::unique_ptr<icu::Collator> collator;
  std::vector<char16_t> text;  // of the last key: kept, so that its memory is used again

  /// As UTF-16 into `text`; its length. What is no UTF-8 becomes U+FFFD.
  std::int32_t widen(std::string_view utf8) {
    if (text.size() < utf8.size()) text.resize(2 * utf8.size());  // no text is longer in UTF-16
    const bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (ascii) {
      std::copy(utf8.begin(), utf8.end(), text.begin());
      return static_cast<std::int32_t>(utf8.size());
    }
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(text.data(), static_cast<std::int32_t>(text.size()), &length, utf8.data(),
                         static_cast<std::int32_t>(utf8.size()), 0xFFFD, nullptr, &status);
    return length;
  }
};

Collation::Collation(std::string_view language) : m_impl(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  m_impl->collator.reset(icu::Collator::createInstance(icu::Locale(std::string(language).c_str()), status));
  if (U_FAILURE(status)) m_impl->collator.reset();
  if (m_impl->collator) m_impl->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
}

Collation::~Collation() = default;

void Collation::appendKey(std::string_view utf8, std::string& keys) const {
  if (utf8.empty()) return;
  if (!m_impl->collator) {
    keys.append(utf8).push_back('\0');
    return;
  }
  const std::int32_t length = m_impl->widen(utf8);
  const std::size_t begin = keys.size();
  std::size_t room = 2 * utf8.size() + 32;
  for (;;) {
    keys.resize(begin + room);
    const auto size = static_cast<std::size_t>(
        m_impl->collator->getSortKey(m_impl->text.data(), length, reinterpret_cast<std::uint8_t*>(keys.data() + begin),
                                     static_cast<std::int32_t>(room)));
    const bool fits = size <= room;
    room = size;
    if (fits) break;
  }
  keys.resize(begin + room);
}

}  // namespace undelivered
