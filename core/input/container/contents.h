// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "input/container/container.h"
#include "input/open_source.h"

namespace undelivered {

/// Where something is: the file itself, or what is in it.
struct Place {
  std::string path, displayName;  ///< as in Source
  std::string container;          ///< as in Source
  int depth = 0;                  ///< how many containers it is in

  Place inside(std::string_view kind) const;
  Place member(const std::string& name) const;
};

/// Opens all that is in one file, however it is packed.
class Contents {
 public:
  struct Tools {
    const FileSystem& files;
    const ReadOptions& options;
    const std::stop_token& stop;
    Spool& spool;                               ///< for the texts
    std::function<void(std::uint64_t)> onRead;  ///< told while unpacking, in bytes of the file
  };
  /// `base` is what all sources of the file have in common.
  Contents(Tools tools, Source base) : m_tools(std::move(tools)), m_base(std::move(base)) {}

  /// The file itself. As in LogOpener::open, without looking whether it was changed meanwhile.
  Result<void> openFile(const Place& place, const std::shared_ptr<const RandomAccessFile>& file,
                        const FileState& state);
  OpenedLogs& found() { return m_found; }

 private:
  Result<void> openPacked(const Place& place, Container container, std::unique_ptr<InputStream> packed);
  Result<void> openStream(const Place& place, std::unique_ptr<InputStream> stream);
  /// `encoding` where it is known.
  Result<void> openText(const Place& place, std::string beginning, std::unique_ptr<InputStream> rest,
                        std::optional<Encoding> encoding = {});
  /// What was chosen before for the header of a text whose encoding is guessed; else the guess.
  Encoding encodingChosenFor(const Place& place, const std::string& beginning, Encoding guessed) const;
  Result<void> openZip(const Place& place, const std::shared_ptr<const RandomAccessFile>& file, std::uint64_t size);
  Result<void> openMembers(const Place& place, ZipArchive& archive);
  /// The members of an archive that has lost the list of them; `damage` where none of them is a log.
  Result<void> openSalvaged(const Place& place, const std::shared_ptr<const RandomAccessFile>& file, std::uint64_t size,
                            const Error& damage);
  /// Opens what a member is, or skips it.
  Result<void> openMember(const Place& member, Result<std::unique_ptr<InputStream>> stream,
                          std::optional<Error>& firstError);
  Result<void> openWorkbook(const Place& place, ZipArchive& archive);
  Result<void> checkDepth(const Place& place) const;
  void add(const Place& place, Recognition recognition, std::shared_ptr<const RandomAccessFile> file,
           const FileState& state);

  Tools m_tools;
  Source m_base;
  OpenedLogs m_found;
};

}  // namespace undelivered
