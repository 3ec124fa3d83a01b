// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

#include "base/progress.h"
#include "base/random_access_file.h"
#include "base/result.h"
#include "base/zone.h"
#include "classify/catalogue.h"
#include "input/open_source.h"
#include "store/delivery_log.h"

namespace undelivered {

struct LoadRequest {
  std::vector<std::filesystem::path> paths;  ///< files, folders, "-"
  std::shared_ptr<const Catalogue> catalogue = Catalogue::builtIn();
  Zone zone;  ///< for times without one, and for days
  /// Whether that zone holds whatever was chosen before for the logs' headers (HeaderMapping::zone).
  bool zoneIsChosen = false;
  ReadOptions options;
  unsigned threads = 0;                           ///< 0: one for each processor
  std::size_t blockBytes = std::size_t{1} << 20;  ///< a multiple of 4096
  Keep keep = Keep::Records;
};

/// Reads, classifies and counts logs. A file that alone is named and cannot be used is an error; one of several, or of
/// a folder, is an issue (FileUnreadable, FileSkipped), unless nothing of it all is a log. Progress counts bytes. Uses
/// several threads.
Result<std::shared_ptr<const DeliveryLog>> loadLog(const LoadRequest& request, std::stop_token stop = {},
                                                   const ProgressSink& progress = {},
                                                   const FileSystem& files = systemFiles());

}  // namespace undelivered
