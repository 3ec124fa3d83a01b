// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace undelivered {

/// What a report in plain words says.
struct ReportText {
  bool isReport = false;  ///< it begins with words that a mail system reports with
  bool delayed = false;   ///< it goes on trying
  /// Address and reason. The reason is what stands below the address, in one line.
  std::vector<std::pair<std::string, std::string>> recipients;
};

/// Reads reports without message/delivery-status: those of qmail (cr.yp.to/proto/qsbmf.txt), Exim, GMX, IONOS and
/// others with its words, Exchange, Gmail, Smail. In all of them a recipient is a line that begins with an address and
/// goes on with nothing, ":", "...", "on" or a comment, and the reason is on the lines below it. What follows the mark
/// of the message that came back is not looked at.
ReportText readReportText(std::string_view text);

}  // namespace undelivered
