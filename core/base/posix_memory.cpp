// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <new>

#include "base/large_array.h"

namespace undelivered {
namespace {

// The sizes of pages on x86-64; where they are larger, the system does not take the advice.
constexpr std::size_t kHugePage = std::size_t{2} << 20;
constexpr std::size_t kLarge = 2 * kHugePage;
constexpr std::size_t kPage = 4096;

void* allocate(std::size_t bytes) {
  void* memory = std::malloc(bytes);
  if (!memory) throw std::bad_alloc();
  return memory;
}

/// Advises the system on the pages that lie within the memory. A wish: without it everything works as well.
void advise(void* memory, std::size_t bytes, std::size_t page, int advice) {
  const std::size_t skipped = (page - reinterpret_cast<std::uintptr_t>(memory) % page) % page;
  if (bytes < skipped + page) return;
  ::madvise(static_cast<char*>(memory) + skipped, (bytes - skipped) / page * page, advice);
}

}  // namespace

void* allocateMemory(std::size_t bytes) {
  void* memory = allocate(bytes);
#ifdef MADV_HUGEPAGE
  // Where such pages lie within it, and not memory that is aligned to them: that would be asked of the system anew each
  // time, and cleared by it, where this comes back from what was released.
  if (bytes >= kLarge) advise(memory, bytes, kHugePage, MADV_HUGEPAGE);
#endif
  return memory;
}

void* allocateWritten(std::size_t bytes) {
  void* memory = allocate(bytes);
#ifdef MADV_POPULATE_WRITE
  advise(memory, bytes, kPage, MADV_POPULATE_WRITE);
#endif
  return memory;
}

void releaseMemory(void* memory) { std::free(memory); }

}  // namespace undelivered
