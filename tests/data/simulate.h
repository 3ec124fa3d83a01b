// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/message.h"

namespace undelivered::samples {

struct Simulation {
  std::uint64_t seed = 1;
  std::chrono::local_days first, last;  ///< both included
  int customers = 1200;
  std::uint32_t volumePerMille = 1000;  ///< 1000: about eleven messages a day
};

/// What a tenant sends in that time, in the order of time: dunning runs on weekdays, more at the start and the middle
/// of a month; failed e-mails followed by a text message and then a letter; an outage of the handover on 18 and 19
/// March 2025 and a wave of full mailboxes at t-online.de from 3 to 21 November 2025.
std::vector<Message> simulate(const Simulation& simulation);

}  // namespace undelivered::samples
