// SPDX-License-Identifier: GPL-3.0-or-later
#include "original_columns.h"

#include <algorithm>

namespace undelivered::cli {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

}  // namespace

const std::vector<std::string>& FieldNames::of(const OriginalFields& fields) {
  const bool same = std::equal(fields.begin(), fields.end(), m_fields.begin(), m_fields.end(),
                               [](const auto& field, const std::string& name) { return field.first == name; });
  if (same && m_version > 0) return m_names;
  ++m_version;
  m_fields.clear();
  m_names.clear();
  std::unordered_set<std::string> taken;
  for (const auto& field : fields) {
    std::string name = field.first;
    for (int number = 2; !taken.insert(name).second; ++number) {
      name = field.first + " (" + std::to_string(number) + ")";
    }
    m_fields.push_back(field.first);
    m_names.push_back(std::move(name));
  }
  return m_names;
}

void OriginalColumns::Names::add(const std::string& name) {
  if (known.insert(name).second) inOrder.push_back(name);
}

OriginalColumns::OriginalColumns(const DeliveryLog& log) : m_log(log), m_ofSource(log.sources().size()) {
  for (std::size_t i = 0; i < m_ofSource.size(); ++i) {
    OriginalFields header;
    for (const std::string& column : log.sources()[i]->recognition.columns) header.emplace_back(column, std::string());
    for (const std::string& name : m_fieldNames.of(header)) m_ofSource[i].add(name);
  }
}

bool OriginalColumns::needRecords() const {
  const auto sources = m_log.sources();
  return m_log.report()[IssueKind::TooManyColumns].count > 0 ||
         std::any_of(sources.begin(), sources.end(),
                     [](const auto& source) { return source->recognition.format != Format::Delimited; });
}

void OriginalColumns::collect(const Record& record) {
  const std::uint32_t source = record.source.value;
  const auto& names = m_fieldNames.of(record.fields);
  const Recognition& recognition = m_log.sources()[source]->recognition;
  if (recognition.format == Format::Delimited) {
    // A delimiter at the end of a line makes no column.
    for (std::size_t i = recognition.columns.size(); i < names.size(); ++i) {
      if (!record.fields[i].second.empty()) m_ofSource[source].add(names[i]);
    }
    return;
  }
  if (m_collected == m_fieldNames.version() && m_collectedSource == source) return;
  m_collected = m_fieldNames.version();
  m_collectedSource = source;
  for (const std::string& name : names) m_ofSource[source].add(name);
}

void OriginalColumns::seal() {
  for (const Names& names : m_ofSource) {
    for (const std::string& name : names.inOrder) {
      if (m_columnOf.emplace(name, m_names.size()).second) m_names.push_back(name);
    }
  }
}

const std::vector<std::string_view>& OriginalColumns::cells(const Record& record) {
  const auto& names = m_fieldNames.of(record.fields);
  if (m_placed != m_fieldNames.version()) {
    m_placed = m_fieldNames.version();
    m_columns.clear();
    for (const std::string& name : names) {
      const auto found = m_columnOf.find(name);
      m_columns.push_back(found == m_columnOf.end() ? kNowhere : found->second);
    }
  }
  m_cells.assign(m_names.size(), std::string_view());
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    if (m_columns[i] != kNowhere) m_cells[m_columns[i]] = record.fields[i].second;
  }
  return m_cells;
}

}  // namespace undelivered::cli
