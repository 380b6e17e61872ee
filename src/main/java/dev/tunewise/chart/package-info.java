/**
 * Pictures of an estimate as PNG and SVG, with their meaning in words for those who cannot see them. It must not know where pictures
 * are shown.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.chart;
