// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "input/provider/providers.h"

namespace undelivered {
namespace {

constexpr std::int64_t kFormat = 1;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

/// Walks the file; the first thing not understood ends it.
class FileReader {
 public:
  explicit FileReader(const std::string& subject) : m_subject(subject) {}

  Result<Provider> read(const toml::table& root) {
    for (const auto& [key, node] : root) {
      if (key == "format") {
        if (node.value<std::int64_t>() != kFormat) fail(node, "format must be 1");
      } else if (key == "shape") {
        forTables(key, node, [&](const toml::table& table) { readShape(table); });
      } else if (key == "row") {
        forTables(key, node, [&](const toml::table& table) { readRow(table); });
      } else if (key == "titleIn") {
        m_provider.titleIn = byLanguage(key, node);
      } else if (std::string* into = member(key.str())) {
        *into = text(key, node);
      } else {
        fail(key, fmt::format("unknown key \"{}\"", key.str()));
      }
    }
    if (m_provider.id.empty() || m_provider.title.empty() || m_provider.page.empty()) {
      fail(std::uint64_t{1}, "a provider needs id, title and page");
    }
    for (MappingRow& row : m_provider.rows) {
      if (row.page.empty()) row.page = m_provider.page;
    }
    if (m_error) return tl::unexpected(std::move(*m_error));
    return std::move(m_provider);
  }

 private:
  std::string* member(std::string_view key) {
    if (key == "id") return &m_provider.id;
    if (key == "title") return &m_provider.title;
    if (key == "channel") return &m_provider.channel;
    if (key == "page") return &m_provider.page;
    return nullptr;
  }

  static std::string* member(MappingRow& row, std::string_view key) {
    if (key == "status") return &row.status;
    if (key == "code") return &row.code;
    if (key == "reply") return &row.reply;
    if (key == "text") return &row.text;
    if (key == "reason") return &row.reason;
    if (key == "outcome") return &row.outcome;
    if (key == "name") return &row.name;
    if (key == "use") return &row.use;
    if (key == "persistence") return &row.persistence;
    if (key == "page") return &row.page;
    if (key == "note") return &row.note;
    return nullptr;
  }

  void fail(std::uint64_t line, std::string cause) {
    if (!m_error) m_error = Error{ErrorCode::CatalogueInvalid, m_subject, std::move(cause), line, 0};
  }
  void fail(const toml::node& node, std::string cause) { fail(node.source().begin.line, std::move(cause)); }
  void fail(const toml::key& key, std::string cause) { fail(key.source().begin.line, std::move(cause)); }

  template <class Visit>
  void forTables(const toml::key& key, const toml::node& node, const Visit& visit) {
    const toml::array* tables = node.as_array();
    if (!tables || !tables->is_array_of_tables()) return fail(key, fmt::format("written as [[{}]]", key.str()));
    for (const toml::node& table : *tables) visit(*table.as_table());
  }

  std::string text(const toml::key& key, const toml::node& node) {
    auto value = node.value_exact<std::string>();
    if (!value) fail(key, fmt::format("\"{}\" must be a text in quotes", key.str()));
    return value.value_or("");
  }

  bool flag(const toml::key& key, const toml::node& node) {
    const auto value = node.value_exact<bool>();
    if (!value) fail(key, fmt::format("\"{}\" must be true or false", key.str()));
    return value.value_or(false);
  }

  /// A text, or a list of texts.
  std::vector<std::string> texts(const toml::key& key, const toml::node& node) {
    if (!node.is_array()) return {text(key, node)};
    std::vector<std::string> all;
    for (const toml::node& item : *node.as_array()) all.push_back(text(key, item));
    return all;
  }

  using ByLanguage = std::map<std::string, std::string, std::less<>>;

  /// { en = "...", de = "..." }
  ByLanguage byLanguage(const toml::key& key, const toml::node& node) {
    ByLanguage all;
    if (!node.is_table())
      fail(key, fmt::format("\"{}\" must be texts by language", key.str()));
    else
      for (const auto& [language, words] : *node.as_table()) all[std::string(language.str())] = text(language, words);
    return all;
  }
  static bool isInBoth(const ByLanguage& texts) { return texts.contains("en") && texts.contains("de"); }

  /// "path", or "path=value|value".
  static ValuePath valuePath(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return {std::string(text), {}};
    return {std::string(text.substr(0, equals)), split(text.substr(equals + 1), '|')};
  }

  /// "path|path", or "path|path=value|value".
  static Shape::Condition condition(std::string_view text) {
    const std::size_t equals = text.find('=');
    Shape::Condition result{split(text.substr(0, equals), '|'), {}};
    if (equals != std::string_view::npos) result.values = split(text.substr(equals + 1), '|');
    return result;
  }

  void readShape(const toml::table& table) {
    Shape shape;
    for (const auto& [key, node] : table) {
      const auto* field = std::find_if(kFields.begin(), kFields.end(),
                                       [&](Field each) { return undelivered::name(each) == key.str(); });
      if (field != kFields.end()) {
        for (const std::string& path : texts(key, node))
          shape.fields[static_cast<std::size_t>(*field)].push_back(valuePath(path));
      } else if (key == "kind") {
        shape.kind = kind(key, node);
      } else if (key == "name") {
        shape.name = text(key, node);
      } else if (key == "when") {
        for (const std::string& each : texts(key, node)) shape.when.push_back(condition(each));
      } else if (key == "each") {
        shape.each = texts(key, node);
      } else if (key == "inner") {
        shape.inner = text(key, node);
      } else if (key == "leftOut") {
        shape.leftOut = flag(key, node);
      } else if (key == "label") {
        shape.label = byLanguage(key, node);
      } else {
        fail(key, fmt::format("unknown key \"{}\" of a shape", key.str()));
      }
    }
    if (shape.name.empty() || shape.when.empty()) fail(table, "a shape needs name and when");
    if (shape.leftOut && !isInBoth(shape.label)) fail(table, "what is left out needs label.en and label.de");
    const bool saysWhich = std::any_of(shape.when.begin(), shape.when.end(),
                                       [](const Shape::Condition& condition) { return !condition.values.empty(); });
    if (shape.leftOut && shape.kind == Shape::Kind::Table && !saysWhich)
      fail(table, "rows of a table are left out by what a column of them says: when = [\"column=value\"]");
    m_provider.shapes.push_back(std::move(shape));
  }

  Shape::Kind kind(const toml::key& key, const toml::node& node) {
    const std::string word = text(key, node);
    if (word == "table") return Shape::Kind::Table;
    if (word == "receipt") return Shape::Kind::Receipt;
    if (word != "keys") fail(key, "kind must be one of: keys, table, receipt");
    return Shape::Kind::Keys;
  }

  void readRow(const toml::table& table) {
    MappingRow row;
    for (const auto& [key, node] : table) {
      if (std::string* into = member(row, key.str())) {
        *into = text(key, node);
      } else if (key == "understood") {
        row.understood = flag(key, node);
      } else if (key == "label") {
        row.label = byLanguage(key, node);
      } else if (key == "explanation") {
        row.explanation = byLanguage(key, node);
      } else {
        fail(key, fmt::format("unknown key \"{}\" of a row", key.str()));
      }
    }
    const int meanings = !row.reason.empty() + !row.outcome.empty() + !row.name.empty() + !row.use.empty();
    if (meanings != 1) fail(table, "a row needs one of: reason, outcome, name, use");
    if (!row.understood && row.outcome != "unknown") fail(table, "what is not understood has the outcome \"unknown\"");
    if (!row.name.empty() && !isInBoth(row.label))
      fail(table, "a failure with its own name needs label.en and label.de");
    m_provider.rows.push_back(std::move(row));
  }

  const std::string& m_subject;
  Provider m_provider;
  std::optional<Error> m_error;
};

}  // namespace

Result<Provider> parseProviderFile(std::string_view toml, const std::string& subject) {
  try {
    return FileReader(subject).read(toml::parse(toml, std::string_view(subject)));
  } catch (const toml::parse_error& error) {
    return tl::unexpected(Error{ErrorCode::CatalogueInvalid, subject,
                                fmt::format("not valid TOML: {}", error.description()), error.source().begin.line, 0});
  }
}

}  // namespace undelivered
