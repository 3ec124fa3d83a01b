// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "store/load_log.h"
#include "support/memory_files.h"

namespace undelivered::test {

/// A log that holds this text, under the name "log"; null, with a failure of the test, where it is none.
inline std::shared_ptr<const DeliveryLog> loadText(const std::string& text, LoadRequest request = {}) {
  MemoryFiles files;
  files.files["log"] = text;
  request.paths = {"log"};
  const auto log = loadLog(request, {}, {}, files);
  EXPECT_TRUE(log) << log.error().detail;
  return log ? *log : nullptr;
}

/// The same, with times without a zone in that one.
inline std::shared_ptr<const DeliveryLog> loadTextIn(const char* zone, const std::string& text) {
  LoadRequest request;
  request.zone = *Zone::find(zone);
  return loadText(text, std::move(request));
}

}  // namespace undelivered::test
