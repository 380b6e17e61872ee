package dev.tunewise.chart;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes an SVG that scales, uses fonts every reader has, and can be read out. The size stands at the root because the library leaves
 * out what it takes for the default.
 */
final class SvgText {
    private static final Pattern ROOT = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern LOGICAL_FONT =
            Pattern.compile("font-family:\\s*['\"]?(SansSerif|Dialog)['\"]?", Pattern.CASE_INSENSITIVE);

    private static final Pattern CLIP = Pattern.compile("clip\\d+");

    static String accessible(String svg, int width, int height, String title, String description) {
        Matcher root = ROOT.matcher(svg);
        if (!root.find()) {
            throw new IllegalStateException("The drawing is no SVG: " + svg.substring(0, Math.min(200, svg.length())));
        }
        String start =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\""
                        + " role=\"img\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " "
                        + height
                        + "\" style=\"font-family:sans-serif;font-size:12px\">\n  <title>" + escaped(title)
                        + "</title>\n  <desc>" + escaped(description) + "</desc>";
        String body = numbered(svg.substring(root.end()));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + start
                + LOGICAL_FONT.matcher(body).replaceAll("font-family:sans-serif");
    }

    /** Names of clips that are the same in every run. */
    private static String numbered(String svg) {
        Map<String, String> names = new HashMap<>();
        return CLIP.matcher(svg)
                .replaceAll(clip -> names.computeIfAbsent(clip.group(), name -> "clip-" + (names.size() + 1)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
