// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QStringList>
#include <QUndoStack>

#include "base/progress.h"
#include "base/result.h"
#include "base/zone.h"
#include "document/day_choice.h"
#include "document/latest_job.h"
#include "input/header_mapping.h"
#include "query/log_query.h"

namespace undelivered {

/// What the window is about: the log that is open, the filter and the order in force, and the answers to them. Knows no
/// widget. Loading, counting and sorting run in the background; the latest wish wins.
class LogDocument : public QObject {
  Q_OBJECT

 public:
  /// How logs are read: fixed for the life of the window.
  struct Setup {
    std::shared_ptr<const Catalogue> catalogue = Catalogue::builtIn();
    Zone zone;
  };
  explicit LogDocument(Setup setup, const FileSystem& files = systemFiles(), QObject* parent = nullptr);
  ~LogDocument() override;

  const Setup& setup() const { return m_setup; }

  const FileSystem& files() const { return m_files; }

  /// How logs of certain headers are read from the next load on.
  void setMappings(std::vector<HeaderMapping> mappings) { m_mappings = std::move(mappings); }

  /// Loads logs in place of what is open, which stays until they are there. A zone that is named holds for them, and
  /// when they are read again, instead of the window's and of those chosen before for their headers.
  void open(const QStringList& paths, const std::optional<Zone>& zone = std::nullopt);
  /// Loads what is open once more, as it is by now, and keeps filter, order and history.
  void readAgain();
  /// Adds what was appended to the log since it was read, and keeps filter, order and history. Where the log cannot be
  /// read on it is read anew.
  void readOn();
  void cancelOpening();
  bool isOpening() const { return m_loading.isRunning(); }
  void close();

  bool hasLog() const { return m_query != nullptr; }
  std::shared_ptr<const LogQuery> query() const { return m_query; }
  const DeliveryLog& log() const { return m_query->log(); }
  std::shared_ptr<const DeliveryLog> sharedLog() const;
  const QStringList& paths() const { return m_paths; }
  /// From the log's first to its last day; nothing where no record has a time.
  const std::optional<DayChoice>& days() const { return m_days; }

  const Filter& filter() const { return m_filter; }
  /// Changes the filter as a step that can be undone; `what` names it ("Channel: SMS"). Steps with the same `series`
  /// that follow each other are one: the letters of a search.
  void setFilter(const Filter& filter, const QString& what, int series = 0);
  QUndoStack& history() { return m_history; }

  const Sort& sort() const { return m_sort; }
  void setSort(const Sort& sort);
  /// The language that text is sorted by; follows the window's.
  void setLanguage(const std::string& language);

  /// The answers to the latest filter that has been answered.
  const Facets& facets() const { return m_facets; }
  /// The same of failures alone, whatever outcomes the filter asks for: what charts and cards of failures show.
  const Facets& failures() const { return m_failures; }
  const RowSet& rows() const { return m_rows; }
  bool isAsking() const { return m_counting.isRunning() || m_selecting.isRunning(); }

 signals:
  void openingStarted(const QStringList& paths);
  void openingProgressed(undelivered::Progress progress);
  void openingFailed(const undelivered::Error& error);  ///< Cancelled too; what was open still is
  void openingEnded();                                  ///< after every start, however it ended
  void logChanged();                                    ///< another one, or none
  void filterChanged();
  void sortChanged();
  void facetsChanged();
  void rowsChanged();
  void askingChanged();
  void askingFailed(const undelivered::Error& error);

 private:
  class FilterStep;
  enum class Keep { Nothing, FilterAndHistory };
  /// Only what is new behind `known`, where that is given and can be read on.
  void load(const QStringList& paths, const std::optional<Zone>& zone, Keep keep,
            const std::shared_ptr<const DeliveryLog>& known = nullptr);
  void takeLog(std::shared_ptr<const DeliveryLog> log, Keep keep);
  void applyFilter(const Filter& filter);
  void count();
  void select();

  Setup m_setup;
  const FileSystem& m_files;
  std::vector<HeaderMapping> m_mappings;
  QStringList m_paths;
  std::optional<Zone> m_zone;  // chosen for them
  std::shared_ptr<const LogQuery> m_query;
  std::optional<DayChoice> m_days;
  Filter m_filter;
  Sort m_sort;
  Facets m_facets, m_failures;
  RowSet m_rows;
  QUndoStack m_history;
  LatestJob m_loading, m_counting, m_selecting;
};

}  // namespace undelivered
