// SPDX-License-Identifier: GPL-3.0-or-later
// A stream that is read ahead by a thread of its own gives what the stream itself gives, in pieces of any size, with
// its errors at their place, and ends soon after a stop, even while the thread waits.
#include "input/container/ahead_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <new>
#include <string>

namespace undelivered {
namespace {

struct Plan {
  std::size_t size = 0;
  std::size_t piece = 1000;  ///< at most so much at a time
  bool fails = false, throws = false, waits = false;
  std::atomic<std::size_t>* read = nullptr;
};

char byteAt(std::size_t i) { return static_cast<char>(i * 31 + i / 997); }

class Planned final : public InputStream {
 public:
  explicit Planned(Plan plan) : m_plan(plan) {}

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override {
    if (m_at == m_plan.size) {
      if (m_plan.throws) throw std::bad_alloc();
      if (m_plan.fails) return failure(ErrorCode::DamagedArchive, "here");
      while (m_plan.waits && !stop.stop_requested()) std::this_thread::yield();
      if (m_plan.waits) return cancelled();
      return std::size_t{0};
    }
    const std::size_t size = std::min({into.size(), m_plan.piece, m_plan.size - m_at});
    for (std::size_t i = 0; i < size; ++i) into[i] = byteAt(m_at + i);
    m_at += size;
    if (m_plan.read) *m_plan.read = m_at;
    return size;
  }

 private:
  Plan m_plan;
  std::size_t m_at = 0;
};

constexpr std::size_t kLong = std::size_t{5} << 20;

/// Reads to the end; how many bytes were right, and how it ended.
std::pair<std::size_t, Result<std::size_t>> readAll(InputStream& stream, std::size_t piece,
                                                    const std::stop_token& stop = {}) {
  std::string into(piece, '\0');
  std::size_t at = 0;
  while (true) {
    auto read = stream.read(into, stop);
    if (!read || *read == 0) return {at, std::move(read)};
    for (std::size_t i = 0; i < *read; ++i) {
      if (into[i] != byteAt(at + i)) return {at + i, failure(ErrorCode::ReadFailed, "other bytes")};
    }
    at += *read;
  }
}

TEST(AheadStream, GivesWhatTheStreamGives) {
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{1} << 21, (std::size_t{1} << 21) + 1, kLong}) {
    for (const std::size_t piece : {std::size_t{777}, std::size_t{1} << 18, std::size_t{3} << 20}) {
      AheadStream stream(std::make_unique<Planned>(Plan{size, 100'000}));
      const auto [right, end] = readAll(stream, piece);
      EXPECT_EQ(right, size);
      EXPECT_TRUE(end) << end.error().subject;
      EXPECT_EQ(stream.read(std::span<char>(), {}).value_or(1), 0u);
    }
  }
}

TEST(AheadStream, TellsAnErrorBehindAllThatCameBefore) {
  for (const std::size_t size : {std::size_t{10}, kLong, kLong + 1}) {
    AheadStream stream(std::make_unique<Planned>(Plan{.size = size, .fails = true}));
    const auto [right, end] = readAll(stream, 5000);
    EXPECT_EQ(right, size);
    ASSERT_FALSE(end);
    EXPECT_EQ(end.error().code, ErrorCode::DamagedArchive);
  }
}

TEST(AheadStream, PassesOnWhatIsThrown) {
  AheadStream stream(std::make_unique<Planned>(Plan{.size = kLong, .throws = true}));
  EXPECT_THROW(readAll(stream, 5000), std::bad_alloc);
}

TEST(AheadStream, ReadsNotFarAhead) {
  std::atomic<std::size_t> read = 0;
  AheadStream stream(std::make_unique<Planned>(Plan{.size = std::size_t{50} << 20, .read = &read}));
  std::string into(std::size_t{3} << 20, '\0');
  std::size_t taken = 0;
  while (taken < into.size()) taken += stream.read(into, {}).value_or(into.size());
  EXPECT_LE(read, taken + (std::size_t{4} << 20));  // its four pieces
}

TEST(AheadStream, EndsWhileItsThreadWaits) {
  AheadStream unread(std::make_unique<Planned>(Plan{.size = kLong, .waits = true}));
  std::string into(std::size_t{3} << 20, '\0');
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(unread.read(into, {}));

  std::stop_source stop;
  AheadStream waiting(std::make_unique<Planned>(Plan{.size = kLong, .waits = true}));
  std::jthread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    stop.request_stop();
  });
  const auto [right, end] = readAll(waiting, 5000, stop.get_token());
  ASSERT_FALSE(end);
  EXPECT_TRUE(end.error().isCancelled());
}

}  // namespace
}  // namespace undelivered
