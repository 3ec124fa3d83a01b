// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/contents.h"

#include <algorithm>

#include <fmt/format.h>

#include "input/container/file_stream.h"
#include "input/container/workbook.h"
#include "input/container/zip_archive.h"
#include "input/container/zip_salvage.h"
#include "input/delimited/quoted_lines.h"
#include "input/delimited/recognise_delimited.h"
#include "input/encoding.h"
#include "input/recognise.h"

namespace undelivered {
namespace {

/// A log within a gzip within a zip is met; an archive that holds itself would never end.
constexpr int kDeepest = 4;

Result<std::string> readSample(const RandomAccessFile& file, std::uint64_t size) {
  std::string sample(static_cast<std::size_t>(std::min<std::uint64_t>(size, kSampleBytes)), '\0');
  const auto read = file.readAt(0, sample);
  if (!read) return tl::unexpected(read.error());
  if (*read < sample.size()) return failure(ErrorCode::FileShrank, {});
  return sample;
}

/// What was chosen for a header holds where its bytes were not decoded.
void tellEncoding(Recognition& recognition, const EncodingGuess& guess) {
  const Encoding chosen = recognition.chosenEncoding.value_or(guess.encoding);
  recognition.encoding = isDecoded(guess.encoding) || isDecoded(chosen) ? guess.encoding : chosen;
  recognition.byteOrderMark = guess.markLength > 0;
}

/// The error of something at a place, which is told where it is.
tl::unexpected<Error> at(const Place& place, Error error) {
  if (error.code == ErrorCode::WriteFailed && error.detail.empty()) error.detail = "unpacking " + place.path;
  return failureAbout(place.path, std::move(error));
}

/// A sheet is a table of its cells, or one of lines that were put into one cell each.
Result<Recognition> recogniseSheet(std::string_view text, bool whole, const ReadOptions& options,
                                   const std::string& path) {
  if (text.find_first_not_of('\n') == std::string_view::npos) return failure(ErrorCode::EmptyLog, path);
  ReadOptions ofCells = options;
  ofCells.delimiter = ',';
  ofCells.anyTable = false;
  auto recognition = recogniseDelimited(text, whole, ofCells, path);
  if (recognition) return recognition;
  ReadOptions ofLines = options;
  ofLines.delimiter.reset();  // nobody has chosen one for a workbook
  ofLines.anyTable = false;
  if (auto lines = recogniseDelimited(text, whole, ofLines, path)) {
    lines->quotedLines = true;
    return lines;
  }
  ofCells.anyTable = options.anyTable;
  return options.anyTable ? recogniseDelimited(text, whole, ofCells, path) : recognition;
}

/// Why a workbook is no log, where another sheet may be one.
Error ofSheets(Error error, const FirstSheet& sheet) {
  const bool isOfText =
      error.code == ErrorCode::EmptyLog || error.code == ErrorCode::NotALog || error.code == ErrorCode::NoUsableColumn;
  if (!isOfText || sheet.others.empty()) return error;
  error.code = ErrorCode::SheetNotALog;
  error.detail = fmt::format("\"{}\"", sheet.name);
  for (const std::string& other : sheet.others) error.detail += fmt::format(", \"{}\"", other);
  return error;
}

/// Whether a member is one that people did not put there: what macOS adds, and what is set aside as in a folder.
bool isHidden(std::string_view name) {
  if (name.starts_with("__MACOSX/")) return true;
  while (!name.empty()) {
    const std::string_view part = name.substr(0, name.find('/'));
    if (isSetAside(part) && part != "." && part != "..") return true;
    name.remove_prefix(std::min(part.size() + 1, name.size()));
  }
  return false;
}

}  // namespace

Place Place::inside(std::string_view kind) const {
  Place place = *this;
  place.container += (container.empty() ? "" : "/") + std::string(kind);
  ++place.depth;
  return place;
}

Place Place::member(const std::string& name) const {
  Place place = *this;
  place.path += "/" + name;
  place.displayName += "/" + name;
  return place;
}

Result<void> Contents::openFile(const Place& place, const std::shared_ptr<const RandomAccessFile>& file,
                                const FileState& state) {
  const auto sample = readSample(*file, state.size);
  if (!sample) return at(place, sample.error());
  auto whole = std::make_unique<FileStream>(file, 0, state.size, m_tools.onRead);
  const Container container = containerOf(*sample);
  if (container == Container::Zip) return openZip(place, file, state.size);
  if (container != Container::None) return openPacked(place, container, std::move(whole));
  if (const auto read = refuseUnread(*sample); !read) return at(place, read.error());

  EncodingGuess guess = guessEncoding(*sample);
  if (m_tools.options.encoding) guess.encoding = *m_tools.options.encoding;
  if (isDecoded(guess.encoding) ||
      linesInCells(std::string_view(*sample).substr(guess.markLength), sample->size() == state.size)) {
    return openText(place, {}, std::move(whole));
  }
  const auto text = std::string_view(*sample).substr(guess.markLength);
  auto recognition = recognise(text, sample->size() == state.size, m_tools.options, place.path);
  if (!recognition) return at(place, recognition.error());
  if (recognition->chosenEncoding && isDecoded(*recognition->chosenEncoding))
    return openText(place, {}, std::move(whole), recognition->chosenEncoding);
  tellEncoding(*recognition, guess);
  recognition->dataOffset += guess.markLength;
  add(place, std::move(*recognition), file, state);
  return {};
}

Result<void> Contents::checkDepth(const Place& place) const {
  if (place.depth <= kDeepest) return {};
  return at(place, Error{ErrorCode::UnsupportedFormat, {}, fmt::format("packed more than {} times", kDeepest)});
}

Result<void> Contents::openPacked(const Place& outer, Container container, std::unique_ptr<InputStream> packed) {
  const Place place = outer.inside(name(container));
  if (auto fine = checkDepth(place); !fine) return fine;
  std::vector<std::string> notes;
  auto opened = openStream(place, unpack(container, std::move(packed), notes));
  if (!opened) return opened;
  for (std::string& note : notes) m_found.unread.push_back({place.path, 0, std::move(note)});
  return {};
}

Result<void> Contents::openStream(const Place& place, std::unique_ptr<InputStream> stream) {
  auto beginning = readBeginning(*stream, kSampleBytes, m_tools.stop);
  if (!beginning) return at(place, beginning.error());
  const Container container = containerOf(*beginning);
  if (container == Container::None) return openText(place, std::move(*beginning), std::move(stream));
  auto whole = std::make_unique<PrefixedStream>(std::move(*beginning), std::move(stream));
  if (container != Container::Zip) return openPacked(place, container, std::move(whole));
  // An archive is read from its end. Once its logs are unpacked this copy of it is gone.
  Spool spool(m_tools.files);
  const auto file = spoolStream(spool, *whole, m_tools.stop);
  if (!file) return at(place, file.error());
  return openZip(place, *file, spool.size());
}

Result<void> Contents::openText(const Place& place, std::string beginning, std::unique_ptr<InputStream> rest,
                                std::optional<Encoding> encoding) {
  if (beginning.empty()) {
    auto read = readBeginning(*rest, kSampleBytes, m_tools.stop);
    if (!read) return at(place, read.error());
    beginning = std::move(*read);
  }
  if (beginning.empty()) return at(place, Error{ErrorCode::EmptyLog, {}, {}});
  if (const auto read = refuseUnread(beginning); !read) return at(place, read.error());
  EncodingGuess guess = guessEncoding(beginning);
  guess.encoding = encoding.value_or(m_tools.options.encoding.value_or(guess.encoding));
  beginning.erase(0, guess.markLength);
  if (!encoding) guess.encoding = encodingChosenFor(place, beginning, guess.encoding);
  std::unique_ptr<InputStream> text = std::make_unique<PrefixedStream>(std::move(beginning), std::move(rest));
  if (isDecoded(guess.encoding)) text = std::make_unique<DecodedStream>(guess.encoding, std::move(text));

  // One byte more tells whether that is all. What is no log by its beginning is not unpacked any further.
  auto sample = readBeginning(*text, kSampleBytes + 1, m_tools.stop);
  if (!sample) return at(place, sample.error());
  const auto inCells = linesInCells(*sample, sample->size() <= kSampleBytes);
  if (inCells) {
    text = std::make_unique<UnquotedLinesStream>(*inCells,
                                                 std::make_unique<PrefixedStream>(std::move(*sample), std::move(text)));
    sample = readBeginning(*text, kSampleBytes + 1, m_tools.stop);
    if (!sample) return at(place, sample.error());
  }
  const bool whole = sample->size() <= kSampleBytes;
  auto recognition = recognise(std::string_view(*sample).substr(0, kSampleBytes), whole, m_tools.options, place.path);
  if (!recognition) return at(place, recognition.error());
  tellEncoding(*recognition, guess);
  recognition->quotedLines = inCells.has_value();
  PrefixedStream all(std::move(*sample), std::move(text));
  const auto file = spoolStream(m_tools.spool, all, m_tools.stop);
  if (!file) return at(place, file.error());
  add(place, std::move(*recognition), *file, *(*file)->state());
  return {};
}

Encoding Contents::encodingChosenFor(const Place& place, const std::string& beginning, Encoding guessed) const {
  const auto& mappings = m_tools.options.mappings;
  const bool isWide = guessed == Encoding::Utf16Le || guessed == Encoding::Utf16Be;
  if (isWide || std::none_of(mappings.begin(), mappings.end(), [](const auto& each) { return each.encoding; }))
    return guessed;
  std::string text;
  guessed == Encoding::Cp850 ? appendCp850(text, beginning) : void(text = beginning);
  const bool whole = beginning.size() < kSampleBytes;
  if (const auto inCells = linesInCells(text, whole)) {
    UnquotedLinesStream lines(*inCells, std::make_unique<PrefixedStream>(std::move(text), nullptr));
    text = readBeginning(lines, kSampleBytes, m_tools.stop).value_or(std::string());
  }
  const auto recognition = recognise(text, whole, m_tools.options, place.path);
  return recognition ? recognition->chosenEncoding.value_or(guessed) : guessed;
}

Result<void> Contents::openZip(const Place& outer, const std::shared_ptr<const RandomAccessFile>& file,
                               std::uint64_t size) {
  if (auto fine = checkDepth(outer.inside("zip")); !fine) return fine;
  const auto onRead = outer.depth == 0 ? m_tools.onRead : nullptr;
  auto archive = ZipArchive::open(file, size, m_tools.stop, onRead);
  if (!archive && archive.error().code == ErrorCode::DamagedArchive)
    return openSalvaged(outer.inside("zip"), file, size, archive.error());
  if (!archive) return at(outer, archive.error());
  const auto format = officeFormat(**archive);
  if (!format) return at(outer, format.error());
  if (*format == "xlsx") return openWorkbook(outer.inside("xlsx"), **archive);
  if (!format->empty()) return at(outer, Error{ErrorCode::UnsupportedFormat, {}, *format});
  return openMembers(outer.inside("zip"), **archive);
}

Result<void> Contents::openMembers(const Place& place, ZipArchive& archive) {
  const std::size_t before = m_found.sources.size();
  const std::size_t skippedBefore = m_found.skipped.size();
  std::optional<Error> firstError;
  for (std::uint64_t i = 0; i < archive.count(); ++i) {
    if (m_tools.stop.stop_requested()) return cancelled();
    const std::string name = archive.name(i);
    if (name.ends_with('/') || isHidden(name)) continue;
    if (auto opened = openMember(place.member(name), archive.openMember(i), firstError); !opened) return opened;
  }
  if (m_found.sources.size() > before) return {};
  if (!firstError) return at(place, Error{ErrorCode::EmptyLog, {}, {}});
  // They are told as the cause of this error, and not once more.
  const std::size_t skipped = m_found.skipped.size() - skippedBefore;
  const ErrorCode code = mayBeALog(*firstError) ? firstError->code : ErrorCode::NotALog;
  Error error{code, place.path, filesThatAreNoLogs(m_found.skipped, skipped)};
  m_found.skipped.resize(skippedBefore);
  return tl::unexpected(skipped == 1 ? *firstError : error);
}

Result<void> Contents::openMember(const Place& member, Result<std::unique_ptr<InputStream>> stream,
                                  std::optional<Error>& firstError) {
  const auto opened = stream ? openStream(member, std::move(*stream)) : at(member, stream.error());
  if (opened || !isNoLog(opened.error())) return opened;
  // What cannot be read hides more than what is no log.
  if (!firstError || (mayBeALog(opened.error()) && !mayBeALog(*firstError))) firstError = opened.error();
  m_found.skipped.push_back(skippedFile(member.path, opened.error()));
  return {};
}

Result<void> Contents::openSalvaged(const Place& place, const std::shared_ptr<const RandomAccessFile>& file,
                                    std::uint64_t size, const Error& damage) {
  const std::size_t before = m_found.sources.size();
  const std::size_t skippedBefore = m_found.skipped.size();
  ZipSalvage salvage(file, size, place.depth == 1 ? m_tools.onRead : nullptr);
  std::optional<Error> firstError;
  while (true) {
    if (m_tools.stop.stop_requested()) return cancelled();
    const std::uint64_t begin = salvage.place();
    const auto member = salvage.next(m_tools.stop);
    if (!member) return at(place, member.error());
    if (!*member) {
      m_found.unread.push_back(
          {place.path, 0,
           fmt::format("{}; its files were read one after the other, up to byte {}", damage.detail, begin), damage});
      break;
    }
    const std::string& name = (*member)->name;
    if (name.ends_with('/') || isHidden(name)) continue;
    if (auto opened = openMember(place.member(name), salvage.open(**member), firstError); !opened) return opened;
  }
  if (m_found.sources.size() > before) return {};
  m_found.unread.pop_back();
  m_found.skipped.resize(skippedBefore);
  return at(place, damage);
}

Result<void> Contents::openWorkbook(const Place& place, ZipArchive& archive) {
  if (auto begun = m_tools.spool.begin(); !begun) return at(place, begun.error());
  const auto sheet = readFirstSheet(archive, m_tools.spool, m_tools.stop);
  if (!sheet) return at(place, sheet.error());
  const auto file = m_tools.spool.finish();
  const FileState state = *file->state();
  const auto sample = readSample(*file, state.size);
  if (!sample) return at(place, sample.error());
  auto recognition = recogniseSheet(*sample, sample->size() == state.size, m_tools.options, place.path);
  if (!recognition) return at(place, ofSheets(recognition.error(), *sheet));
  add(place, std::move(*recognition), file, state);
  for (const std::string& other : sheet->others) {
    m_found.unread.push_back(
        {place.path, 0, fmt::format("the sheet \"{}\"; only the first one, \"{}\", is read", other, sheet->name)});
  }
  return {};
}

void Contents::add(const Place& place, Recognition recognition, std::shared_ptr<const RandomAccessFile> file,
                   const FileState& state) {
  auto source = std::make_shared<Source>(m_base);
  source->path = place.path;
  source->displayName = place.displayName;
  source->container = place.container;
  if (file == source->original) source->original = nullptr;
  source->recognition = std::move(recognition);
  source->file = std::move(file);
  source->state = state;
  m_found.sources.push_back(std::move(source));
}

}  // namespace undelivered
