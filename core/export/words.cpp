// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/words.h"

#include <array>

namespace undelivered {
namespace {

constexpr std::array<std::string_view, 2> kLanguages{"en", "de"};

/// A word in the languages of kLanguages.
struct Word {
  std::string_view english, german;

  std::string_view in(std::string_view language) const { return language == "de" ? german : english; }
};

Word wordOf(ColumnId column) {
  switch (column) {
    case ColumnId::Time:
      return {"Time", "Zeitpunkt"};
    case ColumnId::Channel:
      return {"Channel", "Kanal"};
    case ColumnId::Recipient:
      return {"Recipient", "Empfänger"};
    case ColumnId::Customer:
      return {"Customer number", "Kundennummer"};
    case ColumnId::Reference:
      return {"Reference number", "Referenznummer"};
    case ColumnId::ReasonCode:
      return {"Reason code", "Fehlercode"};
    case ColumnId::ReasonTitle:
      return {"Reason", "Grund"};
    case ColumnId::Persistence:
      return {"Persistence", "Dauerhaftigkeit"};
    case ColumnId::Actionability:
      return {"Actionable", "Selbst behebbar"};
    case ColumnId::Phase:
      return {"Phase", "Phase"};
    case ColumnId::Outcome:
      return {"Outcome", "Ergebnis"};
    case ColumnId::Explanation:
      return {"Explanation", "Erklärung"};
    case ColumnId::Action:
      return {"Recommended action", "Empfohlene Maßnahme"};
    case ColumnId::Diagnostic:
      return {"Diagnostic", "Diagnose"};
    case ColumnId::MessageId:
      return {"Message ID", "Nachrichten-ID"};
    case ColumnId::SourceFile:
      return {"Source file", "Quelldatei"};
    case ColumnId::Line:
      return {"Line", "Zeile"};
  }
  return {};
}

constexpr Word kUnknown{"Unknown", "Unbekannt"};

Word wordOf(Channel value) {
  switch (value) {
    case Channel::Email:
      return {"E-mail", "E-Mail"};
    case Channel::Sms:
      return {"SMS", "SMS"};
    case Channel::Letter:
      return {"Letter", "Brief"};
    case Channel::Unknown:
      break;
  }
  return kUnknown;
}

Word wordOf(Outcome value) {
  switch (value) {
    case Outcome::Failed:
      return {"Failed", "Nicht zugestellt"};
    case Outcome::Delivered:
      return {"Delivered", "Zugestellt"};
    case Outcome::Pending:
      return {"Pending", "Ausstehend"};
    case Outcome::Unknown:
      break;
  }
  return kUnknown;
}

Word wordOf(Persistence value) {
  switch (value) {
    case Persistence::Permanent:
      return {"Permanent", "Dauerhaft"};
    case Persistence::Temporary:
      return {"Temporary", "Vorübergehend"};
    case Persistence::Unknown:
      break;
  }
  return kUnknown;
}

Word wordOf(Actionability value) {
  switch (value) {
    case Actionability::Yes:
      return {"Yes", "Ja"};
    case Actionability::Partially:
      return {"Partially", "Teilweise"};
    case Actionability::No:
      return {"No", "Nein"};
    case Actionability::Unknown:
      break;
  }
  return kUnknown;
}

Word wordOf(Phase value) {
  switch (value) {
    case Phase::Before:
      return {"Before sending", "Vor dem Versand"};
    case Phase::While:
      return {"While sending", "Beim Versand"};
    case Phase::After:
      return {"After sending", "Nach dem Versand"};
    case Phase::Unknown:
      break;
  }
  return kUnknown;
}

Word wordOf(TextSign value) {
  switch (value) {
    case TextSign::MailboxFull:
      return {"a full mailbox", "ein volles Postfach"};
    case TextSign::TooLarge:
      return {"the size of the message", "die Größe der Nachricht"};
    case TextSign::Attachment:
      return {"an attachment", "einen Anhang"};
    case TextSign::UserUnknown:
      return {"an unknown recipient", "einen unbekannten Empfänger"};
    case TextSign::Content:
      return {"the content, as of spam", "den Inhalt, etwa als Spam"};
    case TextSign::None:
      break;
  }
  return {"", ""};
}

}  // namespace

std::span<const std::string_view> exportLanguages() { return kLanguages; }
std::string_view word(ColumnId column, std::string_view language) { return wordOf(column).in(language); }
std::string_view word(Channel value, std::string_view language) { return wordOf(value).in(language); }
std::string_view word(Outcome value, std::string_view language) { return wordOf(value).in(language); }
std::string_view word(Persistence value, std::string_view language) { return wordOf(value).in(language); }
std::string_view word(Actionability value, std::string_view language) { return wordOf(value).in(language); }
std::string_view word(Phase value, std::string_view language) { return wordOf(value).in(language); }

std::string_view word(TextSign value, std::string_view language) { return wordOf(value).in(language); }

std::string_view noActionNeeded(std::string_view language) {
  return Word{"No action needed from you", "Von Ihnen ist nichts zu tun"}.in(language);
}

std::string_view noReasonCode(std::string_view language) {
  return Word{"(no reason code)", "(kein Fehlercode)"}.in(language);
}

std::string_view ownReasonExplanation(std::string_view language) {
  return Word{"This is what the provider calls it. The catalogue has no reason of that kind, so it recommends nothing.",
              "So nennt es der Anbieter. Der Katalog hat keinen solchen Grund und empfiehlt darum nichts."}
      .in(language);
}

std::string_view unknownReasonExplanation(std::string_view language) {
  return Word{"This code is not in the catalogue, so nothing is known about it.",
              "Dieser Code steht nicht im Katalog; über ihn ist nichts bekannt."}
      .in(language);
}

}  // namespace undelivered
