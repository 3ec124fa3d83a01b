// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/mappings.h"

#include <algorithm>

#include "base/blanks.h"
#include "classify/catalogue.h"
#include "input/provider/providers.h"

namespace undelivered {
namespace {

constexpr std::string_view kSpellings = "collect-ai";
constexpr std::string_view kMailProvider = "smtp";

/// Upper case, without blanks, "-" and "_"; points stay, since "5.1.1" and "51.1" are not the same.
std::string normalForm(std::string_view text) {
  std::string result;
  for (char c : text) {
    if (c == ' ' || c == '\t' || c == '-' || c == '_') continue;
    result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c;
  }
  return result;
}

std::vector<std::string> alternatives(std::string_view pattern) {
  std::vector<std::string> all;
  while (!pattern.empty()) {
    const std::size_t at = std::min(pattern.find('|'), pattern.size());
    all.push_back(normalForm(pattern.substr(0, at)));
    pattern.remove_prefix(std::min(at + 1, pattern.size()));
  }
  return all;
}

/// "*" stands for any text, "?" for any one character.
bool fits(std::string_view text, std::string_view pattern) {
  while (!pattern.empty() && pattern[0] != '*') {
    if (text.empty() || (pattern[0] != '?' && pattern[0] != text[0])) return false;
    text.remove_prefix(1);
    pattern.remove_prefix(1);
  }
  if (pattern.empty()) return text.empty();
  pattern.remove_prefix(1);
  for (std::size_t skipped = 0; skipped <= text.size(); ++skipped) {
    if (fits(text.substr(skipped), pattern)) return true;
  }
  return false;
}

/// No value fits the empty pattern only, not "*".
bool fitsOne(std::string_view text, const std::vector<std::string>& patterns) {
  return patterns.empty() || std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) {
           return text.empty() ? pattern.empty() : fits(text, pattern);
         });
}

}  // namespace

Mappings::Mappings(const Catalogue& catalogue) {
  m_mail = findProvider(kMailProvider).value_or(kNoProvider);
  m_spellings = findProvider(kSpellings).value_or(kNoProvider);
  for (const Provider& provider : providers()) {
    Table& table = m_tables.emplace_back();
    table.channel = fromName<Channel>(provider.channel).value_or(Channel::Unknown);
    for (const MappingRow& stated : provider.rows) {
      Row row;
      row.stated = &stated;
      row.status = alternatives(stated.status);
      row.code = alternatives(stated.code);
      row.reply = alternatives(stated.reply);
      if (!stated.text.empty()) row.text = textSignOfName(stated.text);
      if (!stated.reason.empty()) row.reason = catalogue.find(stated.reason);
      if (!stated.outcome.empty()) row.outcome = fromName<Outcome>(stated.outcome);
      if (!stated.use.empty()) row.use = findProvider(stated.use);
      row.persistence = fromName<Persistence>(stated.persistence).value_or(Persistence::Unknown);
      table.usesDiagnostic |= row.text || !row.reply.empty() || row.use;
      row.ofMail = m_tables.size() == std::size_t{m_mail} + 1;
      table.rows.push_back(std::move(row));
    }
  }
}

const Mappings::Row* Mappings::spelling(std::string_view code) const {
  return code.empty() || m_spellings == kNoProvider ? nullptr : find(m_spellings, {}, code, {});
}

const Mappings::Row* Mappings::find(ProviderIndex provider, std::string_view status, std::string_view code,
                                    const MailEvidence& evidence) const {
  const std::string plainStatus = normalForm(status);
  const std::string plainCode = normalForm(provider == m_mail ? std::string_view(evidence.status) : code);
  for (const Row& row : m_tables[provider].rows) {
    const bool holds = fitsOne(plainStatus, row.status) && fitsOne(plainCode, row.code) &&
                       fitsOne(evidence.reply, row.reply) && (!row.text || *row.text == evidence.sign);
    if (!holds) continue;
    if (!row.use) return &row;
    if (*row.use == provider) return nullptr;
    // Where the other table says nothing, this one may.
    if (const Row* used = find(*row.use, {}, code, evidence)) return used;
  }
  return nullptr;
}

std::string ownName(const Mappings::Row& row, std::string_view status, std::string_view code,
                    const MailEvidence& evidence) {
  if (row.stated->name != "*") return row.stated->name;
  if (row.ofMail && !evidence.status.empty()) return evidence.status;
  code = trimBlanks(code);
  return std::string(code.empty() ? trimBlanks(status) : code);
}

}  // namespace undelivered
