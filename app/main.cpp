// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>

#include <QApplication>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include "base/open_file_limit.h"
#include "i18n/error_text.h"
#include "i18n/language.h"
#include "report/report.h"
#include "settings/settings.h"
#include "util/theme.h"
#include "views/main_window.h"

namespace {

using namespace undelivered;

// The same as the command-line program's.
enum ExitCode { kDone = 0, kUsage = 2, kLogUnusable = 3, kOutputFailed = 4 };

int fail(const Error& error, int exitCode) {
  std::fprintf(stderr, "undelivered: %s\n", qPrintable(sentenceFor(error)));
  return exitCode;
}

int failUsage(const QString& what) {
  std::fprintf(stderr, "undelivered: %s\n", qPrintable(what));
  return kUsage;
}

struct Options {
  QString language, theme, report, screenshot, catalogue, zone;
  std::optional<QSize> size;
  QStringList logs;
  bool withoutUser() const { return !report.isEmpty() || !screenshot.isEmpty(); }
};

struct Main {
  Q_DECLARE_TR_FUNCTIONS(Main)
};

/// Qt ends a program at once where it finds no display, even one that shows nothing (--help, --report). So it draws
/// into memory there. False where that is so.
bool findDisplay(int argc, char** argv) {
#ifdef Q_OS_LINUX
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
    if (!qEnvironmentVariableIsEmpty(name)) return true;
  }
  const bool chosen =
      std::any_of(argv + 1, argv + argc, [](const char* arg) { return qstrcmp(arg, "-platform") == 0; });
  if (chosen) return true;
  qputenv("QT_QPA_PLATFORM", "offscreen");
  return false;
#else
  Q_UNUSED(argc)
  Q_UNUSED(argv)
  return true;
#endif
}

Options parse(const QApplication& app) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      Main::tr("Tells which messages of a delivery log failed, why, and what to do next."));
  const QCommandLineOption language(QStringLiteral("lang"), Main::tr("Language of the window: en or de."),
                                    QStringLiteral("LANG"));
  const QCommandLineOption theme(QStringLiteral("theme"), Main::tr("Colours: system, light or dark."),
                                 QStringLiteral("THEME"));
  const QCommandLineOption catalogue(QStringLiteral("catalogue"),
                                     Main::tr("Lay a catalogue file of your own over the built-in one."),
                                     QStringLiteral("FILE"));
  const QCommandLineOption zone(QStringLiteral("zone"),
                                Main::tr("Time zone of times that name none, and of days (Europe/Berlin)."),
                                QStringLiteral("NAME"), QStringLiteral("Europe/Berlin"));
  const QCommandLineOption report(
      QStringLiteral("report"),
      Main::tr("Write action list, summary and charts into a folder and end; no window is shown."),
      QStringLiteral("DIR"));
  const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                      Main::tr("Write a picture of the window into a file and end."),
                                      QStringLiteral("FILE"));
  const QCommandLineOption size(QStringLiteral("size"), Main::tr("Size of the window, for example 1440x900."),
                                QStringLiteral("WxH"));
  parser.addOptions({language, theme, catalogue, zone, report, screenshot, size});
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument(QStringLiteral("LOG"), Main::tr("Files or folders to open."),
                               QStringLiteral("[LOG...]"));
  parser.process(app);

  Options options{parser.value(language),  parser.value(theme), parser.value(report), parser.value(screenshot),
                  parser.value(catalogue), parser.value(zone),  std::nullopt,         parser.positionalArguments()};
  const QStringList sides = parser.value(size).split(QLatin1Char('x'));
  if (sides.size() == 2) options.size = QSize(sides[0].toInt(), sides[1].toInt());
  if (parser.isSet(size) && (!options.size || options.size->isEmpty())) {
    std::exit(failUsage(Main::tr("--size %1 is no size; an example is 1440x900").arg(parser.value(size))));
  }
  if (!options.language.isEmpty() && options.language != QLatin1String("en") &&
      options.language != QLatin1String("de")) {
    std::exit(failUsage(Main::tr("--lang %1: there are en and de").arg(options.language)));
  }
  if (!options.theme.isEmpty() && themeName(themeFromName(options.theme)) != options.theme) {
    std::exit(failUsage(Main::tr("--theme %1: there are system, light and dark").arg(options.theme)));
  }
  return options;
}

Result<LogDocument::Setup> setUp(const Options& options) {
  LogDocument::Setup setup;
  const auto zone = Zone::find(options.zone.toStdString());
  if (!zone) return tl::unexpected(zone.error());
  setup.zone = *zone;
  if (options.catalogue.isEmpty()) return setup;
  auto catalogue = Catalogue::load(QFile::encodeName(options.catalogue).toStdString());
  if (!catalogue) return tl::unexpected(catalogue.error());
  setup.catalogue = std::move(*catalogue);
  return setup;
}

/// Report and screenshot: everything that the window would show, without anybody to look at it.
int runWithoutUser(MainWindow& window, const Options& options) {
  if (options.logs.isEmpty()) return failUsage(Main::tr("Name the logs to report on."));
  window.setAttribute(Qt::WA_DontShowOnScreen, !options.report.isEmpty());
  window.show();
  if (const auto loaded = loadAndWait(window, options.logs); !loaded) return fail(loaded.error(), kLogUnusable);
  if (!options.report.isEmpty()) {
    const auto written = writeReport(window, options.report);
    if (!written) return fail(written.error(), kOutputFailed);
  }
  if (!options.screenshot.isEmpty()) {
    const auto written = saveScreenshot(window, options.screenshot);
    if (!written) return fail(written.error(), kOutputFailed);
  }
  return kDone;
}

}  // namespace

int main(int argc, char** argv) {
  undelivered::raiseOpenFileLimit();
  const bool hasDisplay = findDisplay(argc, argv);
  QApplication app(argc, argv);
  QApplication::setOrganizationDomain(QStringLiteral("collect.ai"));
  QApplication::setApplicationName(QStringLiteral("undelivered"));
  QApplication::setApplicationDisplayName(QStringLiteral("Undelivered"));
  QApplication::setApplicationVersion(QStringLiteral(UNDELIVERED_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("ai.collect.Undelivered"));

  Language language;
  language.use(Language::ofSystem());  // for the messages about the command line itself
  const Options options = parse(app);

  // A report is the same whatever the user has chosen for the window.
  std::optional<QTemporaryDir> scratch;
  if (options.withoutUser()) scratch.emplace();
  Settings settings(scratch ? scratch->filePath(QStringLiteral("settings.ini")) : QString());
  const QString chosen = options.language.isEmpty() ? settings.language() : options.language;
  language.use(chosen.isEmpty() ? Language::ofSystem() : chosen);
  if (!options.theme.isEmpty()) settings.setTheme(options.theme);
  applyTheme(themeFromName(settings.theme()));

  if (!hasDisplay && !options.withoutUser()) {
    return failUsage(Main::tr(
        "There is no display to show the window on. --report DIR writes the same as files, and undelivered-cli "
        "answers in a terminal."));
  }
  auto setup = setUp(options);
  if (!setup) return fail(setup.error(), kUsage);
  MainWindow window(settings, language, std::move(*setup));
  if (options.size) window.resize(*options.size);
  if (options.withoutUser()) return runWithoutUser(window, options);
  window.openWhenPainted(options.logs);
  window.show();
  return QApplication::exec();
}
