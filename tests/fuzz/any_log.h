// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace undelivered::fuzz {

/// Loads a text as a log, whatever it is, and holds what must be true of any log: it reads the same in blocks of every
/// size and by several threads, every record can be read again as it was classified, and counts agree.
void holdForAnyLog(const std::string& text);

}  // namespace undelivered::fuzz
