// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <cstring>

#include "bench/asking.h"
#include "bench/with_case.h"

namespace undelivered::bench {
namespace {

/// The file, read in blocks and looked through for a byte string by the C library.
std::size_t plainSearch(const std::string& path, std::string_view needle) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  std::vector<char> block(std::size_t{1} << 20);
  std::size_t found = 0;
  for (ssize_t size = 0; file >= 0 && (size = ::read(file, block.data(), block.size())) > 0;) {
    const char* at = block.data();
    const char* const end = at + size;
    while (const void* hit = memmem(at, static_cast<std::size_t>(end - at), needle.data(), needle.size())) {
      ++found;
      at = static_cast<const char*>(hit) + needle.size();
    }
  }
  if (file >= 0) ::close(file);
  return found;
}

struct Search {
  std::string key, name;
  Filter filter;
  std::string plain;  ///< what memmem looks for, which knows no folding; empty: nothing is compared
};

Filter searching(std::string text, bool withCase = false) {
  Filter filter;
  filter.search = std::move(text);
  if (withCase) searchWithCase(filter);
  return filter;
}

std::vector<Search> searches() {
  std::vector<Search> all{
      {"search.rare", "search regardless of case, rare word", searching("re-000000815"), "RE-000000815"},
      {"search.frequent", "search regardless of case, frequent word", searching("GMAIL.com"), "gmail.com"},
      {"search.absent", "search regardless of case, not there", searching("nowhere to be found"),
       "nowhere to be found"},
      {"search.umlaut", "search regardless of case, not ASCII", searching("GRÖSSE"), "Größe"}};
  if (Filter probe; searchWithCase(probe)) {
    all.push_back({"search.case", "search with case, rare word", searching("RE-000000815", true), "RE-000000815"});
    all.push_back({"search.case.umlaut", "search with case, not ASCII", searching("Größe", true), "Größe"});
  }
  Search failures{"search.failures", "search regardless of case, in the failures", failedOnly(), ""};
  failures.filter.search = "T-ONLINE.de";
  all.push_back(failures);
  return all;
}

}  // namespace

Result<void> benchSearch(const LogPointer& log, const std::string& path, const Session& session) {
  const double size = gigabytes(path);
  for (const Search& search : searches()) {
    const auto asked = askOften(log, session.options.runs, rowsOf(search.filter),
                                [&] { return search.plain.empty() ? 0 : plainSearch(path, search.plain); });
    if (!asked) return tl::unexpected(asked.error());
    const bool compared = !search.plain.empty();
    const double time = asked->times.median(), reference = compared ? asked->reference.median() : 0;
    const std::string plain = compared ? "memmem, case as it stands" : "";
    session.report.add({search.key, search.name, time * 1e3, "ms", plain, reference * 1e3, asked->found});
    if (compared)
      session.report.add(
          {search.key + ".bytes", search.name + ": bytes", size / time, "GB/s", plain, size / reference});
  }
  return {};
}

}  // namespace undelivered::bench
