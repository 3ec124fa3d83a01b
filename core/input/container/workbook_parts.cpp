// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/workbook_parts.h"

#include <charconv>
#include <filesystem>
#include <optional>

#include "input/container/xml_part.h"
#include "input/container/zip_archive.h"

namespace undelivered {
namespace {

constexpr std::size_t kMostText = std::size_t{1} << 30;

unsigned numberOf(std::string_view text, unsigned otherwise = 0) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? number : otherwise;
}

bool isTrue(std::string_view value) { return value == "1" || value == "true"; }

/// Where the parts are that another part refers to (ECMA-376 part 2, 9.3).
class Relations final : public XmlHandler {
 public:
  struct Relation {
    std::string id, type, target;
  };
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes.value("TargetMode") == "External") return;
    // Transitional and strict documents differ in all of the type but its end.
    std::string_view type = attributes.value("Type");
    type.remove_prefix(type.rfind('/') + 1);
    found.push_back({std::string(attributes.value("Id")), std::string(type), std::string(attributes.value("Target"))});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<Relation> found;
};

/// The name in the archive of a part that is referred to from another one.
std::string resolved(const std::string& from, const std::string& target) {
  namespace fs = std::filesystem;
  const fs::path path = target.starts_with('/') ? fs::path(target.substr(1)) : fs::path(from).parent_path() / target;
  return path.lexically_normal().generic_string();
}

Result<std::vector<Relations::Relation>> relationsOf(ZipArchive& archive, const std::string& part,
                                                     const std::stop_token& stop) {
  const std::filesystem::path path(part);
  const std::string file = (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
  Relations relations;
  if (const auto read = readXmlPart(archive, file, relations, stop); !read) return tl::unexpected(read.error());
  for (auto& relation : relations.found) relation.target = resolved(part, relation.target);
  return std::move(relations.found);
}

struct WorkbookHandler final : XmlHandler {
  struct Sheet {
    std::string name, relation;
    bool hidden;
  };
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") from1904 = isTrue(attributes.value("date1904"));
    if (name != "sheet") return;
    const auto state = attributes.value("state");
    sheets.push_back({std::string(attributes.value("name")), std::string(attributes.value("id")),
                      state == "hidden" || state == "veryHidden"});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<Sheet> sheets;
  bool from1904 = false;
};

/// The kinds of numbers by the style of a cell.
struct StylesHandler final : XmlHandler {
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmt")
      formats[numberOf(attributes.value("numFmtId"))] = numberKindOf(attributes.value("formatCode"));
    if (name == "cellXfs") inCells = true;
    if (name != "xf" || !inCells) return;
    const unsigned id = numberOf(attributes.value("numFmtId"));
    const auto own = formats.find(id);
    styles.push_back(own == formats.end() ? builtInNumberKind(id) : own->second);
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") inCells = false;
  }
  void text(std::string_view) override {}

  std::map<unsigned, NumberKind> formats;
  std::vector<NumberKind> styles;
  bool inCells = false;
};

struct TextsHandler final : XmlHandler {
  explicit TextsHandler(SharedTexts& into) : texts(into) {}

  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "si") item.clear();
    if (name == "rPh") ++phonetic;  // how a text is pronounced, which is none of it
    inText = name == "t" && phonetic == 0;
  }
  void end(std::string_view name) override {
    inText = false;
    if (name == "rPh") --phonetic;
    if (name == "si" && !texts.add(unescaped(item))) failDamaged();
  }
  void text(std::string_view utf8) override {
    if (inText) item += utf8;
    if (item.size() > kMostText) failDamaged();
  }

  SharedTexts& texts;
  std::string item;
  int phonetic = 0;
  bool inText = false;
};

}  // namespace

std::string_view SharedTexts::operator[](std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
  return std::string_view(m_text).substr(begin, m_ends[index] - begin);
}

bool SharedTexts::add(std::string_view text) {
  if (text.size() > kMostText - m_text.size() || m_ends.size() > kMostText / sizeof m_ends[0]) return false;
  m_text += text;
  m_ends.push_back(static_cast<std::uint32_t>(m_text.size()));
  return true;
}

Result<WorkbookParts> readWorkbookParts(ZipArchive& archive, const std::stop_token& stop) {
  std::string workbook = "xl/workbook.xml";
  if (archive.find("_rels/.rels")) {
    const auto root = relationsOf(archive, "", stop);
    if (!root) return tl::unexpected(root.error());
    for (const auto& relation : *root) {
      if (relation.type == "officeDocument") workbook = relation.target;
    }
  }
  WorkbookHandler handler;
  if (const auto read = readXmlPart(archive, workbook, handler, stop); !read) return tl::unexpected(read.error());
  const auto relations = relationsOf(archive, workbook, stop);
  if (!relations) return tl::unexpected(relations.error());

  WorkbookParts parts;
  parts.from1904 = handler.from1904;
  for (const auto& sheet : handler.sheets) {
    for (const auto& relation : *relations) {
      if (relation.type == "worksheet" && relation.id == sheet.relation)
        parts.sheets.push_back({sheet.name, relation.target, sheet.hidden});
    }
  }
  for (const auto& relation : *relations) {
    StylesHandler styles;
    TextsHandler texts(parts.texts);
    Result<void> read;
    if (relation.type == "styles") read = readXmlPart(archive, relation.target, styles, stop);
    if (relation.type == "sharedStrings") read = readXmlPart(archive, relation.target, texts, stop);
    if (!read) return tl::unexpected(read.error());
    if (relation.type == "styles") parts.styles = std::move(styles.styles);
  }
  return parts;
}

}  // namespace undelivered
