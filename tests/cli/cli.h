// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <string>
#include <vector>

#include "support/process.h"
#include "support/temporary_folder.h"

namespace undelivered::test {

using Arguments = std::vector<std::string>;
using Words = std::vector<std::string>;

/// The program with those arguments, English unless told otherwise.
ProcessSetup cliSetup(const Arguments& arguments);
ProcessEnd cli(const Arguments& arguments, const std::string& input = {});
/// The same, which must end with 0; its standard output.
std::string cliOutput(const Arguments& arguments, const std::string& input = {});

/// A log of twelve records with something of everything; see cli.cpp.
const std::string& smallLog();
std::string samplesFolder();

/// A JSON text's root; the document lives until the next call.
simdjson::dom::element json(const std::string& text);
/// The keys of an object, in their order.
Words keysOf(simdjson::dom::element object);
std::vector<std::string> linesOf(const std::string& text);
/// The line numbers of the records that a run of `records` printed as JSON, in their order.
std::vector<int> recordLines(const std::string& output);

}  // namespace undelivered::test
