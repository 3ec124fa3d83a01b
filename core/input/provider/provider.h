// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "input/field.h"

namespace undelivered {

/// Whose log it is: the index in providers(). kNoProvider for logs that name their reasons by the catalogue's codes.
using ProviderIndex = std::uint8_t;
inline constexpr ProviderIndex kNoProvider = 0xFF;

/// Where a value stands: a path of keys ("bounce.bounceType", "results[]"), the header of a column, or the key of a
/// query. "@" is the element of Shape::each, "@.status" a key in it, "@@" the element of Shape::inner.
struct ValuePath {
  std::string path;
  /// The value counts only where it is one of these; empty: any.
  std::vector<std::string> only;
};

/// One form in which a provider writes what became of a message.
struct Shape {
  enum class Kind : std::uint8_t {
    Keys,     ///< an object of JSON, or the query of a callback
    Table,    ///< delimited text; paths are headers
    Receipt,  ///< a line with the receipt text of SMPP
  };
  /// Holds when one of the paths has a value, or one of the values where any is given.
  struct Condition {
    std::vector<std::string> paths;
    std::vector<std::string> values;
  };

  Kind kind = Kind::Keys;
  std::string name;             ///< what it is called: "Bounce"
  std::vector<Condition> when;  ///< all of them hold
  /// The arrays with a record for each element, of which the first one that has elements counts; none: one record.
  std::vector<std::string> each;
  std::string inner;  ///< an array in each of those elements, with a record for each of its own; empty: none
  /// Tells of something else than a delivery: counted, not a record. Of a table: the rows in which the conditions with
  /// values hold; it stands before the shape of the table itself.
  bool leftOut = false;
  std::map<std::string, std::string, std::less<>> label;  ///< of what is left out: what it is, by language
  std::array<std::vector<ValuePath>, kFieldCount> fields;
};

/// A line of a provider's mapping table, as its file states it. Texts are patterns: "|" between alternatives, "*" for
/// any text, "?" for any character; regardless of case, blanks, "-" and "_". An alternative without a text ("|") is no
/// value at all. Empty: not looked at.
struct MappingRow {
  // What it is about.
  std::string status, code;
  std::string reply;  ///< the three digits of an SMTP reply
  std::string text;   ///< what the diagnostic says: a name of TextSign

  // What it means: exactly one of the first four, outcome beside none of the others.
  std::string reason;   ///< a code of the catalogue
  std::string outcome;  ///< "delivered", "pending", "unknown"
  std::string name;     ///< the failure's own name, where the catalogue has no counterpart; "*": its code as it stands
  std::string use;      ///< the provider whose table decides
  bool understood = true;   ///< false, of an outcome "unknown": nobody documents that status, so that it is told
  std::string persistence;  ///< of a failure with its own name, where the source states it
  std::map<std::string, std::string, std::less<>> label;        ///< of a failure with its own name, by language
  std::map<std::string, std::string, std::less<>> explanation;  ///< of the same: what happened; may be empty

  std::string page;  ///< where the provider documents it
  std::string note;  ///< why, where that is not plain; in English
};

/// Everything that the product knows about the logs of one provider: how they are told, read and classified. It is
/// data, in resources/providers; a new provider is a new file.
struct Provider {
  std::string id;                                           ///< "amazon-ses"
  std::string title;                                        ///< "Amazon SES"
  std::map<std::string, std::string, std::less<>> titleIn;  ///< in languages that call it otherwise
  std::string channel;  ///< of its messages, where a log does not say: "email", "sms" or empty
  std::string page;     ///< of its documentation
  std::vector<Shape> shapes;
  std::vector<MappingRow> rows;  ///< the first one that fits holds

  std::string_view titleFor(std::string_view language) const {
    const auto found = titleIn.find(language);
    return found == titleIn.end() ? std::string_view(title) : std::string_view(found->second);
  }
};

}  // namespace undelivered
