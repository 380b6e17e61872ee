package dev.tunewise.chart;

import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.IChart;

/** A chart with its key below, ready to be painted. To make one takes fonts. */
record Drawing(ChartStyle look, IChart chart, Legend legend) {
    int height() {
        return chart.getHeight() + legend.height();
    }

    void paint(Graphics2D graphics) {
        int chartHeight = chart.getHeight();
        graphics.setColor(look.theme().background());
        graphics.fillRect(0, 0, look.width(), height());
        chart.paint(graphics, look.width(), chartHeight);
        legend.draw(graphics, chartHeight);
    }
}
