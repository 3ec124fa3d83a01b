// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/remembered_mappings.h"

#include <algorithm>
#include <set>

namespace undelivered {
namespace {

// One text a mapping: "HASH COLUMNS DELIMITER ENCODING ZONE FIELD=N+N ...", "-" for what was not chosen.
constexpr int kFixedParts = 5;
const QLatin1Char kPart(' ');
const QString kNone = QStringLiteral("-");

QString textOf(std::string_view ascii) {
  return QString::fromLatin1(ascii.data(), static_cast<qsizetype>(ascii.size()));
}

QString textOf(const HeaderMapping& mapping) {
  QStringList parts{QString::number(mapping.header, 16), QString::number(mapping.columnCount),
                    mapping.delimiter ? QString::number(static_cast<unsigned char>(*mapping.delimiter)) : kNone,
                    mapping.encoding ? textOf(name(*mapping.encoding)) : kNone,
                    mapping.zone.empty() ? kNone : textOf(mapping.zone)};
  for (const Field field : kFields) {
    QStringList columns;
    for (const auto column : mapping.columns[static_cast<std::size_t>(field)]) columns.append(QString::number(column));
    if (!columns.isEmpty()) {
      parts.append(textOf(name(field)) + QLatin1Char('=') + columns.join(QLatin1Char('+')));
    }
  }
  return parts.join(kPart);
}

/// "FIELD=N+N"; false where it is not, or names a column that another field has.
bool takeColumns(const QString& part, std::set<std::uint16_t>& taken, HeaderMapping& mapping) {
  const QStringList sides = part.split(QLatin1Char('='));
  const auto field = fieldFromName(sides.first().toStdString());
  if (sides.size() != 2 || !field) return false;
  for (const QString& number : sides[1].split(QLatin1Char('+'))) {
    bool isNumber = false;
    const std::uint16_t column = number.toUShort(&isNumber);
    if (!isNumber || column >= mapping.columnCount || !taken.insert(column).second) return false;
    mapping.columns[static_cast<std::size_t>(*field)].push_back(column);
  }
  return true;
}

std::optional<HeaderMapping> mappingFrom(const QString& text) {
  const QStringList parts = text.split(kPart);
  if (parts.size() <= kFixedParts) return std::nullopt;
  bool isHash = false, isCount = false;
  HeaderMapping mapping;
  mapping.header = parts[0].toULongLong(&isHash, 16);
  mapping.columnCount = parts[1].toUShort(&isCount);
  if (!isHash || !isCount) return std::nullopt;
  if (parts[2] != kNone) {
    bool isNumber = false;
    const ushort code = parts[2].toUShort(&isNumber);
    if (!isNumber || code == 0 || code >= 0x80) return std::nullopt;
    mapping.delimiter = static_cast<char>(code);
  }
  if (parts[3] != kNone) {
    mapping.encoding = encodingFromName(parts[3].toStdString());
    if (!mapping.encoding) return std::nullopt;
  }
  if (parts[4] != kNone) mapping.zone = parts[4].toStdString();
  std::set<std::uint16_t> taken;
  for (const QString& part : parts.mid(kFixedParts)) {
    if (!takeColumns(part, taken, mapping)) return std::nullopt;
  }
  if (!areUsable(mapping.columns)) return std::nullopt;
  return mapping;
}

void write(Settings& settings, const std::vector<HeaderMapping>& mappings) {
  QStringList texts;
  for (const HeaderMapping& mapping : mappings) texts.append(textOf(mapping));
  settings.setMappings(texts);
}

}  // namespace

std::vector<HeaderMapping> rememberedMappings(const Settings& settings) {
  std::vector<HeaderMapping> mappings;
  for (const QString& text : settings.mappings()) {
    if (mappings.size() == kMappingsKept) break;
    if (auto mapping = mappingFrom(text)) mappings.push_back(std::move(*mapping));
  }
  return mappings;
}

void rememberMapping(Settings& settings, const HeaderMapping& mapping) {
  std::vector<HeaderMapping> mappings = rememberedMappings(settings);
  std::erase_if(mappings, [&](const HeaderMapping& other) {
    return other.header == mapping.header && other.columnCount == mapping.columnCount &&
           (other.delimiter == mapping.delimiter || !mapping.delimiter);
  });
  mappings.insert(mappings.begin(), mapping);
  if (mappings.size() > kMappingsKept) mappings.resize(kMappingsKept);
  write(settings, mappings);
}

void forgetMapping(Settings& settings, std::uint64_t header) {
  std::vector<HeaderMapping> mappings = rememberedMappings(settings);
  std::erase_if(mappings, [&](const HeaderMapping& other) { return other.header == header; });
  write(settings, mappings);
}

}  // namespace undelivered
