// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "input/record_parser.h"

namespace undelivered {

/// Reads delimited text: regular stretches by StructureScan, every other record by splitRecord(). Both give the same
/// records where both apply, which tests hold.
std::unique_ptr<RecordParser> makeDelimitedParser(const Source& source);

}  // namespace undelivered
