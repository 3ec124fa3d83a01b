// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "store/delivery_log.h"
#include "store/record.h"

namespace undelivered {

/// "Classified as … because …", with the page that documents it on a line of its own where there is one. Never empty:
/// where no code was given, it says so.
QString basisText(const Record& record, const DeliveryLog& log);

}  // namespace undelivered
