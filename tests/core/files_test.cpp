// SPDX-License-Identifier: GPL-3.0-or-later
// The operating system's files: reading at any place, and output that is there as a whole or not at all.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "base/random_access_file.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

namespace fs = std::filesystem;
using test::readFile;
using ::testing::ElementsAre;

class Output : public ::testing::Test {
 protected:
  std::unique_ptr<OutputFile> create(const fs::path& target) {
    auto out = systemFiles().createOutput(target);
    EXPECT_TRUE(out) << out.error().detail;
    return out ? std::move(*out) : nullptr;
  }

  test::TemporaryFolder m_folder;
};

TEST_F(Output, TakesItsTargetsPlaceOnCommit) {
  const auto target = m_folder.write("a.csv", "old");
  const auto out = create(target);
  ASSERT_TRUE(out->write("new "));
  ASSERT_TRUE(out->write("text"));
  EXPECT_EQ(readFile(target), "old");
  ASSERT_TRUE(out->commit());
  EXPECT_EQ(readFile(target), "new text");
  EXPECT_THAT(m_folder.names(), ElementsAre("a.csv"));
}

TEST_F(Output, DroppedWithoutCommitLeavesNothing) {
  const auto target = m_folder.write("a.csv", "old");
  create(target)->write("new");
  create(m_folder / "b.csv")->write("new");
  EXPECT_EQ(readFile(target), "old");
  EXPECT_THAT(m_folder.names(), ElementsAre("a.csv"));
}

TEST_F(Output, RightsAreTheOldFilesOrTheUsual) {
  const auto old = m_folder.write("old.csv", "old");
  fs::permissions(old, fs::perms{0604});
  const mode_t mask = ::umask(027);
  for (const char* name : {"old.csv", "new.csv"}) {
    const auto out = create(m_folder / name);
    ASSERT_TRUE(out->commit());
  }
  ::umask(mask);
  EXPECT_EQ(fs::status(m_folder / "old.csv").permissions(), fs::perms{0604});
  EXPECT_EQ(fs::status(m_folder / "new.csv").permissions(), fs::perms{0640});
}

TEST_F(Output, LinkStaysALink) {
  const auto target = m_folder.write("real.csv", "old");
  fs::create_symlink("real.csv", m_folder / "link.csv");
  const auto out = create(m_folder / "link.csv");
  ASSERT_TRUE(out->write("new"));
  ASSERT_TRUE(out->commit());
  EXPECT_TRUE(fs::is_symlink(m_folder / "link.csv"));
  EXPECT_EQ(readFile(target), "new");
}

TEST_F(Output, FolderThatIsNotThere) {
  const auto out = systemFiles().createOutput(m_folder.path() / "no" / "a.csv");
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().code, ErrorCode::WriteFailed);
  EXPECT_EQ(out.error().systemError, ENOENT);
  EXPECT_EQ(out.error().subject, (m_folder.path() / "no" / "a.csv").string());
}

TEST_F(Output, FolderThatGoesAwayIsAnErrorOfCommit) {
  const auto folder = m_folder / "folder";
  fs::create_directory(folder);
  const auto out = create(folder / "a.csv");
  ASSERT_TRUE(out->write("new"));
  fs::remove_all(folder);
  const auto committed = out->commit();
  ASSERT_FALSE(committed);
  EXPECT_EQ(committed.error().code, ErrorCode::WriteFailed);
  EXPECT_EQ(committed.error().systemError, ENOENT);
  EXPECT_FALSE(out->commit()) << "what failed once must not succeed later";
  EXPECT_FALSE(out->write("more"));
}

TEST_F(Output, TargetThatIsAFolder) {
  const auto out = systemFiles().createOutput(m_folder.path());
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().systemError, EISDIR);
}

TEST_F(Output, FullDeviceIsAnErrorOfWriteOrCommit) {
  const auto out = create("/dev/full");
  const auto written = out->write("x");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::WriteFailed);
  EXPECT_EQ(written.error().systemError, ENOSPC);
  EXPECT_EQ(written.error().subject, "/dev/full");
}

TEST_F(Output, PipeIsWrittenToAndNotReplaced) {
  const auto pipe = m_folder / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  const auto out = create(pipe);
  ASSERT_TRUE(out->write("text"));
  ASSERT_TRUE(out->commit());
  char text[5] = {};
  EXPECT_EQ(::read(reader, text, 4), 4);
  EXPECT_STREQ(text, "text");
  ::close(reader);
  EXPECT_TRUE(fs::is_fifo(pipe));
}

class Reading : public Output {};

TEST_F(Reading, FillsFromAnyPlaceAndStopsAtTheEnd) {
  const auto file = systemFiles().open(m_folder.write("a.csv", "0123456789"));
  ASSERT_TRUE(file);
  char into[6] = {};
  EXPECT_EQ(*(*file)->readAt(3, {into, 4}), 4u);
  EXPECT_EQ(std::string(into), "3456");
  EXPECT_EQ(*(*file)->readAt(8, into), 2u);
  EXPECT_EQ(*(*file)->readAt(10, into), 0u);
  EXPECT_EQ(*(*file)->readAt(1000, into), 0u);
}

TEST_F(Reading, StateIsTheOpenFilesNotItsPaths) {
  const auto path = m_folder.write("a.csv", "0123456789");
  const auto file = *systemFiles().open(path);
  const FileState before = *file->state();
  EXPECT_EQ(before.size, 10u);
  fs::rename(path, m_folder / "b.csv");
  m_folder.write("a.csv", "other");
  EXPECT_EQ(*file->state(), before);
  m_folder.write("b.csv", "01234");
  EXPECT_EQ(file->state()->size, 5u);
  EXPECT_NE(*file->state(), before);
}

TEST_F(Reading, WhatCannotBeOpened) {
  EXPECT_EQ(systemFiles().open(m_folder / "none").error().code, ErrorCode::FileNotFound);
  EXPECT_EQ(systemFiles().open(m_folder.write("a", "x") / "b").error().code, ErrorCode::FileNotFound);
  EXPECT_EQ(systemFiles().open(m_folder.path()).error().code, ErrorCode::NotAFile);
  EXPECT_EQ(systemFiles().open("/dev/null").error().code, ErrorCode::NotAFile);
}

TEST_F(Reading, TemporaryFileIsMadeInTheFolderThatIsNamedForIt) {
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before ? before : "";
  ::setenv("TMPDIR", m_folder.path().c_str(), 1);
  const auto here = systemFiles().createTemporary();
  ::setenv("TMPDIR", (m_folder / "none").c_str(), 1);
  const auto nowhere = systemFiles().createTemporary();
  before ? ::setenv("TMPDIR", kept.c_str(), 1) : ::unsetenv("TMPDIR");
  ASSERT_TRUE(here);
  EXPECT_EQ((*here)->state()->device, (*systemFiles().open(m_folder.write("x", "x")))->state()->device);
  EXPECT_TRUE(m_folder.names() == std::vector<std::string>{"x"}) << "it has no name";
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().subject, (m_folder / "none").string());
}

TEST_F(Reading, TemporaryFileIsReadWhereItWasAppended) {
  const auto file = *systemFiles().createTemporary();
  ASSERT_TRUE(file->append("0123"));
  ASSERT_TRUE(file->append("4567"));
  char into[4] = {};
  EXPECT_EQ(*file->readAt(2, {into, 4}), 4u);
  EXPECT_EQ(std::string(into, 4), "2345");
  EXPECT_EQ(file->state()->size, 8u);
}

}  // namespace
}  // namespace undelivered
