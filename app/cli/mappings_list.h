// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "classify/catalogue.h"

namespace undelivered::cli {

/// The mapping tables of all providers: what their statuses and codes are classified as, and the page that says so.
/// `format` is "json", "csv" or anything else for a table to read.
std::string mappingsList(const Catalogue& catalogue, const std::string& format, const std::string& language);

}  // namespace undelivered::cli
