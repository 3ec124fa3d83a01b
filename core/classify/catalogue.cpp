// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/catalogue.h"

#include <algorithm>
#include <cassert>
#include <set>

#include <fmt/format.h>

#include "base/blanks.h"
#include "classify/built_in_catalogue.h"
#include "classify/catalogue_file.h"

namespace undelivered {
namespace {

// Room for the codes that a log adds, in the 16 bits of a ReasonId.
constexpr std::size_t kMaxReasons = 10'000;

void lay(const ReasonEntry& entry, Reason& over) {
  if (entry.channels) over.channels = *entry.channels;
  over.persistence = entry.persistence.value_or(over.persistence);
  over.actionability = entry.actionability.value_or(over.actionability);
  over.phase = entry.phase.value_or(over.phase);
  for (const auto& [language, text] : entry.texts) {
    ReasonText& into = over.texts[language];
    into.title = text.title.value_or(into.title);
    into.explanation = text.explanation.value_or(into.explanation);
    into.action = text.action.value_or(into.action);
  }
}

}  // namespace

std::string normaliseCode(std::string_view code) {
  std::string result;
  result.reserve(code.size());
  for (std::size_t at = 0; at < code.size();) {
    const char c = code[at];
    const std::size_t blank = blankLength(code.substr(at));
    at += std::max<std::size_t>(blank, 1);
    if (blank > 0 || c == '-' || c == '_' || c == '.') continue;
    result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c;
  }
  return result;
}

std::shared_ptr<const Catalogue> Catalogue::builtIn() {
  static const auto kBuiltIn = [] {
    auto parsed = parse(builtInCatalogueText(), "reasons.toml");
    assert(parsed && "the built-in catalogue is tested");
    return *parsed;
  }();
  return kBuiltIn;
}

Result<std::shared_ptr<const Catalogue>> Catalogue::parse(std::string_view toml, const std::string& subject,
                                                          const Catalogue* base) {
  const auto entries = parseCatalogueFile(toml, subject);
  if (!entries) return tl::unexpected(entries.error());

  const std::shared_ptr<Catalogue> result(base ? new Catalogue(*base) : new Catalogue);
  const auto invalid = [&](std::uint64_t line, std::string cause) {
    return tl::unexpected(Error{ErrorCode::CatalogueInvalid, subject, std::move(cause), line, 0});
  };
  std::set<std::uint16_t> named;
  for (const ReasonEntry& entry : *entries) {
    const std::string code = normaliseCode(entry.code);
    if (code.empty()) return invalid(entry.line, "a code must have letters or digits");
    const auto known = result->m_bySpelling.find(code);
    ReasonId id{static_cast<std::uint16_t>(result->m_reasons.size())};
    if (known != result->m_bySpelling.end()) {
      id = known->second;
    } else {
      if (result->m_reasons.size() >= kMaxReasons) return invalid(entry.line, "more than 10,000 reasons");
      result->m_bySpelling.emplace(code, id);
      result->m_reasons.push_back({entry.code, {}, {}, {}, {}, {}, {}});
    }
    if (!named.insert(id.value).second)
      return invalid(entry.line, fmt::format("\"{}\" is described twice", entry.code));
    Reason& reason = result->m_reasons[id.value];
    for (const auto& [alias, line] : entry.aliases) {
      const std::string spelling = normaliseCode(alias);
      if (spelling.empty()) return invalid(line, "an alias must have letters or digits");
      const auto [claimed, isNew] = result->m_bySpelling.emplace(spelling, id);
      if (!isNew && claimed->second != id) {
        return invalid(line, fmt::format("\"{}\" is claimed by {} and by {}", alias,
                                         result->m_reasons[claimed->second.value].code, reason.code));
      }
      if (isNew) reason.aliases.push_back(alias);
    }
    lay(entry, reason);
  }
  result->m_mappings = std::make_shared<const Mappings>(*result);
  return std::shared_ptr<const Catalogue>(result);
}

Result<std::shared_ptr<const Catalogue>> Catalogue::load(const std::filesystem::path& path, const FileSystem& files) {
  constexpr std::uint64_t kMaxBytes = 16 << 20;
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return failure(ErrorCode::BadArgument, path.string(), "a folder, not a catalogue file");
  const auto file = files.open(path);
  if (!file) return tl::unexpected(file.error());
  const auto state = (*file)->state();
  if (!state) return tl::unexpected(state.error());
  if (state->size > kMaxBytes) return failure(ErrorCode::CatalogueInvalid, path.string(), "larger than 16 MiB");
  std::string text(static_cast<std::size_t>(state->size), '\0');
  const auto read = (*file)->readAt(0, text);
  if (!read) return tl::unexpected(read.error());
  text.resize(*read);
  return parse(text, path.string(), builtIn().get());
}

std::vector<std::string> Catalogue::languages() const {
  std::set<std::string> all;
  for (const Reason& reason : m_reasons) {
    for (const auto& [language, text] : reason.texts) all.insert(language);
  }
  return {all.begin(), all.end()};
}

std::optional<ReasonId> Catalogue::findSpelling(std::string_view text) const {
  const auto found = m_bySpelling.find(normaliseCode(text));
  if (found == m_bySpelling.end()) return std::nullopt;
  return found->second;
}

std::optional<ReasonId> Catalogue::find(std::string_view cell) const {
  if (const auto found = findSpelling(cell)) return found;
  std::optional<ReasonId> common;
  cell = trimBlanks(cell);
  if (cell.ends_with(')') && cell.find('(') != std::string_view::npos) cell.remove_suffix(1);
  while (!cell.empty()) {
    const std::size_t separator = cell.find_first_of("/|,;(");
    const auto found = findSpelling(cell.substr(0, separator));
    if (!found || (common && *common != *found)) return std::nullopt;
    common = found;
    cell = separator == std::string_view::npos ? std::string_view() : cell.substr(separator + 1);
  }
  return common;
}

}  // namespace undelivered
