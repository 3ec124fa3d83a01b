// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/catalogue.h"
#include "check.h"

using namespace undelivered;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto builtIn = Catalogue::builtIn();
  const auto made = Catalogue::parse(fuzz::asText(data, size), "mine.toml", builtIn.get());
  if (!made) {
    fuzz::require(made.error().code == ErrorCode::CatalogueInvalid && made.error().subject == "mine.toml" &&
                      made.error().line > 0 && !made.error().detail.empty(),
                  "a refusal tells file, line and cause");
    return 0;
  }
  fuzz::require((*made)->reasons().size() >= builtIn->reasons().size(), "the built-in reasons stay");
  for (std::size_t i = 0; i < (*made)->reasons().size(); ++i) {
    const Reason& reason = (*made)->reasons()[i];
    const auto found = (*made)->find(reason.code);
    fuzz::require(found && found->value == i, "every code is found");
    for (const std::string& alias : reason.aliases) {
      const auto byAlias = (*made)->find(alias);
      fuzz::require(byAlias && byAlias->value == i, "every alias is found");
    }
    reason.text("en");
  }
  return 0;
}
