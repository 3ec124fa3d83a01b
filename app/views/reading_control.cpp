// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reading_control.h"

#include <set>

#include <QFile>

#include "i18n/reading_words.h"
#include "i18n/words.h"
#include "input/headerless_key.h"
#include "settings/remembered_mappings.h"
#include "store/doubt.h"
#include "views/message_bar.h"
#include "views/start_page.h"

namespace undelivered {
namespace {

constexpr std::size_t kMostLogs = 200;  // in the dialog's list

/// One log for each header and format.
std::vector<MappingDialog::Log> logsToAskAbout(const DeliveryLog& log) {
  std::vector<MappingDialog::Log> logs;
  std::set<std::pair<std::uint64_t, std::size_t>> headers;
  for (const auto& source : log.sources()) {
    const auto& columns = source->recognition.columns;
    const bool isNew = headers.insert({headerKey(columns), columns.size()}).second;
    if (isNew && logs.size() < kMostLogs)
      logs.push_back({text(source->displayName), text(source->path), text(source->filePath)});
  }
  return logs;
}

QString namesOf(const QStringList& names) {
  if (names.size() == 1) return names.first();
  return ReadingControl::tr("%1 and %Ln more", nullptr, static_cast<int>(names.size() - 1)).arg(names.first());
}

}  // namespace

ReadingControl::ReadingControl(LogDocument& document, Settings& settings, QWidget* window)
    : QObject(window), m_document(document), m_settings(settings), m_window(window), m_bar(new MessageBar(window)) {
  m_document.setMappings(rememberedMappings(m_settings));
  connect(m_bar, &MessageBar::actionTriggered, this, &ReadingControl::ask);
}

bool ReadingControl::helpsWith(const Error& error) {
  if (error.code == ErrorCode::NoUsableColumn) return true;
  if (error.code == ErrorCode::OtherReport) return isByName(error.detail);
  return error.code == ErrorCode::NotALog && error.detail != "binary data";
}

void ReadingControl::ask() {
  if (!m_document.hasLog()) return;
  MappingDialog::Request request;
  request.logs = logsToAskAbout(m_document.log());
  for (std::size_t i = 0; i < m_document.log().sources().size(); ++i) {
    const SourceId id{static_cast<std::uint32_t>(i)};
    if (doubtOf(m_document.log(), id) == Doubt::None) continue;
    const QString path = text(m_document.log().source(id).path);
    for (std::size_t j = 0; j < request.logs.size(); ++j) {
      if (request.logs[j].path == path) request.first = static_cast<int>(j);
    }
    break;
  }
  request.zone = m_document.log().zone();
  askAbout(std::move(request), m_document.paths());
}

void ReadingControl::askAfter(const Error& error, const QStringList& paths) {
  // The error may be about a folder, or about a log in an archive: then about all that was to be opened.
  const auto job = [subject = std::filesystem::path(error.subject),
                    paths](const std::stop_token& stop) -> Result<std::vector<std::filesystem::path>> {
    if (auto files = expandPath(subject, stop)) return files;
    std::vector<std::filesystem::path> all;
    for (const QString& path : paths) {
      const auto files = expandPath(QFile::encodeName(path).toStdString(), stop);
      if (files) all.insert(all.end(), files->begin(), files->end());
    }
    return all;
  };
  using Files = Result<std::vector<std::filesystem::path>>;
  m_listing.start<Files>(job, [this, paths](Files& files) {
    if (!files || files->empty()) return;
    MappingDialog::Request request;
    for (const auto& file : *files) {
      if (request.logs.size() == kMostLogs) break;
      const QString name = QFile::decodeName(file.string().c_str());
      request.logs.push_back({text(file.filename().string()), name, name});
    }
    request.zone = m_document.setup().zone;
    askAbout(std::move(request), paths);
  });
}

void ReadingControl::askAbout(MappingDialog::Request request, const QStringList& paths) {
  if (m_dialog) {
    m_dialog->raise();
    return;
  }
  request.catalogue = m_document.setup().catalogue;
  request.usualZone = m_document.setup().zone;
  request.mappings = rememberedMappings(m_settings);
  request.files = &m_document.files();
  m_dialog = new MappingDialog(std::move(request), m_settings, m_window);
  m_dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(m_dialog, &QObject::destroyed, this, [this] { m_dialog = nullptr; });
  connect(m_dialog, &QDialog::accepted, this, [this, paths, dialog = m_dialog] { apply(*dialog, paths); });
  m_dialog->open();
}

void ReadingControl::apply(const MappingDialog& dialog, const QStringList& paths) {
  for (const MappingDialog::Choice& choice : dialog.choices()) {
    if (choice.isGuess) {
      forgetMapping(m_settings, choice.mapping.header);
      forgetMapping(m_settings, headerlessKey(choice.mapping.header));
    } else {
      rememberMapping(m_settings, choice.mapping);
    }
  }
  m_document.setMappings(rememberedMappings(m_settings));
  m_justChosen = true;
  m_document.open(paths, dialog.zone());
}

void ReadingControl::showLog() {
  tell();
  m_justChosen = false;
}

void ReadingControl::retranslate() {
  if (m_bar->isVisibleTo(m_window)) tell();
}

void ReadingControl::tell() {
  m_bar->hide();
  if (!m_document.hasLog()) return;
  const DeliveryLog& log = m_document.log();
  QStringList doubted, chosen;
  Doubt why = Doubt::None;
  bool zoneNotUsed = false;
  for (std::size_t i = 0; i < log.sources().size(); ++i) {
    const SourceId id{static_cast<std::uint32_t>(i)};
    const Recognition& recognition = log.source(id).recognition;
    const QString name = text(log.source(id).displayName);
    const Doubt doubt = doubtOf(log, id);
    if (doubt != Doubt::None) {
      if (doubted.isEmpty()) why = doubt;
      doubted.append(name);
    }
    if (recognition.chosen) chosen.append(name);
    zoneNotUsed |= !recognition.chosenZone.empty() && recognition.chosenZone != log.zone().name();
  }
  if (!doubted.isEmpty()) {
    m_bar->tell(MessageBar::Kind::Note,
                tr("It is not sure that %1 is read as it is meant: %2.").arg(namesOf(doubted), words(why)),
                tr("Check the columns…"));
  } else if (!chosen.isEmpty() && !m_justChosen) {
    QString sentence = tr("%1: read as you chose before for logs with this header.").arg(namesOf(chosen));
    if (zoneNotUsed) {
      sentence += QLatin1Char(' ') + tr("Times that name no zone are those of %1, since logs with other choices are "
                                        "open too.")
                                         .arg(text(log.zone().name()));
    }
    m_bar->tell(MessageBar::Kind::Note, sentence, tr("Change…"));
  }
}

}  // namespace undelivered
