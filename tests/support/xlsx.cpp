// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/xlsx.h"

#include "support/pack.h"

namespace undelivered::test {
namespace {

const std::string kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string kMain = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const std::string kRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kRelation + "/" + type + "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& all) {
  return kXml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all +
         "</Relationships>";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> partsOf(const Workbook& workbook) {
  std::string sheets, related;
  std::vector<std::pair<std::string, std::string>> parts{
      {"[Content_Types].xml", kXml + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
      {"_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))}};
  int id = 1;
  for (const auto& sheet : workbook.sheets) {
    const std::string name = "rId" + std::to_string(id++);
    sheets += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + std::to_string(id) + "\" r:id=\"" + name + "\" " +
              sheet.attributes + "/>";
    related += relation(name, "worksheet", "worksheets/" + sheet.part + ".xml");
    parts.emplace_back("xl/worksheets/" + sheet.part + ".xml",
                       kXml + "<worksheet" + kMain + "><sheetData>" + sheet.rows + "</sheetData></worksheet>");
  }
  if (!workbook.texts.empty()) {
    related += relation("rIdT", "sharedStrings", "/xl/sharedStrings.xml");
    parts.emplace_back("xl/sharedStrings.xml", kXml + "<sst" + kMain + ">" + workbook.texts + "</sst>");
  }
  if (!workbook.styles.empty()) {
    related += relation("rIdS", "styles", "styles.xml");
    parts.emplace_back("xl/styles.xml", kXml + "<styleSheet" + kMain + ">" + workbook.styles + "</styleSheet>");
  }
  parts.emplace_back("xl/workbook.xml", kXml + "<workbook" + kMain + " xmlns:r=\"" + kRelation + "\"><workbookPr " +
                                            workbook.properties + "/><sheets>" + sheets + "</sheets></workbook>");
  parts.emplace_back("xl/_rels/workbook.xml.rels", relations(related));
  return parts;
}

std::string xlsxOf(const Workbook& workbook) {
  std::vector<ZipMember> members;
  for (auto& [name, text] : partsOf(workbook)) members.push_back({name, text});
  return zipOf(members);
}

}  // namespace undelivered::test
