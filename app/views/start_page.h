// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>
#include <QWidget>

namespace undelivered {

/// What the window shows while no log is open: where to drop one, what was opened before, the sample.
class StartPage : public QWidget {
  Q_OBJECT

 public:
  explicit StartPage(QWidget* parent = nullptr);

  void setRecent(const QList<QStringList>& entries);
  void setSampleAvailable(bool available);
  /// While files are held over the window.
  void setDropping(bool dropping);

 signals:
  void openRequested();
  void openFolderRequested();
  void sampleRequested();
  void recentRequested(const QStringList& paths);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void styleTarget();
  QWidget* makeTarget();

  QFrame* m_target;
  QLabel *m_title, *m_hint, *m_privacy, *m_recentTitle;
  QPushButton *m_open, *m_openFolder, *m_sample;
  QVBoxLayout* m_recentList;
  QList<QStringList> m_recent;
  bool m_dropping = false;
};

/// "delivery-log.csv", or for several "delivery-log.csv and 2 more".
QString shortName(const QStringList& paths);

}  // namespace undelivered
