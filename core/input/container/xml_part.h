// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/input_stream.h"
#include "base/result.h"

namespace undelivered {

class ZipArchive;

/// The attributes of an element; names are without the prefix of their namespace.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : m_pairs(pairs) {}
  std::optional<std::string_view> find(std::string_view name) const;
  std::string_view value(std::string_view name) const { return find(name).value_or(std::string_view()); }

 private:
  const char** m_pairs;
};

/// Told of what is in an XML document, in its order. Names are without the prefix of their namespace.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view utf8) = 0;

  /// An error ends the document; its line is put in where it is DamagedArchive without a detail.
  const std::optional<Error>& error() const { return m_error; }
  /// Enough was read: the rest is left.
  bool isDone() const { return m_done; }

 protected:
  void fail(Error error) { m_error = std::move(error); }
  void failDamaged() { m_error = Error{ErrorCode::DamagedArchive, {}, {}}; }
  void setDone() { m_done = true; }

 private:
  std::optional<Error> m_error;
  bool m_done = false;
};

/// Reads a part of a document piece by piece. DamagedArchive with its name and line where it is missing or no XML, or
/// has a document type, which documents of offices must not have (ECMA-376 part 2, 9.1.2) and which may stand for more
/// text than fits anywhere.
Result<void> readXmlPart(ZipArchive& archive, const std::string& part, XmlHandler& handler,
                         const std::stop_token& stop);

}  // namespace undelivered
