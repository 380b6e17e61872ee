package dev.tunewise.teams;

import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.Input;
import dev.tunewise.conversation.Notices;
import dev.tunewise.session.Address;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.Desk;
import dev.tunewise.session.SlashCommand;
import dev.tunewise.session.Summaries;
import dev.tunewise.session.ThreadLinks;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has commands carried out by the desk, and shows what comes of them where they were given. */
final class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final Desk desk;
    private final Rooms rooms;
    private final Ways ways;

    /** What is needed to answer. */
    record Ways(Teller teller, Channels channels, Summaries summaries, ThreadLinks links) {}

    Orders(Desk desk, Rooms rooms, Ways ways) {
        this.desk = desk;
        this.rooms = rooms;
        this.ways = ways;
    }

    /**
     * Carries out a command.
     *
     * @param about where a consultation would be, with its thread
     * @param shown where answers to the command itself go
     */
    void carryOut(Activity activity, SlashCommand typed, Place about, Place shown) {
        Optional<SlashCommand> command = resolved(typed, about);
        if (command.isEmpty()) {
            tell(activity, shown, desk.notices().channelUnknown(TeamsPhrases.nameChannel()));
            return;
        }
        Address address = about.address();
        Desk.Reply reply = desk.take(
                command.get(),
                TeamsPhrases.called(about),
                address,
                rooms.inbound(activity, Rooms.key(activity), new Input.Said("")));
        switch (reply) {
            case Desk.Reply.Told(Notices.Notice notice) -> tell(activity, shown, named(notice, command.get(), about));
            case Desk.Reply.Turned(Consultations.Taken taken) -> point(activity, command.get(), shown, taken);
        }
    }

    /** Opens a consultation about a message, or adds the words to the one of its thread. */
    void openAbout(Activity activity, Place place, String problem) {
        if (problem.isEmpty()) {
            return;
        }
        Optional<String> here = rooms.at(place);
        if (here.isPresent()) {
            rooms.take(here.get(), activity, Rooms.key(activity), new Input.Said(problem));
        } else {
            carryOut(activity, new SlashCommand.Open(problem), place, place);
        }
    }

    /** The command with a channel's id in the place of its name; empty when there is no such channel. */
    private Optional<SlashCommand> resolved(SlashCommand command, Place place) {
        if (!(command instanceof SlashCommand.SummaryChannel choice) || !choice.named()) {
            return Optional.of(command);
        }
        return ways.channels().find(place, choice.channel()).map(SlashCommand.SummaryChannel::new);
    }

    private Notices.Notice named(Notices.Notice notice, SlashCommand command, Place place) {
        if (!(command instanceof SlashCommand.SummaryChannel || command instanceof SlashCommand.ShowSettings)) {
            return notice;
        }
        return ways.summaries()
                .channel(place.address())
                .map(id ->
                        Named.notice(notice, id, ways.channels().name(place, id).orElse(Captions.THIS_CHAT)))
                .orElse(notice);
    }

    /** A slash command is seen by its author alone, and so is its answer; everything else is answered where all see it. */
    private void tell(Activity activity, Place shown, Notices.Notice notice) {
        ways.teller().tell(shown, activity.targeted() ? activity.from() : "", notice);
    }

    /** Says where the answer is, when it is not where the command was given. */
    private void point(Activity activity, SlashCommand command, Place shown, Consultations.Taken taken) {
        switch (taken) {
            case Consultations.Taken.Missing(String what) -> LOG.error("A command of Teams found no {}", what);
            case Consultations.Taken.Repeated _ -> {}
            case Consultations.Taken.Done done
            when command instanceof SlashCommand.Open -> {
                if (activity.targeted()) {
                    done.posts().stream()
                            .filter(post -> post.key().equals(Post.ROOT))
                            .findFirst()
                            .ifPresent(root -> tell(activity, shown, Notices.Notice.of(root.plain())));
                }
            }
            case Consultations.Taken.Done done ->
                rooms.find(done.conversation())
                        .filter(found -> shown.kind() == Place.Kind.CHANNEL
                                && !found.address().thread().equals(shown.thread()))
                        .flatMap(found -> ways.links().link(found.id(), found.address()))
                        .ifPresent(url -> tell(activity, shown, desk.notices().answeredIn(url)));
        }
    }
}
