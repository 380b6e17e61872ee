package dev.tunewise.teams.handle;

import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.command.CommandService;
import dev.tunewise.session.command.SlashCommand;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.teams.deliver.ConversationReference;
import dev.tunewise.teams.deliver.TeamsChannels;
import dev.tunewise.teams.deliver.TeamsNotifier;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has commands carried out by the desk, and shows what comes of them where they were given. */
public final class TeamsCommandHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsCommandHandler.class);

    private final CommandService desk;
    private final TeamsConsultations rooms;
    private final Ways ways;

    /** What is needed to answer. */
    public record Ways(TeamsNotifier teller, TeamsChannels channels, SummaryRouter summaries, ThreadLinks links) {}

    public TeamsCommandHandler(CommandService desk, TeamsConsultations rooms, Ways ways) {
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
    void carryOut(Activity activity, SlashCommand typed, ConversationReference about, ConversationReference shown) {
        Optional<SlashCommand> command = resolved(typed, about);
        if (command.isEmpty()) {
            tell(activity, shown, desk.notices().channelUnknown(TeamsPhrases.nameChannel()));
            return;
        }
        Address address = about.address();
        CommandService.Reply reply = desk.take(
                command.get(),
                TeamsPhrases.called(about),
                address,
                rooms.inbound(activity, TeamsConsultations.key(activity), new UserInput.Said("")));
        switch (reply) {
            case CommandService.Reply.Told(CommandReplies.Notice notice) ->
                tell(activity, shown, named(notice, command.get(), about));
            case CommandService.Reply.Turned(Consultations.Taken taken) -> point(activity, command.get(), shown, taken);
        }
    }

    /** Opens a consultation about a message, or adds the words to the one of its thread. */
    void openAbout(Activity activity, ConversationReference place, String problem) {
        if (problem.isEmpty()) {
            return;
        }
        Optional<String> here = rooms.at(place);
        if (here.isPresent()) {
            rooms.take(here.get(), activity, TeamsConsultations.key(activity), new UserInput.Said(problem));
        } else {
            carryOut(activity, new SlashCommand.Open(problem), place, place);
        }
    }

    /** The command with a channel's id in the place of its name; empty when there is no such channel. */
    private Optional<SlashCommand> resolved(SlashCommand command, ConversationReference place) {
        if (!(command instanceof SlashCommand.SummaryChannel choice) || !choice.named()) {
            return Optional.of(command);
        }
        return ways.channels().find(place, choice.channel()).map(SlashCommand.SummaryChannel::new);
    }

    private CommandReplies.Notice named(
            CommandReplies.Notice notice, SlashCommand command, ConversationReference place) {
        if (!(command instanceof SlashCommand.SummaryChannel || command instanceof SlashCommand.ShowSettings)) {
            return notice;
        }
        return ways.summaries()
                .channel(place.address())
                .map(id -> NameSubstitution.notice(
                        notice, id, ways.channels().name(place, id).orElse(Captions.THIS_CHAT)))
                .orElse(notice);
    }

    /** A slash command is seen by its author alone, and so is its answer; everything else is answered where all see it. */
    private void tell(Activity activity, ConversationReference shown, CommandReplies.Notice notice) {
        ways.teller().tell(shown, activity.targeted() ? activity.from() : "", notice);
    }

    /** Says where the answer is, when it is not where the command was given. */
    private void point(
            Activity activity, SlashCommand command, ConversationReference shown, Consultations.Taken taken) {
        switch (taken) {
            case Consultations.Taken.Missing(String what) -> LOG.error("A command of Teams found no {}", what);
            case Consultations.Taken.Repeated _ -> {}
            case Consultations.Taken.Done done
            when command instanceof SlashCommand.Open -> {
                if (activity.targeted()) {
                    done.posts().stream()
                            .filter(post -> post.key().equals(Post.ROOT))
                            .findFirst()
                            .ifPresent(root -> tell(activity, shown, CommandReplies.Notice.of(root.plain())));
                }
            }
            case Consultations.Taken.Done done ->
                rooms.find(done.conversation())
                        .filter(found -> shown.kind() == ConversationReference.Kind.CHANNEL
                                && !found.address().thread().equals(shown.thread()))
                        .flatMap(found -> ways.links().link(found.id(), found.address()))
                        .ifPresent(url -> tell(activity, shown, desk.notices().answeredIn(url)));
        }
    }
}
