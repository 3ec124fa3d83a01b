// SPDX-License-Identifier: GPL-3.0-or-later
// That the rules tell what breaks them, by examples.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tree.h"

namespace undelivered::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Rules, IncludesAreFound) {
  EXPECT_THAT(includesOf("#include <a>\n  #  include \"b/c.h\"  // x\n// #include <no>\ntext #include <no>\n"),
              ElementsAre("<a>", "\"b/c.h\""));
}

TEST(Rules, LayerMayUseThoseBelowOnly) {
  EXPECT_THAT(
      layerFindings({"core/store/x.cpp", "#include <map>\n#include \"base/result.h\"\n#include \"store/y.h\"\n"}),
      IsEmpty());
  EXPECT_THAT(layerFindings({"core/input/x.cpp", "#include \"classify/reason.h\"\n"}), SizeIs(1));
  EXPECT_THAT(layerFindings({"core/base/x.h", "#include \"export/words.h\"\n#include \"input/field.h\"\n"}), SizeIs(2));
  EXPECT_THAT(layerFindings({"core/query/x.h", "#include \"document/x.h\"\n"}), SizeIs(1));
  EXPECT_THAT(layerFindings({"core/elsewhere/x.h", ""}), SizeIs(1));
}

TEST(Rules, QtIsTold) {
  for (const char* name : {"<QString>", "<QtCore>", "<QtCore/QString>", "\"QFoo\"", "<qglobal.h>"})
    EXPECT_THAT(qtFindings({"core/x.h", "#include " + std::string(name) + "\n"}), SizeIs(1)) << name;
  EXPECT_THAT(qtFindings({"core/x.h", "#include <queue>\n#include \"query/x.h\"\n#include <CLI/CLI.hpp>\n"}),
              IsEmpty());
}

TEST(Rules, QtChartsIsTold) {
  for (const char* name :
       {"<QtCharts>", "<QtCharts/QChartView>", "<QChart>", "<QBarSeries>", "<QValueAxis>", "<QPieSlice>"}) {
    const std::string text = "#include " + std::string(name) + "\n";
    EXPECT_THAT(qtChartsFindings({"app/views/x.cpp", text}), SizeIs(1)) << name;
    EXPECT_THAT(qtChartsFindings({"app/charts/x.cpp", text}), IsEmpty()) << name;
  }
  EXPECT_THAT(qtChartsFindings({"app/views/x.cpp", "#include <QWidget>\n#include \"charts/bars.h\"\n"}), IsEmpty());
}

TEST(Rules, OthersAreTold) {
  EXPECT_THAT(systemHeaderFindings({"core/store/x.cpp", "#include <sys/stat.h>\n#include <unistd.h>\n"}), SizeIs(2));
  EXPECT_THAT(systemHeaderFindings({"core/base/posix_files.cpp", "#include <sys/stat.h>\n"}), IsEmpty());
  EXPECT_THAT(licenceFindings({"x.cpp", "#include <a>\n"}), SizeIs(1));
  EXPECT_THAT(licenceFindings({"dev", "#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\n"}), IsEmpty());
  EXPECT_THAT(lengthFindings({"x.cpp", std::string(400, '\n')}), IsEmpty());
  EXPECT_THAT(lengthFindings({"x.cpp", std::string(401, '\n')}), SizeIs(1));
  EXPECT_THAT(nameFindings({"core/base/MyClass.cpp", ""}), SizeIs(1));
  EXPECT_THAT(nameFindings({"core/base/my_class.cpp", ""}), IsEmpty());
  EXPECT_THAT(wordFindings({"app/x.cpp", "QCoreApplication::processEvents();"}, "processEvents"), SizeIs(1));
}

TEST(Rules, UntranslatedTextsAreTold) {
  const auto ts = [](const std::string& translation) {
    return File{"translations/x.ts", "<message><source>a</source>" + translation + "</message>"};
  };
  EXPECT_THAT(translationFindings(ts("<translation>b</translation>")), IsEmpty());
  EXPECT_THAT(translationFindings(ts("<translation type=\"unfinished\">b</translation>")), SizeIs(1));
  EXPECT_THAT(translationFindings(ts("<translation type=\"vanished\">b</translation>")), SizeIs(1));
  EXPECT_THAT(translationFindings(ts("<translation></translation>")), SizeIs(1));
  EXPECT_THAT(translationFindings(ts("<translation/>")), SizeIs(1));
  EXPECT_THAT(translationFindings(ts("<translation><numerusform>b</numerusform><numerusform></numerusform>"
                                     "</translation>")),
              SizeIs(1));
  EXPECT_THAT(translationFindings({"translations/x.ts", "<TS></TS>"}), SizeIs(1));
}

}  // namespace
}  // namespace undelivered::checks
