// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ids.h"
#include "base/random_access_file.h"
#include "base/result.h"
#include "classify/mappings.h"
#include "classify/reason.h"

namespace undelivered {

/// The reasons that failures are classified by. Immutable once made; shared between threads.
///
/// The built-in one is resources/catalogue/reasons.toml. A user's file of the same form adds reasons, aliases, texts
/// and languages to it, or overrides them; it is taken as a whole or refused as a whole.
class Catalogue {
 public:
  static std::shared_ptr<const Catalogue> builtIn();

  /// `base` with what a catalogue file says laid over it. CatalogueInvalid with subject, line and cause when anything
  /// in it is not understood: TOML syntax, an unknown key, a bad value, a spelling that two reasons claim.
  static Result<std::shared_ptr<const Catalogue>> parse(std::string_view toml, const std::string& subject,
                                                        const Catalogue* base = nullptr);
  /// parse() of a file, over the built-in catalogue.
  static Result<std::shared_ptr<const Catalogue>> load(const std::filesystem::path& path,
                                                       const FileSystem& files = systemFiles());

  std::span<const Reason> reasons() const { return m_reasons; }
  const Reason& reason(ReasonId id) const { return m_reasons[id.value]; }
  /// What the providers' codes mean in terms of this catalogue.
  const Mappings& mappings() const { return *m_mappings; }
  /// Every language that a text is given in, sorted.
  std::vector<std::string> languages() const;

  /// The reason that a cell names by code or alias, regardless of case, blanks, "-", "_" and ".". A cell that lists
  /// several spellings of one reason ("REJECTED / REJECTD", "REJECTED (REJECTD)") names it too. Nothing when the cell
  /// is not known or names several reasons.
  std::optional<ReasonId> find(std::string_view cell) const;

 private:
  Catalogue() = default;
  std::optional<ReasonId> findSpelling(std::string_view text) const;

  std::vector<Reason> m_reasons;
  std::unordered_map<std::string, ReasonId> m_bySpelling;  // by normaliseCode()
  std::shared_ptr<const Mappings> m_mappings;
};

/// Upper case (ASCII), without blanks (those of Unicode too), "-", "_" and ".": what spellings of a code are compared
/// by.
std::string normaliseCode(std::string_view code);

}  // namespace undelivered
