// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that knows GMime.
#include "input/mail/mail_message.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "base/blanks.h"
#include "input/encoding.h"

namespace undelivered {
namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
struct Free {
  void operator()(char* text) const { g_free(text); }
};
struct FreeOptions {
  void operator()(GMimeParserOptions* options) const { g_mime_parser_options_free(options); }
};
struct UnrefTime {
  void operator()(GDateTime* time) const { g_date_time_unref(time); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; }
bool sameWord(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

/// UTF-8 whatever GMime made of it.
std::string utf8(const char* text) { return text ? toUtf8(text) : std::string(); }
std::string lowerUtf8(const char* text) {
  std::string result = utf8(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

/// The id in "<id>", or the first of several.
std::string withoutBrackets(std::string_view text) {
  text = trimBlanks(text);
  const std::size_t open = text.find('<');
  if (open == std::string_view::npos) return std::string(text.substr(0, text.find_first_of(" \t")));
  text.remove_prefix(open + 1);
  return std::string(trimBlanks(text.substr(0, text.find('>'))));
}

/// Undeclared bytes are UTF-8 or else Windows-1252, whatever the locale of the program.
GMimeParserOptions* parserOptions() {
  static const std::unique_ptr<GMimeParserOptions, FreeOptions> kOptions = [] {
    g_mime_init();
    std::unique_ptr<GMimeParserOptions, FreeOptions> options(g_mime_parser_options_new());
    const char* charsets[] = {"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(options.get(), charsets);
    return options;
  }();
  return kOptions.get();
}

/// The content of a part without its transfer encoding.
std::string contentOf(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (!content) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(content, stream.get()) < 0) return {};
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

std::string textOf(GMimeTextPart* part) {
  const std::unique_ptr<char, Free> text(g_mime_text_part_get_text(part));
  return text ? toUtf8(text.get()) : toUtf8(contentOf(GMIME_PART(part)));
}

/// Walks the parts of a message, but not into others that are attached: the one that came back, or forwarded ones.
class PartReader {
 public:
  explicit PartReader(MailMessage& into) : m_message(into) {}

  void read(GMimeObject* part, int depth) {
    constexpr int kMaxDepth = 16;
    if (!part || depth > kMaxDepth) return;
    if (GMIME_IS_MULTIPART(part)) {
      auto* multipart = GMIME_MULTIPART(part);
      const int count = g_mime_multipart_get_count(multipart);
      for (int i = 0; i < count; ++i) read(g_mime_multipart_get_part(multipart, i), depth + 1);
    } else if (GMIME_IS_MESSAGE_PART(part)) {
      GMimeMessage* original = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
      if (original) takeOriginalId(utf8(g_mime_message_get_message_id(original)));
      if (original) m_attached.push_back(original);
    } else if (GMIME_IS_PART(part)) {
      readLeaf(GMIME_PART(part));
    }
  }

  /// The text is decoded only where it is needed.
  void finish() {
    if (m_message.deliveryStatus || !m_text) return;
    m_message.text = textOf(m_text);
  }

  /// They live as long as the message.
  const std::vector<GMimeMessage*>& attached() const { return m_attached; }

 private:
  void readLeaf(GMimePart* part) {
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const auto is = [&](const char* main, const char* sub) { return g_mime_content_type_is_type(type, main, sub); };
    if (is("message", "delivery-status") || is("message", "global-delivery-status")) {
      if (!m_message.deliveryStatus) m_message.deliveryStatus = contentOf(part);
    } else if (is("message", "feedback-report")) {
      m_message.feedback = true;
    } else if (is("message", "disposition-notification") || is("message", "global-disposition-notification")) {
      m_message.disposition = true;
    } else if (is("text", "rfc822-headers") || is("message", "rfc822-headers") || is("message", "global-headers") ||
               is("message", "global")) {
      const std::string content = contentOf(part);
      std::string_view rest = content;
      takeOriginalId(withoutBrackets(toUtf8(valueOf(takeFields(rest), "Message-ID"))));
    } else if (is("text", "plain") && GMIME_IS_TEXT_PART(part) && !m_text) {
      m_text = GMIME_TEXT_PART(part);
    }
  }

  void takeOriginalId(std::string id) {
    if (m_message.originalMessageId.empty()) m_message.originalMessageId = std::move(id);
  }

  MailMessage& m_message;
  GMimeTextPart* m_text = nullptr;  // lives as long as the message
  std::vector<GMimeMessage*> m_attached;
};

std::string header(GMimeMessage* message, const char* name) {
  return utf8(g_mime_object_get_header(GMIME_OBJECT(message), name));
}

void readHeaders(GMimeMessage* message, MailMessage& into) {
  into.subject = header(message, "Subject");
  into.from = header(message, "From");
  into.date = header(message, "Date");
  into.messageId = withoutBrackets(header(message, "Message-ID"));
  into.inReplyTo = withoutBrackets(header(message, "In-Reply-To"));
  into.failedRecipients = header(message, "X-Failed-Recipients");
  into.sender = header(message, "Return-Path");
  const std::string automatic = header(message, "Auto-Submitted");
  into.automatic = !automatic.empty() && !sameWord(trimBlanks(automatic).substr(0, 2), "no");
}

MailMessage messageOf(GMimeMessage* message, int depth) {
  constexpr int kDeepest = 3;
  MailMessage result;
  readHeaders(message, result);
  GMimeObject* root = g_mime_message_get_mime_part(message);
  if (!root) return result;
  GMimeContentType* type = g_mime_object_get_content_type(root);
  result.contentType = lowerUtf8(g_mime_content_type_get_media_type(type)) + '/' +
                       lowerUtf8(g_mime_content_type_get_media_subtype(type));
  result.reportType = lowerUtf8(g_mime_content_type_get_parameter(type, "report-type"));
  PartReader parts(result);
  parts.read(root, 0);
  parts.finish();
  if (result.deliveryStatus || result.contentType == "multipart/report" || depth == kDeepest) return result;
  for (GMimeMessage* attached : parts.attached()) result.attached.push_back(messageOf(attached, depth + 1));
  return result;
}

}  // namespace

std::string_view valueOf(const MailFields& fields, std::string_view name) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return sameWord(field.first, name); });
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

MailFields takeFields(std::string_view& text) {
  MailFields fields;
  while (!text.empty()) {
    const std::size_t lineEnd = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, lineEnd);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t colon = line.find(':');
    const bool folded = line.starts_with(' ') || line.starts_with('\t');
    if (trimBlanks(line).empty() || (!folded && colon == std::string_view::npos)) break;
    if (!folded) {
      fields.emplace_back(trimBlanks(line.substr(0, colon)), trimBlanks(line.substr(colon + 1)));
    } else if (!fields.empty()) {
      std::string& value = fields.back().second;
      if (!value.empty()) value += ' ';
      value += trimBlanks(line);
    }
    text.remove_prefix(std::min(lineEnd + 1, text.size()));
  }
  return fields;
}

MailMessage readMessage(std::string_view bytes) {
  GMimeParserOptions* options = parserOptions();
  // A view of the caller's bytes: nothing is written to what a stream does not own.
  GByteArray view{};
  view.data = reinterpret_cast<guint8*>(const_cast<char*>(bytes.data()));
  view.len = static_cast<guint>(bytes.size());
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_byte_array(&view));
  g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream.get()), FALSE);
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
  g_mime_parser_set_persist_stream(parser.get(), TRUE);  // contents stay pieces of the stream
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options));
  return message ? messageOf(message.get(), 0) : MailMessage();
}

std::optional<std::string> oldMailTime(const std::string& text) {
  parserOptions();
  // Without a zone it is a wall clock's time, which only the log's zone settles; of the names only those of RFC
  // 5322 4.3 are one thing everywhere.
  static constexpr std::string_view kZones[] = {"UT",  "GMT", "UTC", "EST", "EDT", "CST",
                                                "CDT", "MST", "MDT", "PST", "PDT"};
  const std::string_view trimmed = trimBlanks(std::string_view(text).substr(0, text.find('(')));
  const std::string_view zone = trimmed.substr(trimmed.find_last_of(" \t") + 1);
  const bool offset = zone.size() == 5 && (zone[0] == '+' || zone[0] == '-');
  const bool named = std::find(std::begin(kZones), std::end(kZones), zone) != std::end(kZones);
  if (!offset && !named) return std::nullopt;
  const std::unique_ptr<GDateTime, UnrefTime> time(g_mime_utils_header_decode_date(text.c_str()));
  if (!time) return std::nullopt;
  const std::unique_ptr<GDateTime, UnrefTime> utc(g_date_time_to_utc(time.get()));
  if (!utc) return std::nullopt;
  const std::unique_ptr<char, Free> iso(g_date_time_format(utc.get(), "%Y-%m-%dT%H:%M:%SZ"));
  if (!iso) return std::nullopt;
  return std::string(iso.get());
}

}  // namespace undelivered
