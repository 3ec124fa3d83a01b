// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <unordered_map>

#include "input/field_header.h"

namespace undelivered {

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

namespace {

using Names = std::unordered_map<std::string_view, HeaderMeaning>;

/// Names that as often mean something else.
Names ambiguousNames() {
  Names map;
  const auto add = [&map](Field field, std::initializer_list<std::string_view> list) {
    int rank = 0;
    for (std::string_view entry : list) map.emplace(entry, HeaderMeaning{field, rank++, true});
  };
  add(Field::Code, {"statuscode", "bouncetype", "bouncesubtype", "bounce", "fehlerart", "fehlertyp"});
  add(Field::Recipient, {"an", "kontakt"});
  add(Field::Reference, {"claimid"});
  add(Field::Diagnostic, {"message", "nachricht"});
  return map;
}

// collect.AI joins words in lower case (referencenumber); the others are what exports of providers and of people use.
const Names& names() {  // NOLINT(readability-function-size): a table
  static const Names kNames = [] {
    Names map = ambiguousNames();
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
                      "statusdatetime",
                      "statusdatum",
                      "zustelldatum",
                      "senton",
                      "sentdatetime",
                      "deliveredat",
                      "deliveredon",
                      "zugestelltam",
                      "zustellzeit",
                      "zustellzeitpunkt",
                      "createdon",
                      "failedon",
                      "bouncedon",
                      "versandtam",
                      "verschicktam",
                      "fehlgeschlagenam",
                      "erstellungsdatum",
                      "datumzeit",
                      "fehlerzeitpunkt",
                      "statuszeit",
                      "statuszeitpunkt",
                      "ereigniszeitpunkt",
                      "timestamputc",
                      "dateutc",
                      "timeutc"});
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
                      "ablehnungsgrund",
                      "rejectionreason",
                      "rejectreason",
                      "rejectioncode",
                      "deliveryerrorcode",
                      "deliveryfailurereason",
                      "nondeliveryreason",
                      "undeliveredcode",
                      "fehlerursache",
                      "zustellfehler",
                      "zustellfehlercode",
                      "ablehnungscode",
                      "bouncegrund",
                      "ruecklaufcode",
                      "nichtzustellungsgrund"});
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
                        "sendestatus",
                        "nachrichtstatus",
                        "zustellungsstatus",
                        "zustellergebnis",
                        "smsstatus",
                        "emailstatus",
                        "mailstatus",
                        "lieferstatus"});
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
                           "rcptto",
                           "recipientemail",
                           "recipientemailaddress",
                           "recipientphone",
                           "recipientphonenumber",
                           "recipientnumber",
                           "recipientmobile",
                           "empfaengeremail",
                           "empfaengernummer",
                           "emailempfaenger",
                           "mobilfunknummer",
                           "mobilnr",
                           "mobil",
                           "mobilfunk",
                           "handynr",
                           "tel",
                           "telnr",
                           "telefonnr",
                           "phoneno",
                           "mobileno"});
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
                           "fallnummer",
                           "invoiceno",
                           "invoicenr",
                           "invoiceid",
                           "caseno",
                           "caseid",
                           "claimno",
                           "az",
                           "refnr",
                           "refnummer",
                           "rgnr",
                           "rechnungsno",
                           "vorgangsnr",
                           "fallnr",
                           "forderungsnr",
                           "belegnummer",
                           "belegnr"});
    add(Field::MessageId,
        {"messageid", "messagereference", "communicationid", "communicationreference", "msgid", "smsid", "mailid",
         "messageuuid", "nachrichtenid", "nachrichtid", "nachrichtennummer", "providermessageid", "sid", "messagesid",
         "messagereferenceid", "messageref", "externalmessageid", "communicationreferenceid", "nachrichtenreferenz"});
    add(Field::EventId, {"eventid", "eventuuid", "ereignisid"});
    add(Field::Diagnostic, {"diagnostic",     "diagnosticcode",     "diagnostics",      "diagnosticmessage",
                            "errormessage",   "errortext",          "errordescription", "errordetail",
                            "errordetails",   "smtpresponse",       "smtpreply",        "response",
                            "serverresponse", "providermessage",    "providerresponse", "detail",
                            "details",        "description",        "bouncemessage",    "statustext",
                            "statusmessage",  "diagnose",           "diagnosetext",     "fehlermeldung",
                            "fehlertext",     "fehlerbeschreibung", "serverantwort",    "antwort",
                            "meldung",        "beschreibung",       "servermeldung",    "antwortdesservers",
                            "smtpantwort",    "smtpmessage",        "errormsg",         "bouncedetail",
                            "bouncedetails",  "responsetext",       "antworttext",      "fehlernachricht",
                            "fehlerdetails",  "statusbeschreibung", "rueckmeldung"});
    return map;
  }();
  return kNames;
}

std::optional<HeaderMeaning> meaningOfName(std::string_view name) {
  const auto found = names().find(normaliseHeader(name));
  if (found == names().end()) return std::nullopt;
  return found->second;
}

std::string withoutBrackets(std::string_view header) {
  std::string result;
  int depth = 0;
  for (char c : header) {
    depth += c == '(' || c == '[';
    if (depth == 0) result += c;
    depth -= (c == ')' || c == ']') && depth > 0;
  }
  return result;
}

}  // namespace

std::optional<HeaderMeaning> meaningOfHeader(std::string_view header) {
  if (const auto meaning = meaningOfName(header)) return meaning;
  const std::string plain = withoutBrackets(header);
  if (const auto meaning = meaningOfName(plain)) return meaning;
  std::optional<HeaderMeaning> common;
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const auto meaning = meaningOfName(rest.substr(0, slash));
    if (!meaning || (common && common->field != meaning->field)) return std::nullopt;
    if (!common) common = meaning;
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  return common;
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
