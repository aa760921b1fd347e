/// Small parts that every screen is made of, and how values read in words.
///
/// A leaf of `ui`: it uses `model`, JavaFX, AtlantaFX and Ikonli, and no other screen. All text
/// comes from one properties file through [dev.crossdock.ui.control.Strings], all icons are named
/// in [dev.crossdock.ui.control.Icon], so that a change of wording or of icon set is made in one
/// place. Formatters and orders are pure, because they are where the mistakes would be.
@NullMarked
package dev.crossdock.ui.control;

import org.jspecify.annotations.NullMarked;
