// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/catalogue_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include "input/encoding.h"

namespace undelivered {
namespace {

constexpr std::int64_t kFormat = 1;

/// Walks the file; the first thing not understood ends it.
class FileReader {
 public:
  explicit FileReader(const std::string& subject) : m_subject(subject) {}

  Result<std::vector<ReasonEntry>> read(const toml::table& root) {
    for (const auto& [key, node] : root) {
      if (key == "format") {
        if (node.value<std::int64_t>() != kFormat) fail(node, "format must be 1");
      } else if (key == "reason") {
        readReasons(node);
      } else {
        fail(key, fmt::format("unknown key \"{}\"; known here: format, reason", key.str()));
      }
    }
    if (!root.contains("format")) fail(1, "\"format = 1\" is missing");
    if (m_error) return tl::unexpected(std::move(*m_error));
    return std::move(m_entries);
  }

 private:
  void fail(std::uint64_t line, std::string cause) {
    if (!m_error) m_error = Error{ErrorCode::CatalogueInvalid, m_subject, std::move(cause), line, 0};
  }
  void fail(const toml::node& node, std::string cause) { fail(node.source().begin.line, std::move(cause)); }
  void fail(const toml::key& key, std::string cause) { fail(key.source().begin.line, std::move(cause)); }

  void readReasons(const toml::node& node) {
    const toml::array* reasons = node.as_array();
    if (!reasons || !reasons->is_array_of_tables()) return fail(node, "reasons are written as [[reason]]");
    for (const toml::node& entry : *reasons) readReason(*entry.as_table());
  }

  void readReason(const toml::table& table) {
    ReasonEntry entry;
    entry.line = table.source().begin.line;
    for (const auto& [key, node] : table) {
      if (key == "code") {
        entry.code = text(key, node).value_or("");
        entry.line = key.source().begin.line;
      } else if (key == "aliases") {
        entry.aliases = texts(key, node);
      } else if (key == "channels") {
        entry.channels = channels(key, node);
      } else if (key == "persistence") {
        entry.persistence = value<Persistence>(key, node, "permanent, temporary, unknown");
      } else if (key == "actionable") {
        entry.actionability = value<Actionability>(key, node, "yes, partially, no, unknown");
      } else if (key == "phase") {
        entry.phase = value<Phase>(key, node, "before, while, after, unknown");
      } else if (key == "text") {
        readTexts(key, node, entry);
      } else {
        fail(key, fmt::format(
                      "unknown key \"{}\"; known here: code, aliases, channels, persistence, actionable, phase, text",
                      key.str()));
      }
    }
    if (!table.contains("code")) fail(table, "a reason needs a code");
    m_entries.push_back(std::move(entry));
  }

  void readTexts(const toml::key& key, const toml::node& node, ReasonEntry& entry) {
    if (!node.is_table()) return fail(key, "texts are written as [reason.text.en]");
    for (const auto& [language, words] : *node.as_table()) {
      if (!words.is_table()) return fail(language, "texts are written as [reason.text.en]");
      ReasonEntry::Text& into = entry.texts[std::string(language.str())];
      for (const auto& [name, word] : *words.as_table()) {
        if (name == "title") {
          into.title = text(name, word);
        } else if (name == "explanation") {
          into.explanation = text(name, word);
        } else if (name == "action") {
          into.action = text(name, word);
        } else {
          fail(name, fmt::format("unknown key \"{}\"; known here: title, explanation, action", name.str()));
        }
      }
    }
  }

  std::optional<std::string> text(const toml::key& key, const toml::node& node) {
    auto value = node.value_exact<std::string>();
    if (!value) fail(key, fmt::format("\"{}\" must be a text in quotes", key.str()));
    return value;
  }

  std::vector<ReasonEntry::Alias> texts(const toml::key& key, const toml::node& node) {
    std::vector<ReasonEntry::Alias> result;
    if (!node.is_array()) fail(key, fmt::format("\"{}\" must be a list of texts: [\"A\", \"B\"]", key.str()));
    for (std::size_t i = 0; node.is_array() && i < node.as_array()->size(); ++i) {
      const toml::node& item = *node.as_array()->get(i);
      if (auto value = text(key, item)) result.push_back({std::move(*value), item.source().begin.line});
    }
    return result;
  }

  template <class E>
  std::optional<E> value(const toml::key& key, const toml::node& node, std::string_view allowed) {
    const auto word = node.value_exact<std::string>();
    const auto found = word ? fromName<E>(*word) : std::nullopt;
    if (!found) fail(key, fmt::format("\"{}\" must be one of: {}", key.str(), allowed));
    return found;
  }

  EnumSet<Channel> channels(const toml::key& key, const toml::node& node) {
    EnumSet<Channel> result;
    for (const auto& [word, line] : texts(key, node)) {
      const auto channel = fromName<Channel>(word);
      if (channel && *channel != Channel::Unknown) {
        result.insert(*channel);
      } else {
        fail(line, fmt::format("unknown channel \"{}\"; known: email, sms, letter", word));
      }
    }
    return result;
  }

  const std::string& m_subject;
  std::vector<ReasonEntry> m_entries;
  std::optional<Error> m_error;
};

/// The 1-based line of the first byte that is no UTF-8; 0 where there is none. The parser does not know it.
std::uint64_t lineOfBadEncoding(std::string_view text) {
  if (isValidUtf8(text)) return 0;
  std::uint64_t line = 1;
  for (; isValidUtf8(text.substr(0, text.find('\n'))); ++line) text.remove_prefix(text.find('\n') + 1);
  return line;
}

}  // namespace

Result<std::vector<ReasonEntry>> parseCatalogueFile(std::string_view toml, const std::string& subject) {
  if (const std::uint64_t line = lineOfBadEncoding(toml)) {
    return tl::unexpected(Error{ErrorCode::CatalogueInvalid, subject, "the file must be saved as UTF-8", line, 0});
  }
  try {
    return FileReader(subject).read(toml::parse(toml, std::string_view(subject)));
  } catch (const toml::parse_error& error) {
    return tl::unexpected(Error{ErrorCode::CatalogueInvalid, subject,
                                fmt::format("not valid TOML: {}", error.description()), error.source().begin.line, 0});
  }
}

}  // namespace undelivered
