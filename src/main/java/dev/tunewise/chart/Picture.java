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
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.IChart;

/** A picture that is drawn when it is asked for. Drawing the same picture twice gives the same bytes. */
public final class Picture {
    private final int width;
    private final int height;
    private final int density;
    private final String title;
    private final String alternativeText;
    private final Consumer<Graphics2D> drawing;

    private Picture(Look look, int height, String title, String alternativeText, Consumer<Graphics2D> drawing) {
        this.width = look.width();
        this.height = height;
        this.density = look.density();
        this.title = title;
        this.alternativeText = alternativeText;
        this.drawing = drawing;
    }

    /** A chart with its key below. */
    static Picture of(Look look, IChart chart, Legend legend, String title, String alternativeText) {
        int chartHeight = chart.getHeight();
        int height = chartHeight + legend.height();
        return new Picture(look, height, title, alternativeText, graphics -> {
            graphics.setColor(look.theme().background());
            graphics.fillRect(0, 0, look.width(), height);
            chart.paint(graphics, look.width(), chartHeight);
            legend.draw(graphics, chartHeight);
        });
    }

    /** The title in it. */
    public String title() {
        return title;
    }

    /** What it shows, in words with the figures. */
    public String alternativeText() {
        return alternativeText;
    }

    /** The picture as PNG. */
    public byte[] png() {
        BufferedImage image = new BufferedImage(width * density, height * density, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(density, density);
            drawing.accept(graphics);
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
        VectorGraphics2D graphics = new VectorGraphics2D();
        drawing.accept(graphics);
        Processor processor = Processors.get("svg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            processor
                    .getDocument(graphics.getCommands(), new PageSize(0, 0, width, height))
                    .writeTo(out);
        } catch (IOException failed) {
            throw new UncheckedIOException("Writing the picture \"" + title + "\" as SVG failed", failed);
        }
        return SvgText.accessible(out.toString(StandardCharsets.UTF_8), width, height, title, alternativeText);
    }
}
