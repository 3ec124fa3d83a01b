// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <new>

#include "base/large_array.h"

namespace undelivered {
namespace {

// The size of a huge page of x86-64; where they are larger, the system takes none.
constexpr std::size_t kHugePage = std::size_t{2} << 20;
constexpr std::size_t kPage = 4096;
constexpr std::size_t kLarge = 2 * kHugePage;

}  // namespace

void* allocateMemory(std::size_t bytes) {
  void* memory = std::malloc(bytes);
  if (!memory) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
  // Where such pages lie within it, and not memory that is aligned to them: that would be asked of the system anew each
  // time, and cleared by it, where this comes back from what was released.
  const std::size_t skipped = (kHugePage - reinterpret_cast<std::uintptr_t>(memory) % kHugePage) % kHugePage;
  // A wish: without it everything works as well.
  if (bytes >= kLarge) {
    ::madvise(static_cast<char*>(memory) + skipped, (bytes - skipped) / kHugePage * kHugePage, MADV_HUGEPAGE);
  }
#endif
  return memory;
}

void* allocateWritten(std::size_t bytes) {
  void* memory = std::malloc(bytes);
  if (!memory) throw std::bad_alloc();
#ifdef MADV_POPULATE_WRITE
  const std::size_t skipped = (kPage - reinterpret_cast<std::uintptr_t>(memory) % kPage) % kPage;
  if (bytes >= 2 * kPage) {
    ::madvise(static_cast<char*>(memory) + skipped, (bytes - skipped) / kPage * kPage, MADV_POPULATE_WRITE);
  }
#endif
  return memory;
}

void releaseMemory(void* memory) { std::free(memory); }

}  // namespace undelivered
