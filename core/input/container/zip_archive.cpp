// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/container/zip_archive.h"

#include <fmt/format.h>

#include "input/container/ahead_stream.h"
#include "input/container/zip_member.h"
#include "input/container/zip_source.h"

namespace undelivered {

class ZipArchive::MemberStream final : public InputStream {
 public:
  MemberStream(const ZipArchive& archive, zip_file_t* file) : m_archive(archive), m_file(file) {}
  ~MemberStream() override { zip_fclose(m_file); }
  MemberStream(const MemberStream&) = delete;
  MemberStream& operator=(const MemberStream&) = delete;

  Result<std::size_t> read(std::span<char> into, const std::stop_token& stop) override {
    if (stop.stop_requested()) return cancelled();
    const zip_int64_t read = zip_fread(m_file, into.data(), into.size());
    if (read >= 0) return static_cast<std::size_t>(read);
    return m_archive.failureOf(zip_error_code_zip(zip_file_get_error(m_file)));
  }

 private:
  const ZipArchive& m_archive;
  zip_file_t* m_file;
};

ZipArchive::ZipArchive(std::unique_ptr<ZipSource> source) : m_source(std::move(source)) {}

ZipArchive::~ZipArchive() {
  if (m_zip) zip_discard(m_zip);
}

tl::unexpected<Error> ZipArchive::failureOf(int zipError) const {
  if (m_source->error()) return tl::unexpected(*m_source->error());
  switch (zipError) {
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
      return failure(ErrorCode::EncryptedFile, {}, "protected by a password");
    case ZIP_ER_CRC:
      return failure(ErrorCode::DamagedArchive, {}, "its checksum does not match");
    case ZIP_ER_NOZIP:
      return failure(ErrorCode::DamagedArchive, {}, "the list of its files is missing at its end");
    default:
      return failure(ErrorCode::DamagedArchive, {},
                     fmt::format("its compressed data is damaged at byte {}", m_source->place()));
  }
}

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(std::shared_ptr<const RandomAccessFile> file, std::uint64_t size,
                                                     std::stop_token stop, std::function<void(std::uint64_t)> onRead) {
  std::unique_ptr<ZipArchive> archive(
      new ZipArchive(std::make_unique<ZipSource>(std::move(file), size, std::move(stop), std::move(onRead))));
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_function_create(&ZipSource::answer, archive->m_source.get(), &error);
  if (source) archive->m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  const int zipError = zip_error_code_zip(&error);
  zip_error_fini(&error);
  if (archive->m_zip) return archive;
  if (source) zip_source_free(source);
  return archive->failureOf(zipError);
}

std::uint64_t ZipArchive::count() const { return static_cast<std::uint64_t>(zip_get_num_entries(m_zip, 0)); }

std::string ZipArchive::name(std::uint64_t member) const {
  // By the flag of the archive, else by what it looks like: UTF-8, or code page 437 as old programs have it.
  const char* name = zip_get_name(m_zip, member, ZIP_FL_ENC_GUESS);
  return shownMemberName(name ? name : "");
}

std::optional<std::uint64_t> ZipArchive::find(const std::string& name) const {
  const zip_int64_t member = zip_name_locate(m_zip, name.c_str(), ZIP_FL_NOCASE);
  return member < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(member));
}

Result<std::unique_ptr<InputStream>> ZipArchive::openMember(std::uint64_t member) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(m_zip, member, 0, &stat) != 0) return failureOf(zip_error_code_zip(zip_get_error(m_zip)));
  if (stat.encryption_method != ZIP_EM_NONE) return failureOf(ZIP_ER_NOPASSWD);

  constexpr int kZstd = 93;  // APPNOTE.TXT 4.4.5; libzip knows it from 1.8 on
  const bool known = zip_compression_method_supported(stat.comp_method, 0) != 0;
  if (!known && stat.comp_method != kZstd)
    return failure(ErrorCode::UnsupportedFormat, {}, fmt::format("zip, method {}", stat.comp_method));
  zip_file_t* file = zip_fopen_index(m_zip, member, known ? 0 : ZIP_FL_COMPRESSED);
  if (!file) return failureOf(zip_error_code_zip(zip_get_error(m_zip)));
  std::unique_ptr<InputStream> stream = std::make_unique<MemberStream>(*this, file);
  if (known) return std::make_unique<AheadStream>(std::move(stream));
  auto ahead = std::make_unique<AheadStream>(zstdMember(std::move(stream)));
  return checkedMember(std::move(ahead), stat.size, stat.crc);
}

}  // namespace undelivered
