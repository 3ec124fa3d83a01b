// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/zip_source.h"

#include <algorithm>
#include <cerrno>

namespace undelivered {

zip_int64_t ZipSource::read(char* into, std::uint64_t length) {
  if (m_stop.stop_requested()) m_error = cancelled().value();
  if (m_error) return -1;
  const auto wanted = static_cast<std::size_t>(std::min(length, m_size - std::min(m_size, m_at)));
  if (wanted == 0) return 0;
  const auto read = m_file->readAt(m_at, {into, wanted});
  if (!read) m_error = read.error();
  if (read && *read == 0) m_error = Error{ErrorCode::FileShrank, {}, {}};
  if (m_error) return -1;
  m_at += *read;
  if (m_onRead) m_onRead(m_at);
  return static_cast<zip_int64_t>(*read);
}

zip_int64_t ZipSource::seek(void* data, zip_uint64_t length) {
  zip_error_t error;
  zip_error_init(&error);
  const zip_int64_t to = zip_source_seek_compute_offset(m_at, m_size, data, length, &error);
  zip_error_fini(&error);
  if (to < 0) return -1;
  m_at = static_cast<std::uint64_t>(to);
  return 0;
}

zip_int64_t ZipSource::answer(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  ZipSource& source = *static_cast<ZipSource*>(self);
  switch (command) {
    case ZIP_SOURCE_OPEN:
      source.m_at = 0;
      return 0;
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
      return 0;
    case ZIP_SOURCE_READ:
      return source.read(static_cast<char*>(data), length);
    case ZIP_SOURCE_SEEK:
      return source.seek(data, length);
    case ZIP_SOURCE_TELL:
      return static_cast<zip_int64_t>(source.m_at);
    case ZIP_SOURCE_STAT: {
      auto* stat = static_cast<zip_stat_t*>(data);
      zip_stat_init(stat);
      stat->size = source.m_size;
      stat->valid = ZIP_STAT_SIZE;
      return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_ERROR: {
      auto* codes = static_cast<int*>(data);
      codes[0] = ZIP_ER_READ;
      codes[1] = EIO;
      return 2 * sizeof(int);
    }
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                            ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                                            ZIP_SOURCE_SUPPORTS, -1);
    default:
      return -1;
  }
}

}  // namespace undelivered
