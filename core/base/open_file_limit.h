// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace undelivered {

/// Lets this program have as many files open as the system allows it at all. A folder may hold thousands of logs, which
/// stay open, and the usual limit is 1024. To be called once, when the program starts; where it cannot be done, the
/// limit stays as it was, and what goes beyond it is an error (TooManyFiles).
void raiseOpenFileLimit();

}  // namespace undelivered
