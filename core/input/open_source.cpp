// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/open_source.h"

#include <algorithm>

#include "input/delimited/recognise_delimited.h"
#include "input/encoding.h"
#include "input/json/events.h"
#include "input/spool.h"

namespace undelivered {
namespace {

constexpr std::size_t kSampleBytes = std::size_t{1} << 20;

Result<std::string> readSample(const RandomAccessFile& file, std::uint64_t size) {
  std::string sample(static_cast<std::size_t>(std::min<std::uint64_t>(size, kSampleBytes)), '\0');
  const auto read = file.readAt(0, sample);
  if (!read) return tl::unexpected(read.error());
  if (*read < sample.size()) return failure(ErrorCode::FileShrank, {});
  return sample;
}

/// Whether a zip archive is a workbook of Excel, by the names of its first files: all programs put its parts into "xl/"
/// (and "[Content_Types].xml", which every file of Office has, first or last).
bool holdsWorkbook(std::string_view zip) {
  constexpr std::string_view kLocalHeader("PK\x03\x04", 4);
  constexpr std::size_t kNameLength = 26, kName = 30;  // APPNOTE.TXT 4.3.7
  for (std::size_t at = 0; at != std::string_view::npos; at = zip.find(kLocalHeader, at + kLocalHeader.size())) {
    if (zip.size() - at < kName) break;
    const auto length = static_cast<std::uint8_t>(zip[at + kNameLength]);
    const std::string_view name = zip.substr(at + kName, length);
    if (name.starts_with("xl/")) return true;
  }
  return false;
}

/// The name of a format that is known by its first bytes and is not read; empty for anything else.
std::string_view unsupportedBySignature(std::string_view sample) {
  struct Signature {
    std::string_view bytes, name;
  };
  static constexpr Signature kSignatures[] = {
      {std::string_view("PK\x03\x04", 4), "zip"},         // APPNOTE.TXT 4.3.7; ods and docx are zip archives too
      {std::string_view("\xD0\xCF\x11\xE0", 4), "xls"},   // MS-CFB 2.2
      {std::string_view("\x1F\x8B", 2), "gzip"},          // RFC 1952 2.3.1
      {std::string_view("\x28\xB5\x2F\xFD", 4), "zstd"},  // RFC 8878 3.1.1
      {std::string_view("BZh", 3), "bzip2"},
      {std::string_view("\xFD"
                        "7zXZ",
                        5),
       "xz"},
      {std::string_view("%PDF", 4), "pdf"},
  };
  for (const Signature& signature : kSignatures) {
    if (!sample.starts_with(signature.bytes)) continue;
    return signature.name == "zip" && holdsWorkbook(sample) ? "xlsx" : signature.name;
  }
  return {};
}

Result<Recognition> recogniseText(std::string_view text, bool wholeFile, const ReadOptions& options,
                                  const std::string& path) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && (text[first] == '{' || text[first] == '[')) {
    return recogniseJson(text, wholeFile, path);
  }
  return recogniseDelimited(text, wholeFile, options, path);
}

Result<Recognition> recognise(std::string_view text, bool wholeFile, const ReadOptions& options,
                              const std::string& path) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos && wholeFile) return failure(ErrorCode::EmptyLog, path);
  const bool hasNul = text.find('\0') != std::string_view::npos;
  auto recognition = recogniseText(text, wholeFile, options, path);
  // A zero byte is damage in what reads as a log, and a sign of something else in what does not.
  if (!recognition && hasNul) return failure(ErrorCode::NotALog, path, "binary data");
  if (recognition) recognition->hasNul = hasNul;
  return recognition;
}

Result<std::shared_ptr<const RandomAccessFile>> openFile(const FileSystem& files, const std::filesystem::path& path,
                                                         std::stop_token stop) {
  std::error_code ignored;
  const auto type = std::filesystem::status(path, ignored).type();
  const bool stream =
      path == "-" || type == std::filesystem::file_type::fifo || type == std::filesystem::file_type::character;
  if (stream) return spoolStream(files, path, std::move(stop));
  return files.open(path);
}

template <class T>
tl::unexpected<Error> errorAbout(const Result<T>& result, const std::string& path) {
  Error error = result.error();
  if (error.subject.empty()) error.subject = path;
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace

Result<std::shared_ptr<const Source>> openSource(const FileSystem& files, const std::filesystem::path& path,
                                                 const ReadOptions& options, std::stop_token stop) {
  auto source = std::make_shared<Source>();
  source->path = path.string();
  source->displayName = path == "-" ? "-" : path.filename().string();

  auto file = openFile(files, path, stop);
  if (!file) return errorAbout(file, source->path);
  auto state = (*file)->state();
  if (!state) return errorAbout(state, source->path);
  if (state->size == 0) return failure(ErrorCode::EmptyLog, source->path);
  source->originalSize = state->size;

  auto sample = readSample(**file, state->size);
  if (!sample) return errorAbout(sample, source->path);
  if (const auto name = unsupportedBySignature(*sample); !name.empty()) {
    return failure(ErrorCode::UnsupportedFormat, source->path, std::string(name));
  }

  EncodingGuess guess = guessEncoding(*sample);
  if (options.encoding) guess.encoding = *options.encoding;
  std::size_t textStart = guess.markLength;
  if (guess.encoding == Encoding::Utf16Le || guess.encoding == Encoding::Utf16Be) {
    source->original = *file;
    source->originalState = *state;
    file = spoolUtf16(files, **file, state->size, guess.encoding, guess.markLength, stop);
    if (!file) return errorAbout(file, source->path);
    state = (*file)->state();
    if (!state) return errorAbout(state, source->path);
    sample = readSample(**file, state->size);
    if (!sample) return errorAbout(sample, source->path);
    textStart = 0;
  }

  const bool wholeFile = sample->size() == state->size;
  auto recognition = recognise(std::string_view(*sample).substr(textStart), wholeFile, options, source->path);
  if (!recognition) return tl::unexpected(recognition.error());
  source->recognition = std::move(*recognition);
  source->recognition.encoding = guess.encoding;
  if (!source->original && source->recognition.chosenEncoding) {
    source->recognition.encoding = *source->recognition.chosenEncoding;
  }
  source->recognition.byteOrderMark = guess.markLength > 0;
  source->recognition.dataOffset += textStart;
  source->file = std::move(*file);
  source->state = *state;
  return source;
}

}  // namespace undelivered
