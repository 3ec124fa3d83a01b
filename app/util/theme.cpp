// SPDX-License-Identifier: GPL-3.0-or-later
#include "util/theme.h"

#include <QApplication>
#include <QStyle>

#include "util/style.h"

namespace undelivered {
namespace {

struct Shades {
  QColor window, base, alternate, text, button, highlight, highlightedText, link, placeholder, disabled, tip;
};

constexpr auto kRoles = {QPalette::WindowText, QPalette::Text, QPalette::ButtonText};

QPalette paletteOf(const Shades& shades) {
  QPalette palette(shades.button, shades.window);
  palette.setColor(QPalette::Window, shades.window);
  palette.setColor(QPalette::Base, shades.base);
  palette.setColor(QPalette::AlternateBase, shades.alternate);
  palette.setColor(QPalette::Button, shades.button);
  palette.setColor(QPalette::Highlight, shades.highlight);
  palette.setColor(QPalette::HighlightedText, shades.highlightedText);
  palette.setColor(QPalette::Link, shades.link);
  palette.setColor(QPalette::LinkVisited, shades.link);
  palette.setColor(QPalette::ToolTipBase, shades.tip);
  palette.setColor(QPalette::ToolTipText, shades.text);
  palette.setColor(QPalette::PlaceholderText, shades.placeholder);
  for (const auto role : kRoles) {
    palette.setColor(role, shades.text);
    palette.setColor(QPalette::Disabled, role, shades.disabled);
  }
  palette.setColor(QPalette::Disabled, QPalette::HighlightedText, shades.disabled);
  palette.setColor(QPalette::Inactive, QPalette::Highlight, shades.highlight);
  palette.setColor(QPalette::Inactive, QPalette::HighlightedText, shades.highlightedText);
  return palette;
}

Shades lightShades() {
  return {"#f4f5f7", "#ffffff", "#f7f8fa", "#1b1f24", "#fbfbfc", "#cfe5f5",
          "#10202c", "#00629b", "#626a73", "#9aa1a9", "#ffffff"};
}

Shades darkShades() {
  return {"#1f2327", "#171a1d", "#1c2024", "#e6e9ec", "#2a2f35", "#24506e",
          "#f2f6f9", "#7cc4f2", "#9aa4ae", "#6b747d", "#2a2f35"};
}

}  // namespace

Theme themeFromName(const QString& name) {
  if (name == QLatin1String("light")) return Theme::Light;
  return name == QLatin1String("dark") ? Theme::Dark : Theme::System;
}

QString themeName(Theme theme) {
  switch (theme) {
    case Theme::Light:
      return QStringLiteral("light");
    case Theme::Dark:
      return QStringLiteral("dark");
    case Theme::System:
      break;
  }
  return QStringLiteral("system");
}

void applyTheme(Theme theme) {
  // NOLINTBEGIN(clang-analyzer-cplusplus.NewDeleteLeaks): the application owns its style
  QApplication::setStyle(new Style);
  QApplication::setPalette(QPalette());  // the system's own, whatever was chosen before
  const bool dark = theme == Theme::Dark || (theme == Theme::System && isDark(QApplication::palette()));
  QApplication::setPalette(paletteOf(dark ? darkShades() : lightShades()));
  // NOLINTEND(clang-analyzer-cplusplus.NewDeleteLeaks)
}

bool isDark(const QPalette& palette) {
  return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

Colors::Colors(const QPalette& palette) {
  if (isDark(palette)) {
    accent = "#56b4e9";
    emphasis = "#f0a13a";
    secondary = "#9fd3f5";
    neutral = "#8b949e";
    faint = "#363c43";
    muted = "#a6afb8";
    card = "#262b30";
    noteGround = "#22384a";
    errorGround = "#4a2f1c";
  } else {
    accent = "#0072b2";
    emphasis = "#d55e00";
    secondary = "#4ba3d8";
    neutral = "#868e96";
    faint = "#d9dde2";
    muted = "#59626b";
    card = "#ffffff";
    noteGround = "#e3f0f9";
    errorGround = "#fbe9dc";
  }
}

}  // namespace undelivered
