// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include "document/latest_job.h"
#include "document/mapping_draft.h"
#include "models/preview_model.h"

namespace undelivered {

class FieldHeader;
class ReadingForm;
class Settings;

/// Lets somebody say how a log is to be read, with the first rows of it as they would be understood. Changes nothing by
/// itself: accepted() says that what choices() and zone() give is wanted.
class MappingDialog : public QDialog {
  Q_OBJECT

 public:
  static constexpr std::size_t kRows = 100;

  struct Log {
    QString label, path;
    QString file;  ///< that is opened for it: the archive's where it is in one
  };
  struct Request {
    std::vector<Log> logs;  ///< one at least, of each header one
    int first = 0;
    std::shared_ptr<const Catalogue> catalogue;
    Zone zone;       ///< in force
    Zone usualZone;  ///< of logs that nothing else was chosen for
    std::vector<HeaderMapping> mappings;
    const FileSystem* files = nullptr;
  };
  MappingDialog(Request request, Settings& settings, QWidget* parent = nullptr);
  ~MappingDialog() override;

  /// What is wanted for one header.
  struct Choice {
    HeaderMapping mapping;
    bool isGuess = false;  ///< as the recogniser would read it, without a doubt: nothing to remember
  };
  /// Of the logs that were looked at and have columns.
  std::vector<Choice> choices() const;
  /// Nothing: the usual one.
  std::optional<Zone> zone() const;

  bool isBusy() const { return m_job.isRunning(); }
  FieldHeader& header() { return *m_header; }
  ReadingForm& form() { return *m_form; }
  const PreviewModel& model() const { return m_model; }
  QPushButton& readButton() { return *m_read; }
  QPushButton& resetButton() { return *m_reset; }
  QString summary() const { return m_summary->text(); }
  QComboBox& logs() { return *m_logs; }

 protected:
  void done(int result) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// What is chosen for one of the logs.
  struct State {
    std::shared_ptr<const Source> opened;  ///< by guess; null: not opened yet
    std::shared_ptr<const Source> shown;   ///< as chosen
    MappingDraft draft;
    std::optional<char> delimiter;            ///< where it is not the guessed one
    std::optional<Encoding> encoding;         ///< the same
    std::optional<std::uint32_t> headerLine;  ///< the same
    Doubt doubt = Doubt::None;
  };
  enum class Columns { Remembered, Guessed, Chosen };

  void build(Settings& settings);
  void connectAll();
  void showLog(int index);
  /// Reads the first rows again, with the columns of the draft or others.
  void refresh(Columns columns);
  void take(LogPreview preview, std::shared_ptr<const Source> opened);
  void showFault(const QString& sentence);
  void showColumns();
  void tellState();
  void reset();
  QString introduction() const;
  static QString introductionOfUnknown();
  QString introductionOfDoubt() const;
  static QString introductionOfKnown();
  /// What is below the introduction stays in its place when choosing a column makes that shorter.
  void keepIntroductionRoom();
  State& state() { return m_states[static_cast<std::size_t>(m_logs->currentIndex())]; }
  const State& state() const { return m_states[static_cast<std::size_t>(m_logs->currentIndex())]; }
  HeaderMapping mappingOf(const State& state) const;

  Request m_request;
  Settings& m_settings;
  std::vector<State> m_states;
  PreviewModel m_model;
  LatestJob m_job;
  QLabel *m_intro, *m_summary;
  QComboBox* m_logs;
  ReadingForm* m_form;
  QTableView* m_table;
  FieldHeader* m_header;
  QPushButton *m_read, *m_reset;
  QString m_fault;  // why there is no preview
  bool m_hasFocus = false;
};

}  // namespace undelivered
