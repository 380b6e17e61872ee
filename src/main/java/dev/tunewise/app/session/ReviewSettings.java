package dev.tunewise.app.session;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.ZoneId;

/**
 * When teams are asked whether an answer still holds.
 *
 * @param zone time zone whose days count, for example `Europe/Berlin`
 * @param hour hour of the day from which they are asked, 0 to 23
 */
@ConfigurationProperties("tunewise.reviews")
record ReviewSettings(
        @Bindable(defaultValue = "UTC") ZoneId zone,
        @Bindable(defaultValue = "9") int hour) {}
