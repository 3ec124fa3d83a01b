// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/random.h"

namespace undelivered::samples {

/// How well an address or number works; it decides most of what happens to messages to it.
enum class Health { Good, Invalid, Dead, Refusing, Full, Suppressed };

/// An invented customer. The names are no real family names; the local parts of the addresses carry them and the
/// customer number; the mobile numbers are those that network operators keep free for films and books
/// (Bundesnetzagentur, Mitteilung 148/2021).
struct Customer {
  std::string number, name, email, domain;
  std::string phone;  ///< empty: none known
  std::string postal;
  Health emailHealth = Health::Good, phoneHealth = Health::Good;
};

std::vector<Customer> makeCustomers(Random& random, int count);

}  // namespace undelivered::samples
