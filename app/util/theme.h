// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace undelivered {

enum class Theme { System, Light, Dark };

/// "system", "light", "dark"; anything else is System.
Theme themeFromName(const QString& name);
QString themeName(Theme theme);

/// Gives the application the Fusion style with light or dark colours; System leaves the platform's own palette.
void applyTheme(Theme theme);

/// Whether a palette is a dark one: its text is lighter than its ground.
bool isDark(const QPalette& palette);

/// Colours with a meaning, safe for colour-blind people (Okabe and Ito's set, jfly.uni-koeln.de/color) and of a
/// contrast of 3:1 or more to the ground. None of them is ever the only sign of what it says.
struct Colors {
  QColor accent;      ///< bars, links, what is chosen
  QColor emphasis;    ///< what the user is to act on
  QColor secondary;   ///< the second of two
  QColor neutral;     ///< nothing to do, unknown
  QColor faint;       ///< lines between areas
  QColor muted;       ///< less important text, 4.5:1 or more
  QColor card;        ///< the ground of cards and charts
  QColor noteGround;  ///< bars that tell something
  QColor errorGround;

  explicit Colors(const QPalette& palette);
};

}  // namespace undelivered
