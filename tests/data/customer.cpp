// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/customer.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace undelivered::samples {
namespace {

constexpr std::array<std::string_view, 24> kFirstNames{"Anna",  "Björn",    "Käthe", "Jürgen", "Zoë",      "Günther",
                                                       "Sören", "Marie",    "Renée", "Uwe",    "Änne",     "Özlem",
                                                       "Lukas", "Brigitte", "Hülya", "Dörte",  "Matthäus", "Jörg",
                                                       "Erika", "Mehmet",   "Nadja", "Max",    "Claudia",  "Rüdiger"};
constexpr std::array<std::string_view, 14> kLastNames{
    "Mustermann",   "Musterfrau",  "Beispielmeier", "Probemüller", "Testhöfer",    "Musterschön", "Fiktivsky",
    "Beispielgroß", "Platzhalter", "Musterjäger",   "Probenström", "von Beispiel", "Übungsmann",  "Erfunden"};
constexpr std::array<std::string_view, 6> kCompanies{"Bäckerei Muster & Söhne", "Möbel \"Beispiel\" GmbH",
                                                     "Probe, Muster & Partner", "Café Erfunden; Inh. Zoë M.",
                                                     "Übungs-Apotheke e. K.",   "Beispiel Bürobedarf OHG"};

struct Domain {
  std::string_view name;
  std::uint32_t weight;
};
constexpr std::array<Domain, 12> kDomains{{{"gmx.de", 20},
                                           {"web.de", 19},
                                           {"t-online.de", 17},
                                           {"gmail.com", 18},
                                           {"googlemail.com", 3},
                                           {"outlook.de", 4},
                                           {"freenet.de", 4},
                                           {"gmx.net", 5},
                                           {"icloud.com", 4},
                                           {"posteo.de", 2},
                                           {"example.org", 2},
                                           {"muster.example", 2}}};
constexpr std::array<std::string_view, 7> kTypos{"gmial.com", "gmx.ed", "web.d",  "t-onlin.de",
                                                 "gmail.con", "wbe.de", "gmx.dee"};

// The single numbers of one operator; the two blocks of a hundred are made from their prefixes.
constexpr std::array<std::string_view, 10> kSingleNumbers{"15228817386", "15228895456", "15254599371", "1729925904",
                                                          "1729968532",  "1729973185",  "1729973186",  "1729980752",
                                                          "1749091317",  "1749464308"};

std::string asciiLower(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kFolded{{{"ä", "ae"},
                                                                                  {"ö", "oe"},
                                                                                  {"ü", "ue"},
                                                                                  {"Ä", "ae"},
                                                                                  {"Ö", "oe"},
                                                                                  {"Ü", "ue"},
                                                                                  {"ß", "ss"},
                                                                                  {"ë", "e"},
                                                                                  {"é", "e"}}};
  std::string result;
  while (!text.empty()) {
    bool folded = false;
    for (const auto& [from, to] : kFolded) {
      if (!text.starts_with(from)) continue;
      result += to;
      text.remove_prefix(from.size());
      folded = true;
      break;
    }
    if (folded) continue;
    const char c = text.front();
    if (c >= 'A' && c <= 'Z') result += static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z') result += c;
    text.remove_prefix(1);
  }
  return result;
}

std::string_view pickDomain(Random& random) {
  std::uint32_t at = random.below(100);
  for (const Domain& domain : kDomains) {
    if (at < domain.weight) return domain.name;
    at -= domain.weight;
  }
  return kDomains.front().name;
}

std::string nationalNumber(std::size_t index) {
  if (index < 100) return fmt::format("17604069{:03}", index);
  if (index < 200) return fmt::format("17139200{:02}", index - 100);
  return std::string(kSingleNumbers[(index - 200) % kSingleNumbers.size()]);
}

std::string writtenNumber(const std::string& national, std::uint32_t style) {
  switch (style) {
    case 0:
      return fmt::format("0{} {}", national.substr(0, 3), national.substr(3));
    case 1:
      return "0049" + national;
    case 2:
      return fmt::format("+49 (0){} {}", national.substr(0, 3), national.substr(3));
    default:
      return "+49" + national;
  }
}

void setEmail(Customer& customer, Random& random, std::string_view first, std::string_view last) {
  customer.domain = pickDomain(random);
  const std::uint32_t luck = random.below(1000);
  if (luck < 14)
    customer.emailHealth = Health::Invalid;
  else if (luck < 45)
    customer.emailHealth = Health::Dead;
  else if (luck < 55)
    customer.emailHealth = Health::Refusing;
  else if (luck < 72)
    customer.emailHealth = Health::Full;
  if ((customer.emailHealth == Health::Dead || customer.emailHealth == Health::Refusing) && random.perMille(500)) {
    customer.domain = random.pick(kTypos);
    customer.emailHealth = Health::Refusing;
  }
  const std::string local = asciiLower(first) + "." + asciiLower(last) + "." + customer.number.substr(2);
  customer.email =
      local + (customer.emailHealth == Health::Invalid ? (random.perMille(500) ? " " : ".at.") : "@") + customer.domain;
}

void setPhone(Customer& customer, Random& random, std::size_t index) {
  std::string national = nationalNumber(index);
  const std::uint32_t luck = random.below(1000);
  if (luck < 25)
    customer.phoneHealth = Health::Invalid;
  else if (luck < 75)
    customer.phoneHealth = Health::Dead;
  if (customer.phoneHealth == Health::Invalid) national.resize(6);
  customer.phone = writtenNumber(national, random.below(6));
}

}  // namespace

std::vector<Customer> makeCustomers(Random& random, int count) {
  constexpr std::size_t kNumbers = 200 + kSingleNumbers.size();
  std::vector<Customer> customers;
  std::size_t phones = 0;
  for (int i = 0; i < count; ++i) {
    Customer customer;
    customer.number = fmt::format("K-{}", 10001 + i * 7);
    const std::string_view first = random.pick(kFirstNames);
    const std::string_view last = random.pick(kLastNames);
    customer.name = random.perMille(80) ? std::string(random.pick(kCompanies)) : fmt::format("{} {}", first, last);
    customer.postal = fmt::format("Musterweg {}, 0{}{:03} Beispielstadt", random.between(1, 120), random.between(0, 9),
                                  random.below(1000));
    setEmail(customer, random, first, last);
    if (phones < kNumbers &&
        random.perMille(static_cast<std::uint32_t>(1000 * (kNumbers + 40) / static_cast<std::size_t>(count)))) {
      setPhone(customer, random, phones++);
    }
    customers.push_back(std::move(customer));
  }
  return customers;
}

}  // namespace undelivered::samples
