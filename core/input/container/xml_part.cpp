// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/xml_part.h"

#include <expat.h>

#include <memory>
#include <new>
#include <vector>

#include <fmt/format.h>

#include "input/container/zip_archive.h"

namespace undelivered {
namespace {

constexpr int kPieceBytes = 1 << 16;

std::string_view withoutPrefix(const char* name) {
  const std::string_view whole(name);
  const std::size_t colon = whole.rfind(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

struct Parsing {
  XmlHandler& handler;
  XML_Parser parser;
  bool forbidden = false;

  void stopWhereNeeded() const {
    if (forbidden || handler.error() || handler.isDone()) XML_StopParser(parser, XML_FALSE);
  }
};

void XMLCALL onStart(void* data, const char* name, const char** attributes) {
  const auto& parsing = *static_cast<Parsing*>(data);
  parsing.handler.start(withoutPrefix(name), XmlAttributes(attributes));
  parsing.stopWhereNeeded();
}

void XMLCALL onEnd(void* data, const char* name) {
  const auto& parsing = *static_cast<Parsing*>(data);
  parsing.handler.end(withoutPrefix(name));
  parsing.stopWhereNeeded();
}

void XMLCALL onText(void* data, const char* text, int length) {
  static_cast<Parsing*>(data)->handler.text({text, static_cast<std::size_t>(length)});
}

void XMLCALL onDocumentType(void* data, const char*, const char*, const char*, int) {
  auto& parsing = *static_cast<Parsing*>(data);
  parsing.forbidden = true;
  parsing.stopWhereNeeded();
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char** pair = m_pairs; *pair; pair += 2) {
    if (withoutPrefix(*pair) == name) return std::string_view(pair[1]);
  }
  return std::nullopt;
}

Result<void> readXmlPart(ZipArchive& archive, const std::string& part, XmlHandler& handler,
                         const std::stop_token& stop) {
  const auto member = archive.find(part);
  if (!member) return failure(ErrorCode::DamagedArchive, {}, fmt::format("its part {} is missing", part));
  const auto stream = archive.openMember(*member);
  if (!stream) return tl::unexpected(stream.error());
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr), XML_ParserFree);
  if (!parser) throw std::bad_alloc();
  Parsing parsing{handler, parser.get()};
  XML_SetUserData(parser.get(), &parsing);
  XML_SetElementHandler(parser.get(), onStart, onEnd);
  XML_SetCharacterDataHandler(parser.get(), onText);
  XML_SetStartDoctypeDeclHandler(parser.get(), onDocumentType);

  std::vector<char> piece(kPieceBytes);
  while (true) {
    const auto read = (*stream)->read(piece, stop);
    if (!read) return tl::unexpected(read.error());
    const bool last = *read == 0;
    const bool parsed = XML_Parse(parser.get(), piece.data(), static_cast<int>(*read), last) == XML_STATUS_OK;
    if (handler.error() && (handler.error()->code != ErrorCode::DamagedArchive || !handler.error()->detail.empty()))
      return tl::unexpected(*handler.error());
    if (handler.isDone()) return {};
    if (!parsed) {
      return failure(ErrorCode::DamagedArchive, {},
                     fmt::format("its part {} is damaged in line {}", part, XML_GetCurrentLineNumber(parser.get())));
    }
    if (last) return {};
  }
}

}  // namespace undelivered
