// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace undelivered {

/// Shows the texts of a tree whole, in as many lines as the width of their columns asks for.
void wrapCells(QTreeView& tree);

}  // namespace undelivered
