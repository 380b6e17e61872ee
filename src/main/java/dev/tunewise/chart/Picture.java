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
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * A picture that is drawn when it is asked for: to say what it shows takes no fonts. Drawing the same picture twice gives the same
 * bytes.
 */
public record Picture(ChartStyle look, String title, String alternativeText, Supplier<Drawing> drawing) {
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
        return SvgText.accessible(
                out.toString(StandardCharsets.UTF_8), look.width(), drawn.height(), title, alternativeText);
    }
}
