// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/simulate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "data/calendar.h"
#include "data/diagnostics.h"

namespace undelivered::samples {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 5> kScenarios{"Zahlungserinnerung", "1. Mahnung", "2. Mahnung", "Letzte Mahnung",
                                                     "Ratenzahlung – Angebot"};

struct Weighted {
  std::string_view code;
  std::uint32_t weight;
};
constexpr std::array<Weighted, 8> kEmailAccidents{{{"BOUNCE_TRANSIENT_GENERAL", 34},
                                                   {"BOUNCE_TRANSIENT_MBX_FULL", 20},
                                                   {"BOUNCE_TRANSIENT_CONTENT_REJECTED", 15},
                                                   {"BOUNCE_TRANSIENT_ATTACHMENT_REJECTED", 9},
                                                   {"BOUNCE_TRANSIENT_MESSAGE_TOO_LARGE", 7},
                                                   {"HANDOVER_ERROR", 6},
                                                   {"BOUNCE_UNDETERMINED", 6},
                                                   {"COMPLAINT", 3}}};
constexpr std::array<Weighted, 5> kSmsAccidents{
    {{"UNDELIV", 34}, {"EXPIRED", 30}, {"REJECTED", 24}, {"HANDOVER_ERROR", 7}, {"OPT_OUT", 5}}};

template <class List>
std::string_view pickWeighted(Random& random, const List& list) {
  std::uint32_t at = random.below(100);
  for (const Weighted& entry : list) {
    if (at < entry.weight) return entry.code;
    at -= entry.weight;
  }
  return list.front().code;
}

class Simulator {
 public:
  explicit Simulator(const Simulation& simulation) : m_simulation(simulation), m_random(simulation.seed) {
    m_customers = makeCustomers(m_random, simulation.customers);
    for (std::size_t i = 0; i < m_customers.size(); ++i) {
      if (!m_customers[i].phone.empty()) m_withPhone.push_back(i);
    }
  }

  std::vector<Message> run() {
    for (auto day = m_simulation.first; day <= m_simulation.last; day += days(1)) {
      for (std::uint32_t n = messagesOn(day); n > 0; --n) sendFirst(day);
    }
    std::erase_if(m_messages, [this](const Message& m) { return m.time >= m_simulation.last + days(1); });
    std::stable_sort(m_messages.begin(), m_messages.end(),
                     [](const auto& a, const auto& b) { return a.time < b.time; });
    return std::move(m_messages);
  }

 private:
  std::uint32_t messagesOn(local_days day) {
    constexpr std::array<std::uint32_t, 7> kByWeekday{1, 16, 13, 12, 12, 11, 3};  // Sunday first
    const year_month_day date(day);
    const unsigned inMonth = unsigned(date.day());
    std::uint32_t perMille = inMonth <= 4 ? 1700 : inMonth >= 15 && inMonth <= 18 ? 1300 : 800;
    if (date.month() == August) perMille = perMille * 3 / 4;
    if (date.month() == December) perMille = perMille * 5 / 4;
    if (isOutage(day + hours(12))) perMille = perMille * 2;
    perMille = perMille * m_simulation.volumePerMille / 1000;
    const std::uint32_t wanted = kByWeekday[weekday(day).c_encoding()] * perMille;
    return (wanted + m_random.below(2000)) / 1000;
  }

  static bool isOutage(WallTime time) {
    return time >= local_days(2025y / March / 18) + hours(7) && time < local_days(2025y / March / 19) + hours(15);
  }
  static bool isWave(WallTime time, const Customer& customer) {
    return customer.domain == "t-online.de" && time >= local_days(2025y / November / 3) &&
           time < local_days(2025y / November / 22);
  }

  void sendFirst(local_days day) {
    const std::uint32_t luck = m_random.below(100);
    const Channel channel = luck < 70 ? Channel::Email : luck < 92 ? Channel::Sms : Channel::Letter;
    const std::size_t who = channel == Channel::Sms ? m_random.pick(m_withPhone)
                                                    : m_random.below(static_cast<std::uint32_t>(m_customers.size()));
    const int second = channel == Channel::Letter
                           ? m_random.between(16 * 3600, 17 * 3600)
                           : m_random.between(8 * 3600, 12 * 3600) + m_random.between(0, 7 * 3600);
    const WallTime time = day + seconds(second);
    Message message;
    message.time = time;
    message.channel = channel;
    message.reference = fmt::format("RE-{}-{:05}", int(year_month_day(day).year()), ++m_reference);
    message.scenario = m_random.pick(kScenarios);
    message.cents = 500 + m_random.below(m_random.perMille(150) ? 250000 : 12000);
    send(std::move(message), m_customers[who]);
  }

  void send(Message message, Customer& customer) {
    message.customer = customer.number;
    message.name = customer.name;
    message.recipient = message.channel == Channel::Email ? customer.email
                        : message.channel == Channel::Sms ? customer.phone
                                                          : customer.postal;
    message.code = message.channel == Channel::Email ? emailCode(message.time, customer)
                   : message.channel == Channel::Sms ? smsCode(message.time, customer)
                                                     : letterCode();
    message.outcome = message.code.empty() ? Outcome::Delivered : Outcome::Failed;
    if (message.code.empty() && (m_random.perMille(6) || message.time >= m_simulation.last + hours(15))) {
      message.outcome = Outcome::Pending;
    }
    message.diagnostic = makeDiagnostic(m_random, message.code, message.outcome, message.channel, customer);
    message.messageId = fmt::format("{:08x}-{:04x}", m_random.below(0xFFFFFFFFu), m_random.below(0xFFFFu));
    m_messages.push_back(message);
    if (message.outcome == Outcome::Failed) fallBack(message, customer);
    heal(customer);
  }

  void fallBack(Message message, Customer& customer) {
    const bool toSms = message.channel == Channel::Email && !customer.phone.empty();
    if (message.channel == Channel::Letter || m_random.perMille(toSms ? 250 : 600)) return;
    message.channel = toSms ? Channel::Sms : Channel::Letter;
    message.time += toSms ? seconds(m_random.between(1200, 7000)) : seconds(m_random.between(70000, 90000));
    const auto inDay = message.time - floor<days>(message.time);
    if (inDay < hours(7)) message.time += hours(7);  // nobody is written to at night
    send(std::move(message), customer);
  }

  std::string emailCode(WallTime time, Customer& customer) {
    if (isOutage(time) && m_random.perMille(850)) return "HANDOVER_ERROR";
    switch (customer.emailHealth) {
      case Health::Invalid:
        return "INVALID_EMAIL_ADDRESS";
      case Health::Suppressed:
        return "BOUNCE_PERMANENT_ON_SUPPRESSION_LIST";
      case Health::Dead:
        customer.emailHealth = Health::Suppressed;
        return "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE";
      case Health::Refusing:
        if (m_random.perMille(400)) customer.emailHealth = Health::Suppressed;
        return "BOUNCE_PERMANENT_GENERAL";
      case Health::Full:
        return m_random.perMille(600) ? "BOUNCE_TRANSIENT_MBX_FULL" : "";
      case Health::Good:
        break;
    }
    if (isWave(time, customer) && m_random.perMille(750)) return "BOUNCE_TRANSIENT_MBX_FULL";
    return m_random.perMille(20) ? std::string(pickWeighted(m_random, kEmailAccidents)) : std::string();
  }

  std::string smsCode(WallTime time, const Customer& customer) {
    if (isOutage(time) && m_random.perMille(850)) return "HANDOVER_ERROR";
    if (customer.phoneHealth == Health::Invalid) return "INVALID_MOBILE_NUMBER";
    if (customer.phoneHealth == Health::Dead)
      return m_random.perMille(500) ? "UNDELIV" : m_random.perMille(600) ? "EXPIRED" : "REJECTED";
    return m_random.perMille(28) ? std::string(pickWeighted(m_random, kSmsAccidents)) : std::string();
  }

  std::string letterCode() { return m_random.perMille(25) ? "Empfänger unbekannt verzogen" : std::string(); }

  /// Somebody corrects the address now and then.
  void heal(Customer& customer) {
    if (customer.emailHealth == Health::Good || !m_random.perMille(180)) return;
    if (customer.domain == "gmial.com" || customer.domain == "gmail.con") customer.domain = "gmail.com";
    if (customer.domain.starts_with("gmx.")) customer.domain = "gmx.de";
    if (customer.domain.starts_with("w")) customer.domain = "web.de";
    if (customer.domain.starts_with("t-")) customer.domain = "t-online.de";
    const std::string local = customer.email.substr(0, customer.email.find_first_of("@ "));
    customer.email = local.substr(0, local.find(".at.")) + "@" + customer.domain;
    customer.emailHealth = Health::Good;
  }

  Simulation m_simulation;
  Random m_random;
  std::vector<Customer> m_customers;
  std::vector<std::size_t> m_withPhone;
  std::vector<Message> m_messages;
  int m_reference = 0;
};

}  // namespace

std::vector<Message> simulate(const Simulation& simulation) { return Simulator(simulation).run(); }

}  // namespace undelivered::samples
