package dev.tunewise.web;

import dev.tunewise.testing.Browser;

/** Takes pictures of addresses: `GalleryShots name=url …`. */
public final class GalleryShots {
    public static void main(String[] arguments) throws Exception {
        try (Browser browser = Browser.open()) {
            for (String argument : arguments) {
                String[] pair = argument.split("=", 2);
                for (int width : new int[] {360, 1440}) {
                    for (boolean dark : new boolean[] {false, true}) {
                        browser.look(width, width == 360 ? 740 : 1000, dark);
                        browser.driver().get(pair[1]);
                        if (pair[0].startsWith("open")) {
                            browser.driver()
                                    .executeScript("document.querySelectorAll('.answer > details')[0].open = true");
                        }
                        Thread.sleep(1200);
                        String name = pair[0] + "-" + width + (dark ? "-dark" : "-light");
                        browser.screenshot(name, false);
                        browser.screenshot(name + "-whole", true);
                        System.out.println(name + " scrollWidth "
                                + browser.driver().executeScript("return document.documentElement.scrollWidth"));
                    }
                }
            }
        }
    }
}
