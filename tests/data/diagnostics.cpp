// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/diagnostics.h"

#include <fmt/format.h>

#include <array>
#include <span>

namespace undelivered::samples {
namespace {

struct Template {
  std::string_view code;
  std::string_view text;  ///< %r recipient, %d domain, %h some hexadecimal digits
};

// Synthetic, in the manner of RFC 3463 status codes and SMPP receipts.
constexpr std::array kTemplates{
    Template{"INVALID_EMAIL_ADDRESS", "Adresse enthält kein \"@\": %r"},
    Template{"INVALID_EMAIL_ADDRESS", "Local part or domain missing; not sent"},
    Template{"INVALID_MOBILE_NUMBER", "Number too short: %r"},
    Template{"INVALID_MOBILE_NUMBER", "Keine gültige Mobilnummer (Länge)"},
    Template{"BOUNCE_TRANSIENT_MESSAGE_TOO_LARGE", "smtp; 552 5.3.4 Message size exceeds fixed limit, 10485760 bytes"},
    Template{"BOUNCE_TRANSIENT_CONTENT_REJECTED",
             "smtp; 554 5.7.1 Message rejected as spam, see \"https://postmaster.%d/%h\""},
    Template{"BOUNCE_TRANSIENT_CONTENT_REJECTED",
             "smtp; 550 5.7.1 Inhalt abgelehnt: verdächtige Formulierung „letzte Mahnung“"},
    Template{"BOUNCE_TRANSIENT_ATTACHMENT_REJECTED",
             "smtp; 552 5.7.0 Attachment type \"docm\" is blocked\nContact postmaster@%d"},
    Template{"BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE", "smtp; 550 5.1.1 <%r>: Recipient address rejected: User unknown"},
    Template{"BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE",
             "smtp; 550 Requested action not taken: mailbox unavailable\nid %h\n"},
    Template{"BOUNCE_PERMANENT_ON_SUPPRESSION_LIST",
             "Amazon SES did not send the message; address is on the suppression list"},
    Template{"BOUNCE_PERMANENT_GENERAL", "smtp; 550 5.4.4 Host %d not found, no MX record"},
    Template{"BOUNCE_PERMANENT_GENERAL", "smtp; 550 5.0.0 Permanenter Fehler (Grund: \"\"unbekannt\"\")"},
    Template{"REJECTED", "id:%h sub:001 dlvrd:000 stat:REJECTD err:011 text:"},
    Template{"HANDOVER_ERROR", "HTTP 503 from provider; retry 3 of 3, request %h"},
    Template{"BOUNCE_TRANSIENT_MBX_FULL", "smtp; 452 4.2.2 Mailbox full"},
    Template{"BOUNCE_TRANSIENT_MBX_FULL", "smtp; 552 5.2.2 <%r>\r\n\"Das Postfach ist voll\"; Größe überschritten"},
    Template{"BOUNCE_TRANSIENT_GENERAL", "smtp; 451 4.4.1 Connection to mx.%d timed out"},
    Template{"BOUNCE_TRANSIENT_GENERAL", "smtp; 421 4.7.0 Try again later, closing connection. %h"},
    Template{"UNDELIV", "id:%h sub:001 dlvrd:000 stat:UNDELIV err:001 text:\"Absent subscriber\""},
    Template{"EXPIRED", "id:%h sub:001 dlvrd:000 stat:EXPIRED err:027 text:Gültigkeit abgelaufen"},
    Template{"BOUNCE_UNDETERMINED", "smtp; 5.0.0 undetermined, server said: \"%h\""},
    Template{"COMPLAINT", "feedback loop; type=abuse; id=%h"},
    Template{"Empfänger unbekannt verzogen", "Rückläufer, Anschriftenbenachrichtigung; Vermerk \"verzogen\""},
    Template{"OPT_OUT", "STOP received earlier"},
};

std::string fill(std::string_view text, const std::string& recipient, const Customer& customer, Random& random) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    switch (text[++i]) {
      case 'r':
        result += recipient;
        break;
      case 'd':
        result += customer.domain;
        break;
      default:
        result += fmt::format("{:08x}", random.below(0xFFFFFFFFu));
        break;
    }
  }
  return result;
}

}  // namespace

std::string makeDiagnostic(Random& random, std::string_view code, Outcome outcome, Channel channel,
                           const Customer& customer) {
  const std::string& recipient = channel == Channel::Sms ? customer.phone : customer.email;
  if (outcome == Outcome::Pending) return {};
  if (outcome == Outcome::Delivered) {
    if (channel == Channel::Email) return fill("smtp; 250 2.0.0 OK queued as %h", recipient, customer, random);
    return channel == Channel::Sms ? fill("id:%h stat:DELIVRD err:000", recipient, customer, random) : std::string();
  }
  std::array<std::string_view, 3> fitting;
  std::size_t count = 0;
  for (const Template& entry : kTemplates) {
    if (entry.code == code && count < fitting.size()) fitting[count++] = entry.text;
  }
  if (count == 0) return {};
  return fill(random.pick(std::span(fitting).first(count)), recipient, customer, random);
}

}  // namespace undelivered::samples
