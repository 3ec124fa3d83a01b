// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <unordered_map>

#include "input/field_header.h"

namespace undelivered {
namespace {

/// Lower case, letters and digits only; German umlauts as ae, oe, ue, ss.
std::string normaliseHeader(std::string_view header) {
  std::string result;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const char c = header[i];
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      result += c;
    } else if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else if (c == '\xC3' && i + 1 < header.size()) {
      switch (static_cast<unsigned char>(header[++i])) {
        case 0xA4:
        case 0x84:
          result += "ae";
          break;
        case 0xB6:
        case 0x96:
          result += "oe";
          break;
        case 0xBC:
        case 0x9C:
          result += "ue";
          break;
        case 0x9F:
          result += "ss";
          break;
        default:
          break;
      }
    }
  }
  return result;
}

using Names = std::unordered_map<std::string_view, HeaderMeaning>;

// collect.AI joins words in lower case (referencenumber); the others are what exports of providers and of people use.
const Names& names() {  // NOLINT(readability-function-size): a table
  static const Names kNames = [] {
    Names map;
    const auto add = [&map](Field field, std::initializer_list<std::string_view> list) {
      int rank = 0;
      for (std::string_view entry : list) map.emplace(entry, HeaderMeaning{field, rank++});
    };
    add(Field::Time, {"time",
                      "timestamp",
                      "datetime",
                      "date",
                      "eventdate",
                      "eventtime",
                      "eventtimestamp",
                      "sentat",
                      "sentdate",
                      "senttime",
                      "senddate",
                      "sendtime",
                      "createdat",
                      "createddate",
                      "creationdate",
                      "occurredat",
                      "failedat",
                      "failuredate",
                      "bouncedat",
                      "bouncedate",
                      "bouncetime",
                      "bouncetimestamp",
                      "statusdate",
                      "statustime",
                      "donedate",
                      "doneat",
                      "deliverydate",
                      "executedat",
                      "communicationdate",
                      "messagedate",
                      "messagetimestamp",
                      "zeit",
                      "zeitpunkt",
                      "zeitstempel",
                      "datum",
                      "datumuhrzeit",
                      "uhrzeit",
                      "versanddatum",
                      "versandzeit",
                      "versandzeitpunkt",
                      "versendetam",
                      "gesendetam",
                      "erstelltam",
                      "fehlerdatum",
                      "fehlerzeit",
                      "ereigniszeit",
                      "ereignisdatum",
                      "statusdatum",
                      "zustelldatum"});
    add(Field::Code, {"reasoncode",
                      "reason",
                      "code",
                      "errorcode",
                      "error",
                      "bouncecode",
                      "bouncereason",
                      "failurecode",
                      "failurereason",
                      "errorreason",
                      "statusreason",
                      "communicationerror",
                      "communicationerrorcode",
                      "communicationerrortype",
                      "errortype",
                      "messageerror",
                      "deliveryerror",
                      "undeliveredreason",
                      "bounceerrorcode",
                      "grund",
                      "grundcode",
                      "fehler",
                      "fehlercode",
                      "fehlergrund",
                      "fehlerkennung",
                      "ursache",
                      "ursachencode",
                      "ruecklaufgrund",
                      "unzustellbarkeitsgrund",
                      "reasonscode",
                      "ablehnungsgrund"});
    add(Field::Status, {"status",
                        "deliverystatus",
                        "messagestatus",
                        "state",
                        "stat",
                        "messagestate",
                        "outcome",
                        "result",
                        "deliverystate",
                        "communicationstatus",
                        "sendstatus",
                        "sendingstatus",
                        "event",
                        "eventtype",
                        "type",
                        "zustand",
                        "zustellstatus",
                        "versandstatus",
                        "ergebnis",
                        "ereignis",
                        "nachrichtenstatus",
                        "sendestatus"});
    add(Field::Channel, {"channel", "communicationchannel", "messagechannel", "channeltype", "communicationtype",
                         "messagetype", "medium", "deliverychannel", "sendingchannel", "kanal", "versandkanal",
                         "versandart", "kommunikationskanal", "versandweg", "kommunikationsart"});
    add(Field::Recipient, {"recipient",
                           "recipients",
                           "recipientaddress",
                           "receiver",
                           "to",
                           "address",
                           "destination",
                           "email",
                           "emailaddress",
                           "emailrecipient",
                           "mail",
                           "mailaddress",
                           "phone",
                           "phonenumber",
                           "mobile",
                           "mobilenumber",
                           "mobilephone",
                           "msisdn",
                           "number",
                           "contact",
                           "empfaenger",
                           "empfaengeradresse",
                           "adresse",
                           "mailadresse",
                           "emailadresse",
                           "mobilnummer",
                           "telefon",
                           "telefonnummer",
                           "handynummer",
                           "handy",
                           "mobiltelefon",
                           "rufnummer",
                           "rcpt",
                           "rcptto"});
    add(Field::Customer, {"customer", "customernumber", "customerno", "customerid", "customernr", "clientnumber",
                          "debtornumber", "debtorid", "kunde", "kundennummer", "kundennr", "kundenid", "kdnr",
                          "debitor", "debitorennummer", "debitornummer", "debitorennr"});
    add(Field::Reference, {"reference",
                           "referencenumber",
                           "referenceno",
                           "claimreference",
                           "claimreferencenumber",
                           "claimnumber",
                           "invoicenumber",
                           "invoice",
                           "claim",
                           "ref",
                           "refno",
                           "casenumber",
                           "referenz",
                           "referenznummer",
                           "referenznr",
                           "aktenzeichen",
                           "rechnungsnummer",
                           "rechnung",
                           "rechnungsnr",
                           "forderung",
                           "forderungsnummer",
                           "vorgang",
                           "vorgangsnummer",
                           "fallnummer"});
    add(Field::MessageId,
        {"messageid", "messagereference", "communicationid", "communicationreference", "msgid", "smsid", "mailid",
         "messageuuid", "nachrichtenid", "nachrichtid", "nachrichtennummer", "providermessageid", "sid", "messagesid"});
    add(Field::EventId, {"eventid", "eventuuid", "ereignisid"});
    add(Field::Diagnostic, {"diagnostic",     "diagnosticcode",     "diagnostics",      "diagnosticmessage",
                            "errormessage",   "errortext",          "errordescription", "errordetail",
                            "errordetails",   "smtpresponse",       "smtpreply",        "response",
                            "serverresponse", "providermessage",    "providerresponse", "detail",
                            "details",        "description",        "bouncemessage",    "statustext",
                            "statusmessage",  "diagnose",           "diagnosetext",     "fehlermeldung",
                            "fehlertext",     "fehlerbeschreibung", "serverantwort",    "antwort",
                            "meldung",        "beschreibung",       "servermeldung"});
    return map;
  }();
  return kNames;
}

}  // namespace

std::optional<HeaderMeaning> meaningOfHeader(std::string_view header) {
  const auto found = names().find(normaliseHeader(header));
  if (found == names().end()) return std::nullopt;
  return found->second;
}

std::optional<Field> fieldOfHeader(std::string_view header) {
  const auto meaning = meaningOfHeader(header);
  if (!meaning) return std::nullopt;
  return meaning->field;
}

bool sameHeader(std::string_view left, std::string_view right) {
  return normaliseHeader(left) == normaliseHeader(right);
}

}  // namespace undelivered
