// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "base/result.h"
#include "input/block.h"
#include "input/record_view.h"
#include "input/source.h"

namespace undelivered {

/// Longer records are left out and counted (RecordTooLong); a quoted cell without an end is given up after as much.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{1} << 20;

/// Reads the records of one source out of blocks of its text. The seam between the families of formats: a new family
/// is another implementation. One for each thread; it keeps buffers between calls.
///
/// The contract that makes parallel reading exact: parse() depends on nothing but the bytes from its start on. Blocks
/// are parsed ahead from a guessed start; when the block before turns out to end elsewhere, the block is parsed again
/// from there. So the records are those of a sequential reading, whatever the guesses.
class RecordParser {
 public:
  virtual ~RecordParser() = default;

  /// parse() gives Cancelled soon after that stop was asked for: a hostile block can take minutes.
  void setStop(std::stop_token stop) { m_stop = std::move(stop); }

  /// parse() gives this field too, which it may leave empty where classifying does not need it.
  virtual void alsoRead(Field field) { static_cast<void>(field); }

  /// parse() may leave open what RecordView::kindDeferred says, for a sink that knows most records by their kindCells,
  /// and hand records on together.
  virtual void deferKind() {}

  /// Where the first record at or after the block's start probably starts (a file offset); nothing when that cannot
  /// be told without having read everything before it. `end` is where the block's own part ends: not beyond it.
  virtual std::optional<std::uint64_t> guessStart(const Block& block, std::uint64_t end) = 0;

  struct Parsed {
    std::uint64_t end = 0;    ///< where the first record not read starts (>= the `end` asked for, or the file's end)
    std::uint32_t lines = 0;  ///< line breaks in [start, end)
  };
  /// Reads every record that starts in [start, end), extending the block where the last one needs it. Only reading
  /// errors of the file are errors; whatever is wrong with the text is an issue.
  virtual Result<Parsed> parse(Block& block, std::uint64_t start, std::uint64_t end, RecordSink& sink) = 0;

  /// The one record at `offset` again, as `part` of what stands there. The sink gets that one record, `originals`,
  /// where given, every original column. FileChanged when there is none.
  virtual Result<void> parseOne(Block& block, std::uint64_t offset, std::uint16_t part, RecordSink& sink,
                                OriginalFields* originals) = 0;

 protected:
  bool stopRequested() const { return m_stop.stop_requested(); }
  const std::stop_token& stopToken() const { return m_stop; }

 private:
  std::stop_token m_stop;
};

/// Whether a text is a code of the catalogue: readers that look for a code by its value ask it. Callable from several
/// threads at once.
using KnownCode = std::function<bool(std::string_view)>;

std::unique_ptr<RecordParser> makeParser(const Source& source, KnownCode knownCode);

}  // namespace undelivered
