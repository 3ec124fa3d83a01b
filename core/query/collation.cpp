// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/collation.h"

#include <unicode/coll.h>
#include <unicode/sortkey.h>
#include <unicode/unistr.h>

namespace undelivered {

struct Collation::Impl {
  std::unique_ptr<icu::Collator> collator;
};

Collation::Collation(std::string_view language) : m_impl(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  m_impl->collator.reset(icu::Collator::createInstance(icu::Locale(std::string(language).c_str()), status));
  if (U_FAILURE(status)) m_impl->collator.reset();
  if (m_impl->collator) m_impl->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
}

Collation::~Collation() = default;

std::string Collation::key(std::string_view utf8) const {
  if (!m_impl->collator) return std::string(utf8);
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::string key(3 * utf8.size() + 16, '\0');
  for (;;) {
    const std::int32_t size = m_impl->collator->getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()),
                                                           static_cast<std::int32_t>(key.size()));
    const bool fits = static_cast<std::size_t>(size) <= key.size();
    key.resize(static_cast<std::size_t>(size));
    if (fits) return key;
  }
}

}  // namespace undelivered
