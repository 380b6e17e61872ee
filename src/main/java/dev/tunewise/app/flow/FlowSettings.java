package dev.tunewise.app.flow;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Where flows come from.
 *
 * @param folder folder with one folder for each flow; empty to look for `conversation-flows` at home, beside the program and in it
 * @param home where we are at home: the present folder, unless whoever starts us says otherwise
 * @param refresh how often files are looked at for changes
 */
@ConfigurationProperties("tunewise.flows")
record FlowSettings(
        @Bindable(defaultValue = "") String folder,
        @Bindable(defaultValue = ".") String home,
        @Bindable(defaultValue = "2s") Duration refresh) {}
