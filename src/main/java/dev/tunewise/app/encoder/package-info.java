/**
 * Puts the sentence encoder into service: settings, loading on first use, and what was learned from each flow's examples. It must not know how
 * vectors are made, nor how proposals are shown.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.app.encoder;
