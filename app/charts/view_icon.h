// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace undelivered {

/// The sign of a table (rows and columns) or of a chart (bars), size by size logical pixels, sharp up to 300 %.
QIcon viewIcon(bool table, const QColor& color, int size);

}  // namespace undelivered
