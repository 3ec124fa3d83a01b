// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "document/choice.h"
#include "models/issue_list_model.h"
#include "models/reason_list_model.h"
#include "models/record_table_model.h"
#include "query/log_query.h"
#include "store/load_log.h"
#include "support/memory_files.h"
#include "support/pack.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

class ModelTest : public testing::Test {
 protected:
  ModelTest() {
    LoadRequest request;
    request.zone = berlin();
    request.paths = {sampleFolder().toStdString()};
    log = loadLog(request).value();
    query = makeLocalQuery(log);
  }
  RowSet rows(const Filter& filter) { return query->rows(filter, {}).value(); }
  Facets facets(const Filter& filter) { return query->facets(filter).value(); }

  std::shared_ptr<const DeliveryLog> log;
  std::shared_ptr<const LogQuery> query;
};

TEST_F(ModelTest, RecordTableKeepsTheRulesOfModels) {
  RecordTableModel model;
  const QAbstractItemModelTester tester(&model, Mode::Fatal);
  model.setRows(log, rows(defaultFilter()));
  EXPECT_EQ(static_cast<std::uint32_t>(model.rowCount()), rows(defaultFilter()).size());
  EXPECT_EQ(model.columnCount(), static_cast<int>(kColumns.size()));
  QSignalSpy read(&model, &QAbstractItemModel::dataChanged);
  const QModelIndex customer = model.index(3, RecordTableModel::columnOf(ColumnId::Customer));
  EXPECT_EQ(customer.data().toString(), QStringLiteral("…"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !read.empty(); }, kPatienceMs));
  EXPECT_NE(customer.data().toString(), QStringLiteral("…"));
  model.retranslate();
  model.setRows(log, rows({}));
  model.setRows(nullptr, {});
  EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(ModelTest, RecordTableShowsWhatTheRecordsHold) {
  RecordTableModel model;
  model.setRows(log, rows({}));
  RecordReader reader(log);
  CellFormatter formatter(*log, "en", true);
  for (const int row : {0, 127, 128, 1000, model.rowCount() - 1}) {
    const Record record = reader.read(rows({})[static_cast<std::uint32_t>(row)]).value();
    for (int column = 0; column < model.columnCount(); ++column) {
      const QModelIndex index = model.index(row, column);
      ASSERT_TRUE(QTest::qWaitFor([&] { return index.data().toString() != QStringLiteral("…"); }, kPatienceMs));
      const QString expected = QString::fromStdString(formatter.text(record, RecordTableModel::columnAt(column)));
      EXPECT_EQ(index.data().toString().simplified(), expected.simplified());
    }
  }
}

TEST_F(ModelTest, RecordTableForgetsPagesThatWereNotAskedForInALongTime) {
  RecordTableModel model;
  model.setRows(log, rows({}));
  const int column = RecordTableModel::columnOf(ColumnId::MessageId);
  for (int row = 0; row < model.rowCount(); row += 64) {
    const QModelIndex index = model.index(row, column);
    ASSERT_TRUE(QTest::qWaitFor([&] { return index.data().toString() != QStringLiteral("…"); }, kPatienceMs));
  }
}

TEST_F(ModelTest, ReasonListKeepsTheRulesOfModels) {
  ReasonListModel model;
  const QAbstractItemModelTester tester(&model, Mode::Fatal);
  model.setLog(log);
  model.setFacets(facets(defaultFilter()));
  EXPECT_GT(model.rowCount(), 14);
  Filter filter = defaultFilter();
  filter.reasons = {model.index(2, 0).data(ReasonListModel::CodeRole).toString().toStdString()};
  model.setFilter(filter);
  EXPECT_EQ(model.index(2, 0).data(Qt::CheckStateRole).toInt(), Qt::Checked);
  EXPECT_EQ(model.index(1, 0).data(Qt::CheckStateRole).toInt(), Qt::Unchecked);
  model.setFacets(facets(filter));
  model.retranslate();
  model.setLog(nullptr);
}

TEST_F(ModelTest, ReasonListChecksEveryUnknownCodeWhereAllAreChosen) {
  ReasonListModel model;
  model.setLog(log);
  model.setFacets(facets({}));
  Filter filter;
  filter.reasons = {kAnyUnknownReason};
  model.setFilter(filter);
  int checked = 0;
  for (int row = 0; row < model.rowCount(); ++row) {
    checked += model.index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked ? 1 : 0;
  }
  EXPECT_GT(checked, 1);
  EXPECT_LT(checked, model.rowCount());
}

TEST_F(ModelTest, IssueListKeepsTheRulesOfModels) {
  IssueListModel model(log);
  const QAbstractItemModelTester tester(&model, Mode::Fatal);
  ASSERT_GT(model.rowCount(), 3);
  for (int row = 0; row < model.rowCount(); ++row) {
    const QModelIndex kind = model.index(row, 0);
    EXPECT_FALSE(kind.data().toString().isEmpty());
    EXPECT_GT(model.rowCount(kind), 0);
  }
}

TEST(IssueList, NamesLogsInArchivesWithTheArchive) {
  test::MemoryFiles files;
  files.files["in/b.zip"] = test::zipOf({{"x/a.csv", "status;code\nsent\n"}, {"x/read me.txt", "Dear all\n"}});
  LoadRequest request;
  request.paths = {"in/b.zip"};
  IssueListModel model(loadLog(request, {}, {}, files).value());
  QStringList names;
  for (int row = 0; row < model.rowCount(); ++row)
    names.append(model.index(0, IssueListModel::WhatColumn, model.index(row, 0)).data().toString());
  EXPECT_TRUE(names.contains(QStringLiteral("b.zip/x/a.csv")));
  EXPECT_TRUE(names.contains(QStringLiteral("b.zip/x/read me.txt")));
}

}  // namespace
}  // namespace undelivered
