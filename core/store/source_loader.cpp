// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/source_loader.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace undelivered {
namespace {

// What a block needs beyond its end for its last record, as a rule; longer ones extend it.
constexpr std::size_t kOverlapBytes = 4096;
// Drafts that may wait for one before them: bounds the memory when one block takes long.
constexpr std::uint64_t kMaxAhead = 64;

std::uint64_t firstOffset(const SourceLoad& load) { return load.start.value_or(load.source->recognition.dataOffset); }

/// A thread's tools: parser, block and collector keep their buffers.
class Worker {
 public:
  Worker(const SourceLoad& load, const std::stop_token& stop)
      : m_load(load),
        m_parser(makeParser(*load.source, [catalogue = load.catalogue](
                                              std::string_view code) { return catalogue->find(code).has_value(); })),
        m_collector(load.catalogue, load.zone, load.overlaps) {
    m_parser->setStop(stop);
    m_parser->deferKind();
    if (load.overlaps) m_parser->alsoRead(Field::MessageId);
    for (const Field field : load.source->recognition.damagedIds) m_parser->alsoRead(field);
  }

  /// The block's records from its guessed start, or from `start`; nothing when there is no guess.
  Result<std::optional<ChunkDraft>> parse(std::uint64_t blockStart, std::uint64_t blockEnd,
                                          std::optional<std::uint64_t> start) {
    const std::uint64_t from = start.value_or(blockStart);
    const auto size = static_cast<std::size_t>(blockEnd - from) + kOverlapBytes;
    if (const auto loaded = m_block.load(*m_load.source->file, from, size, m_load.source->state.size); !loaded) {
      return tl::unexpected(loaded.error());
    }
    if (!start) start = m_parser->guessStart(m_block, blockEnd);
    if (!start || *start >= blockEnd) return std::optional<ChunkDraft>();
    m_collector.start(m_load.id, *start);
    const auto parsed = m_parser->parse(m_block, *start, blockEnd, m_collector);
    if (!parsed) return tl::unexpected(parsed.error());
    return std::optional(m_collector.finish(parsed->end, parsed->lines));
  }

 private:
  const SourceLoad& m_load;
  std::unique_ptr<RecordParser> m_parser;
  Block m_block;
  ChunkCollector m_collector;
};

/// Takes the drafts of blocks from the threads and joins them in order.
class Joiner {
 public:
  Joiner(const SourceLoad& load, DeliveryLogBuilder& builder, std::stop_token stop,
         const std::function<void(std::uint64_t)>& read)
      : m_load(load),
        m_builder(builder),
        m_read(read),
        m_stop(std::move(stop)),
        m_worker(load, m_stop),
        m_at(firstOffset(load)) {
    m_blocks = (load.source->state.size + load.blockBytes - 1) / load.blockBytes;
    m_next = m_joined = m_at / load.blockBytes;
  }

  /// The next block to parse; nothing when there is none left or the load is over.
  std::optional<std::uint64_t> take() {
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, m_stop, [this] { return m_over || m_next >= m_blocks || m_next < m_joined + kMaxAhead; });
    if (m_stop.stop_requested() || m_over || m_next >= m_blocks) return std::nullopt;
    return m_next++;
  }

  /// A thread's result for a block; joins all that can be joined by now.
  void put(std::uint64_t block, Result<std::optional<ChunkDraft>> draft) {
    std::unique_lock lock(m_mutex);
    m_waiting.emplace(block, std::move(draft));
    if (m_joining) return;
    m_joining = true;
    while (!m_over && !m_stop.stop_requested() && !m_waiting.empty() && m_waiting.begin()->first == m_joined) {
      auto first = std::move(m_waiting.begin()->second);
      m_waiting.erase(m_waiting.begin());
      lock.unlock();
      const auto joined = join(std::move(first));
      lock.lock();
      if (!joined) m_error = joined.error(), m_over = true;
      ++m_joined;
      m_room.notify_all();
    }
    m_joining = false;
  }

  std::uint64_t blockStart(std::uint64_t block) const {
    return std::max(block * m_load.blockBytes, firstOffset(m_load));
  }
  std::uint64_t blockEnd(std::uint64_t block) const {
    return std::min<std::uint64_t>((block + 1) * m_load.blockBytes, m_load.source->state.size);
  }
  const std::optional<Error>& error() const { return m_error; }

 private:
  Result<void> join(Result<std::optional<ChunkDraft>> draft) {
    const std::uint64_t end = blockEnd(m_joined);
    if (m_at >= end) return {};  // a record of the block before reaches over all of this one
    if (!draft) return tl::unexpected(draft.error());
    if (!*draft || (*draft)->start != m_at) {
      draft = m_worker.parse(m_at, end, m_at);
      if (!draft) return tl::unexpected(draft.error());
    }
    m_at = (*draft)->end;
    if (!m_builder.add(std::move(**draft))) {
      return failure(ErrorCode::BadArgument, m_load.source->path, "more than 4,294,967,295 records");
    }
    m_read(std::min(m_at, m_load.source->state.size));
    return {};
  }

  const SourceLoad& m_load;
  DeliveryLogBuilder& m_builder;
  const std::function<void(std::uint64_t)>& m_read;
  std::stop_token m_stop;
  Worker m_worker;
  std::uint64_t m_at;  // where the next record starts
  std::uint64_t m_blocks = 0;

  std::mutex m_mutex;
  std::condition_variable_any m_room;
  std::map<std::uint64_t, Result<std::optional<ChunkDraft>>> m_waiting;
  std::uint64_t m_next = 0;    // block to hand out
  std::uint64_t m_joined = 0;  // blocks before this one are in the builder
  bool m_joining = false;
  bool m_over = false;
  std::optional<Error> m_error;
};

}  // namespace

Result<void> loadSource(const SourceLoad& load, DeliveryLogBuilder& builder, std::stop_token stop,
                        const std::function<void(std::uint64_t)>& read) {
  Joiner joiner(load, builder, stop, read);
  const auto work = [&] {
    Worker worker(load, stop);
    while (const auto block = joiner.take()) {
      // The first block starts where the recogniser said, which is no guess.
      const std::uint64_t start = joiner.blockStart(*block);
      const bool certain = start == firstOffset(load);
      joiner.put(*block, worker.parse(start, joiner.blockEnd(*block), certain ? std::optional(start) : std::nullopt));
    }
  };
  const std::uint64_t blocks = (load.source->state.size + load.blockBytes - 1) / load.blockBytes;
  const auto helpers = static_cast<unsigned>(std::clamp<std::uint64_t>(blocks, 1, load.threads)) - 1;
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < helpers; ++i) threads.emplace_back(work);
    work();
  }
  if (stop.stop_requested()) return cancelled();
  if (joiner.error()) return tl::unexpected(*joiner.error());
  return {};
}

}  // namespace undelivered
