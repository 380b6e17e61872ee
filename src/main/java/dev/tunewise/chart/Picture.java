package dev.tunewise.chart;

import de.erichseifert.vectorgraphics2d.Processor;
import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A picture that is drawn when it is asked for: to say what it shows takes no fonts. Drawing the same picture twice gives the same
 * bytes.
 */
public record Picture(ChartStyle look, String title, String alternativeText, Supplier<Drawing> drawing) {
    private static final Pattern ROOT = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern LOGICAL_FONT =
            Pattern.compile("font-family:\\s*['\"]?(SansSerif|Dialog)['\"]?", Pattern.CASE_INSENSITIVE);

    private static final Pattern CLIP = Pattern.compile("clip\\d+");

    /** The picture as PNG. */
    public byte[] png() {
        Drawing drawn = drawing.get();
        int density = look.density();
        BufferedImage image =
                new BufferedImage(look.width() * density, drawn.height() * density, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(density, density);
            drawn.paint(graphics);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException failed) {
            throw new UncheckedIOException("Writing the picture \"" + title + "\" as PNG failed", failed);
        }
        return out.toByteArray();
    }

    /** The picture as SVG, with its title and its meaning in words. */
    public String svg() {
        Drawing drawn = drawing.get();
        VectorGraphics2D graphics = new VectorGraphics2D();
        drawn.paint(graphics);
        Processor processor = Processors.get("svg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            processor
                    .getDocument(graphics.getCommands(), new PageSize(0, 0, look.width(), drawn.height()))
                    .writeTo(out);
        } catch (IOException failed) {
            throw new UncheckedIOException("Writing the picture \"" + title + "\" as SVG failed", failed);
        }
        return accessible(out.toString(StandardCharsets.UTF_8), drawn.height());
    }

    /**
     * Makes an SVG that scales, uses fonts every reader has, and can be read out. The size stands at the root because the library leaves out what
     * it takes for the default.
     */
    private String accessible(String svg, int height) {
        Matcher root = ROOT.matcher(svg);
        if (!root.find()) {
            throw new IllegalStateException("The drawing is no SVG: " + svg.substring(0, Math.min(200, svg.length())));
        }
        String start =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\""
                        + " role=\"img\" width=\"" + look.width() + "\" height=\"" + height + "\" viewBox=\"0 0 "
                        + look.width() + " "
                        + height
                        + "\" style=\"font-family:sans-serif;font-size:12px\">\n  <title>" + escaped(title)
                        + "</title>\n  <desc>" + escaped(alternativeText) + "</desc>";
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
