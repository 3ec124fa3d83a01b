// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/same_content.h"

#include <algorithm>

namespace undelivered {
namespace {

constexpr std::uint64_t kEndBytes = 2048;
constexpr std::uint64_t kPieceBytes = std::uint64_t{1} << 18;

Result<std::string> piece(const Source& source, std::uint64_t at, std::uint64_t bytes) {
  std::string text(static_cast<std::size_t>(bytes), '\0');
  const auto read = source.file->readAt(at, text);
  if (!read) return tl::unexpected(read.error());
  if (*read < text.size()) return failure(ErrorCode::FileShrank, source.filePath);
  return text;
}

Result<std::string> endsOf(const Source& source) {
  const std::uint64_t size = source.state.size;
  if (size <= 2 * kEndBytes) return piece(source, 0, size);
  auto first = piece(source, 0, kEndBytes);
  const auto last = first ? piece(source, size - kEndBytes, kEndBytes) : first;
  if (!last) return last;
  return *first + *last;
}

Result<bool> isSame(const Source& a, const Source& b, const std::stop_token& stop) {
  for (std::uint64_t at = 0; at < a.state.size; at += kPieceBytes) {
    if (stop.stop_requested()) return cancelled();
    const std::uint64_t bytes = std::min(kPieceBytes, a.state.size - at);
    const auto ofA = piece(a, at, bytes);
    const auto ofB = ofA ? piece(b, at, bytes) : ofA;
    if (!ofB) return tl::unexpected(ofB.error());
    if (*ofA != *ofB) return false;
  }
  return true;
}

}  // namespace

Result<std::shared_ptr<const Source>> SameContent::find(const std::shared_ptr<const Source>& source,
                                                        const std::stop_token& stop) {
  if (source->recognition.dataOffset >= source->state.size) return nullptr;
  Known known{source, std::nullopt};
  const auto [begin, end] = m_bySize.equal_range(source->state.size);
  for (auto earlier = begin; earlier != end; ++earlier) {
    if (stop.stop_requested()) return cancelled();
    for (Known* one : {&known, &earlier->second}) {
      if (one->ends) continue;
      auto ends = endsOf(*one->source);
      if (!ends) return tl::unexpected(ends.error());
      one->ends = std::move(*ends);
    }
    if (*known.ends != *earlier->second.ends) continue;
    const auto same = isSame(*earlier->second.source, *source, stop);
    if (!same) return tl::unexpected(same.error());
    if (*same) return earlier->second.source;
  }
  m_bySize.emplace(source->state.size, std::move(known));
  return nullptr;
}

}  // namespace undelivered
