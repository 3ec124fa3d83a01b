// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTableWidget>

#include "document/latest_job.h"
#include "document/log_document.h"
#include "document/record_details.h"

namespace undelivered {

/// One record in words: what happened, what to do, the raw diagnostic, the original columns, and what else the log has
/// on the same recipient.
class DetailsPane : public QScrollArea {
  Q_OBJECT

 public:
  explicit DetailsPane(LogDocument& document, QWidget* parent = nullptr);

  void showRow(std::optional<RowId> row);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeLayout(QWidget* page);
  QLabel* makeText(QWidget* page, bool heading);
  void retranslate();
  void styleLabels();
  void fill();
  void fillReason(const Record& record);
  void fillFields(const Record& record);
  void fillOthers();
  QString facts(const Record& record) const;

  LogDocument& m_document;
  LatestJob m_reading;
  std::shared_ptr<const DeliveryLog> m_log;  // that m_details are from
  std::optional<RecordDetails> m_details;
  std::optional<RowId> m_row;
  std::optional<Error> m_error;

  QWidget* m_page;
  QLabel *m_hint, *m_title, *m_subtitle, *m_explanation, *m_action, *m_facts, *m_basisHeading, *m_basis;
  QLabel *m_actionHeading, *m_explanationHeading, *m_diagnosticHeading, *m_fieldsHeading, *m_othersHeading;
  QPlainTextEdit* m_diagnostic;
  QTableWidget *m_fields, *m_others;
  std::vector<QLabel*> m_headings;
};

}  // namespace undelivered
