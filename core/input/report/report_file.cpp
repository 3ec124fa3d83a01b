// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <optional>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "input/report/built_in_reports.h"
#include "input/report/daily_report.h"

namespace undelivered {
namespace {

/// Walks the file; the first thing not understood ends it.
class FileReader {
 public:
  explicit FileReader(std::string subject) : m_subject(std::move(subject)) {}

  Result<std::vector<ReportKind>> read(const toml::table& root) {
    for (const auto& [key, node] : root) {
      if (key == "format") {
        if (node.value<std::int64_t>() != 1) fail(node, "format must be 1");
      } else if (key == "report" && node.is_array()) {
        for (const toml::node& entry : *node.as_array()) readReport(entry);
      } else if (key != "page") {
        fail(node, fmt::format("unknown key \"{}\"", key.str()));
      }
    }
    if (m_error) return tl::unexpected(std::move(*m_error));
    return std::move(m_kinds);
  }

 private:
  void fail(const toml::node& node, std::string cause) {
    if (!m_error) m_error = Error{ErrorCode::CatalogueInvalid, m_subject, std::move(cause), node.source().begin.line};
  }

  std::string text(const toml::node& node) {
    const auto value = node.value<std::string>();
    if (!value || value->empty()) fail(node, "a text is needed");
    return value.value_or(std::string());
  }

  std::vector<std::string> texts(const toml::node& node) {
    std::vector<std::string> all;
    if (!node.is_array()) fail(node, "a list of texts is needed");
    if (const toml::array* list = node.as_array()) {
      for (const toml::node& entry : *list) all.push_back(text(entry));
    }
    return all;
  }

  void readReport(const toml::node& node) {
    if (!node.is_table()) return fail(node, "reports are written as [[report]]");
    ReportKind kind;
    for (const auto& [key, value] : *node.as_table()) {
      if (key == "id") {
        kind.id = text(value);
      } else if (key == "files") {
        kind.files = texts(value);
      } else if (key == "columns") {
        kind.columns = texts(value);
      } else if (key == "status") {
        kind.status = text(value);
      } else if (key == "deliveries") {
        readDeliveries(value, kind);
      } else if (key == "text" && value.is_table()) {
        for (const auto& [language, words] : *value.as_table()) kind.text[std::string(language)] = text(words);
      } else {
        fail(value, fmt::format("unknown key \"{}\"", key.str()));
      }
    }
    if (kind.id.empty() || kind.files.empty()) fail(node, "a report needs id and files");
    if (!kind.text.contains("en")) fail(node, "a report needs an English text");
    m_kinds.push_back(std::move(kind));
  }

  void readDeliveries(const toml::node& node, ReportKind& kind) {
    const std::string word = text(node);
    if (word == "yes") {
      kind.deliveries = ReportKind::Deliveries::Yes;
    } else if (word == "no") {
      kind.deliveries = ReportKind::Deliveries::No;
    } else if (word != "perhaps") {
      fail(node, "deliveries must be one of: yes, no, perhaps");
    }
  }

  std::string m_subject;
  std::vector<ReportKind> m_kinds;
  std::optional<Error> m_error;
};

}  // namespace

Result<std::vector<ReportKind>> parseReportKinds(std::string_view text, const std::string& subject) {
  try {
    return FileReader(subject).read(toml::parse(text, subject));
  } catch (const toml::parse_error& error) {
    return tl::unexpected(
        Error{ErrorCode::CatalogueInvalid, subject, std::string(error.description()), error.source().begin.line});
  }
}

std::span<const ReportKind> reportKinds() {
  static const std::vector<ReportKind> kKinds = [] {
    auto kinds = parseReportKinds(builtInReportsText(), "collect-ai.toml");
    if (!kinds) std::abort();  // the program was built with a broken file, which no test let pass
    return std::move(*kinds);
  }();
  return kKinds;
}

}  // namespace undelivered
