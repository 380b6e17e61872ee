package dev.tunewise.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A ring around a point: larger than the markers of the lines, so that it is seen where lines meet. */
final class RingMarker extends Marker {
    private static final double LARGER = 1.7;

    private final Color inside;

    /** A ring in the colour that is set when it is drawn, filled with another. */
    RingMarker(Color inside) {
        this.inside = inside;
    }

    @Override
    public void paint(Graphics2D graphics, double x, double y, int size) {
        Color outside = graphics.getColor();
        double across = size * LARGER;
        Ellipse2D circle = new Ellipse2D.Double(x - across / 2, y - across / 2, across, across);
        graphics.setColor(inside);
        graphics.fill(circle);
        graphics.setColor(outside);
        graphics.setStroke(new BasicStroke(size / 3f));
        graphics.draw(circle);
    }
}
