package dev.tunewise.slack;

import dev.tunewise.conversation.Notices;
import dev.tunewise.conversation.Wording;
import dev.tunewise.session.Attachments;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.ConversationStore;
import dev.tunewise.session.Desk;
import dev.tunewise.session.Inbox;
import dev.tunewise.session.Secrets;
import dev.tunewise.session.Summaries;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;

/** Wires the adapter where it is switched on. */
@Factory
@Requires(property = "tunewise.slack.mode")
@Requires(property = "tunewise.slack.mode", notEquals = "off")
final class SlackFactory {

    @Singleton
    SlackSide.Out out(
            SlackSettings settings, Secrets secrets, BeanProvider<Attachments> attachments, InstantSource clock) {
        List<String> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new ConfigurationException("Slack cannot start:\n- " + String.join("\n- ", faults));
        }
        // Asked for when there is something to upload: what draws may itself need the consultations, which need us.
        return new SlackSide.Out(
                settings, secrets, () -> attachments.isPresent() ? attachments.get() : Uploads.NONE, clock);
    }

    @Singleton
    SlackDelivery delivery(SlackSide.Out out) {
        return out.delivery();
    }

    @Singleton
    SlackThreadLinks links(SlackSide.Out out) {
        return out.links();
    }

    @Singleton
    SlackSide.House house(
            SlackSettings settings,
            SlackSide.Out out,
            Consultations consultations,
            Summaries summaries,
            ConversationStore store,
            Inbox inbox) {
        Notices notices = new Notices(Wording.english());
        Desk desk = new Desk(consultations, store, summaries, out.links(), notices, settings.flow());
        return new SlackSide.House(consultations, desk, summaries, store, inbox);
    }

    @Singleton
    SlackSide.In in(SlackSettings settings, SlackSide.Out out, SlackSide.House house, InstantSource clock) {
        return SlackSide.in(settings, out, house, clock, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Singleton
    Doorway doorway(SlackSide.In in) {
        return in.doorway();
    }

    @Singleton
    @Requires(property = "tunewise.slack.client-id")
    OAuthInstall install(SlackSettings settings, SlackSide.Out out, InstantSource clock) {
        return out.install(settings, clock);
    }

    @Singleton
    @Requires(property = "tunewise.slack.client-id")
    OAuthStates states(Secrets secrets, InstantSource clock) {
        return new OAuthStates(secrets, new SecureRandom(), clock);
    }
}
