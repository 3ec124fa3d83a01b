// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/log_document.h"

#include <QFile>
#include <QUndoCommand>

#include "document/choice.h"
#include "store/extend_log.h"
#include "store/load_log.h"

namespace undelivered {
namespace {

struct Counted {
  Facets all, failures;
};

}  // namespace

/// One change of the filter in the history.
class LogDocument::FilterStep final : public QUndoCommand {
 public:
  FilterStep(LogDocument& document, Filter after, const QString& what, int series)
      : QUndoCommand(what),
        m_document(document),
        m_before(document.m_filter),
        m_after(std::move(after)),
        m_series(series) {}

  void redo() override { m_document.applyFilter(m_after); }
  void undo() override { m_document.applyFilter(m_before); }
  int id() const override { return m_series == 0 ? -1 : m_series; }
  bool mergeWith(const QUndoCommand* later) override {
    m_after = static_cast<const FilterStep*>(later)->m_after;
    setText(later->text());
    setObsolete(m_after == m_before);
    return true;
  }

 private:
  LogDocument& m_document;
  Filter m_before, m_after;
  int m_series;
};

LogDocument::LogDocument(Setup setup, const FileSystem& files, QObject* parent)
    : QObject(parent), m_setup(std::move(setup)), m_files(files), m_filter(defaultFilter()) {
  m_sort = {ColumnId::Time, true, "en"};
  connect(&m_loading, &LatestJob::runningChanged, this, [this](bool running) {
    if (!running) emit openingEnded();
  });
  connect(&m_counting, &LatestJob::runningChanged, this, &LogDocument::askingChanged);
  connect(&m_selecting, &LatestJob::runningChanged, this, &LogDocument::askingChanged);
}

LogDocument::~LogDocument() {
  // All are asked to stop before the first one is waited for.
  for (LatestJob* job : {&m_loading, &m_counting, &m_selecting}) {
    job->disconnect(this);
    job->stop();
  }
}

void LogDocument::open(const QStringList& paths, const std::optional<Zone>& zone) { load(paths, zone, Keep::Nothing); }

void LogDocument::readAgain() {
  if (m_query) load(m_paths, m_zone, Keep::FilterAndHistory);
}

void LogDocument::readOn() {
  if (m_query) load(m_paths, m_zone, Keep::FilterAndHistory, sharedLog());
}

void LogDocument::load(const QStringList& paths, const std::optional<Zone>& zone, Keep keep,
                       const std::shared_ptr<const DeliveryLog>& known) {
  LoadRequest request;
  request.catalogue = m_setup.catalogue;
  request.zone = zone.value_or(m_setup.zone);
  request.zoneIsChosen = zone.has_value();
  request.options.mappings = m_mappings;
  for (const QString& path : paths) request.paths.emplace_back(QFile::encodeName(path).toStdString());

  using Loaded = Result<std::shared_ptr<const DeliveryLog>>;
  const ProgressSink progress = m_loading.relay<Progress>([this](Progress at) { emit openingProgressed(at); });
  const auto job = [request, progress, known, &files = m_files](std::stop_token stop) {
    if (known) {
      ExtendRequest more;
      more.options = request.options;
      auto extended = extendLog(known, more, stop, progress, files);
      if (extended || !extended.error().isChangedFile()) return extended;
    }
    return loadLog(request, std::move(stop), progress, files);
  };
  m_loading.start<Loaded>(job, [this, paths, zone, keep](Loaded& loaded) {
    if (!loaded) {
      emit openingFailed(loaded.error());
      return;
    }
    m_paths = paths;
    m_zone = zone;
    takeLog(std::move(*loaded), keep);
  });
  emit openingStarted(paths);
}

void LogDocument::cancelOpening() { m_loading.requestStop(); }

void LogDocument::close() {
  m_loading.stop();
  m_paths.clear();
  takeLog(nullptr, Keep::Nothing);
}

std::shared_ptr<const DeliveryLog> LogDocument::sharedLog() const {
  return m_query ? std::shared_ptr<const DeliveryLog>(m_query, &m_query->log()) : nullptr;
}

void LogDocument::takeLog(std::shared_ptr<const DeliveryLog> log, Keep keep) {
  m_counting.stop();
  m_selecting.stop();
  m_days = log ? daysOfLog(*log) : std::nullopt;
  m_query = log ? makeLocalQuery(std::move(log)) : nullptr;
  m_facets = {};
  m_failures = {};
  m_rows = {};
  if (keep == Keep::Nothing) {
    m_history.clear();
    m_filter = defaultFilter();
  }
  emit logChanged();
  emit filterChanged();
  count();
  select();
}

void LogDocument::setFilter(const Filter& filter, const QString& what, int series) {
  if (filter == m_filter) return;
  m_history.push(new FilterStep(*this, filter, what, series));
}

void LogDocument::applyFilter(const Filter& filter) {
  m_filter = filter;
  emit filterChanged();
  count();
  select();
}

void LogDocument::setSort(const Sort& sort) {
  if (sort == m_sort) return;
  m_sort = sort;
  emit sortChanged();
  select();
}

void LogDocument::setLanguage(const std::string& language) {
  Sort sort = m_sort;
  sort.language = language;
  setSort(sort);
}

void LogDocument::count() {
  if (!m_query) return;
  const auto job = [query = m_query, filter = m_filter](const std::stop_token& stop) -> Result<Counted> {
    auto all = query->facets(filter, stop);
    if (!all) return tl::unexpected(all.error());
    if (ofFailures(filter) == filter) return Counted{*all, *all};
    auto failures = query->facets(ofFailures(filter), stop);
    if (!failures) return tl::unexpected(failures.error());
    return Counted{std::move(*all), std::move(*failures)};
  };
  m_counting.start<Result<Counted>>(job, [this](Result<Counted>& counted) {
    if (!counted) {
      emit askingFailed(counted.error());
      return;
    }
    m_facets = std::move(counted->all);
    m_failures = std::move(counted->failures);
    emit facetsChanged();
  });
}

void LogDocument::select() {
  if (!m_query) {
    emit rowsChanged();
    return;
  }
  const auto job = [query = m_query, filter = m_filter, sort = m_sort](std::stop_token stop) {
    return query->rows(filter, sort, std::move(stop));
  };
  m_selecting.start<Result<RowSet>>(job, [this](Result<RowSet>& rows) {
    if (!rows) {
      emit askingFailed(rows.error());
      return;
    }
    m_rows = std::move(*rows);
    emit rowsChanged();
  });
}

}  // namespace undelivered
