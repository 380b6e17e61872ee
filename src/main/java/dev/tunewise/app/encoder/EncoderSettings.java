package dev.tunewise.app.encoder;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The sentence encoder that proposes choices from examples.
 *
 * @param enabled whether it is used; without it choices are read by rules alone
 * @param cache folder for what was learned from examples; empty for none, which learns again at every start where examples differ from those
 *     that the program shipped with
 */
@ConfigurationProperties("tunewise.encoder")
public record EncoderSettings(
        @Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "") String cache) {}
