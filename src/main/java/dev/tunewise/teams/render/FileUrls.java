package dev.tunewise.teams.render;

import java.util.Optional;

/** Port: web addresses at which pictures and files of a consultation can be had. */
public interface FileUrls {
    /** Where a picture is; empty when there is no address that Teams can reach. */
    Optional<String> picture(String conversation, String chart);

    Optional<String> file(String conversation, String export, String name);
}
