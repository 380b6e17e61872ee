package dev.tunewise.teams.handle;

import dev.tunewise.channel.RoomNames;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.command.CommandService;
import dev.tunewise.session.command.SlashCommand;
import dev.tunewise.session.quota.QuotaExceeded;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.teams.deliver.ConversationReference;
import dev.tunewise.teams.deliver.TeamsChannels;
import dev.tunewise.teams.deliver.TeamsNotifier;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has commands carried out by the desk, and shows what comes of them where they were given. */
public record TeamsCommandHandler(CommandService desk, TeamsConsultations rooms, Ways ways) {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsCommandHandler.class);

    public record Ways(TeamsNotifier teller, TeamsChannels channels, ThreadLinks links) {}

    /** Says, once and to them alone, that something was too much. */
    public void tooMuch(Activity activity, QuotaExceeded.Refused over) {
        if (over.tell()) {
            ways.teller().tell(ConversationReference.of(activity), activity.from(), told(over));
        }
    }

    CommandReplies.Notice told(QuotaExceeded.Refused over) {
        return over.notice(desk.notices());
    }

    /**
     * Carries out a command.
     *
     * @param about where a consultation would be, with its thread
     * @param shown where answers to the command itself go
     */
    void carryOut(Activity activity, SlashCommand typed, ConversationReference about, ConversationReference shown) {
        InboundEvent inbound = rooms.inbound(activity, new UserInput.Said(""));
        carryOut(activity, typed, about, shown, inbound);
    }

    private void carryOut(
            Activity activity,
            SlashCommand typed,
            ConversationReference about,
            ConversationReference shown,
            InboundEvent inbound) {
        rooms.admit(activity, inbound.key(), typed instanceof SlashCommand.Open(String problem) && !problem.isBlank());
        Optional<SlashCommand> command = resolved(typed, about);
        if (command.isEmpty()) {
            tell(activity, shown, desk.notices().say("channel-unknown", TeamsPhrases.nameChannel()));
            return;
        }
        Address address = about.address();
        CommandService.Reply reply = desk.take(command.get(), TeamsPhrases.called(about), address, inbound);
        switch (reply) {
            case CommandService.Reply.Told(var notice, var named) ->
                tell(activity, shown, named(notice, named, about, ""));
            case CommandService.Reply.Announced(var notice, var rooms, var named) ->
                announce(activity, about, shown, notice, named, rooms);
            case CommandService.Reply.Turned(Consultations.Taken taken) -> point(activity, command.get(), shown, taken);
        }
    }

    /**
     * Opens a consultation about a message, or adds the words to the one of its thread.
     *
     * @param writer who wrote the words, where it was not the one who points at them
     */
    void openAbout(Activity activity, ConversationReference place, String problem, Optional<Author> writer) {
        if (problem.isEmpty()) {
            return;
        }
        InboundEvent own = rooms.inbound(activity, new UserInput.Said(problem));
        InboundEvent inbound =
                new InboundEvent(own.key(), writer.orElse(own.author()), own.at(), own.message(), own.input());
        Optional<String> here = rooms.at(place);
        if (here.isPresent()) {
            rooms.take(here.get(), activity, inbound);
        } else {
            carryOut(activity, new SlashCommand.Open(problem), place, place, inbound);
        }
    }

    /** The command with a channel's id in the place of its name; empty when there is no such channel. */
    private Optional<SlashCommand> resolved(SlashCommand command, ConversationReference place) {
        Optional<SlashCommand.SummaryChannel> choice =
                SlashCommand.SummaryChannel.in(command).filter(SlashCommand.SummaryChannel::named);
        if (choice.isEmpty()) {
            return Optional.of(command);
        }
        return ways.channels()
                .find(place, choice.get().channel())
                .map(channel -> command instanceof SlashCommand.WorkspaceSetting(var setting, var _)
                        ? new SlashCommand.WorkspaceSetting(setting, channel)
                        : new SlashCommand.SummaryChannel(channel));
    }

    private CommandReplies.Notice named(
            CommandReplies.Notice notice, CommandService.Reply.Named named, ConversationReference place, String where) {
        return RoomNames.in(
                notice,
                named,
                where,
                desk.notices().wording(),
                channel -> ways.channels().name(place, channel).orElse(Captions.THIS_CHAT));
    }

    /** Tells everybody in some rooms; in the room where it was done, where it was done. */
    private void announce(
            Activity activity,
            ConversationReference about,
            ConversationReference shown,
            CommandReplies.Notice notice,
            CommandService.Reply.Named named,
            Set<String> rooms) {
        rooms.stream()
                .filter(room -> !room.equals(about.room()))
                .forEach(room -> ways.teller().announce(about, room, named(notice, named, about, room)));
        boolean everybody = rooms.contains(about.room()) || !activity.targeted();
        ways.teller().tell(shown, everybody ? "" : activity.from(), named(notice, named, about, about.room()));
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
                rooms.frame()
                        .find(done.conversation())
                        .filter(found -> shown.kind() == ConversationReference.Kind.CHANNEL
                                && !found.address().thread().equals(shown.thread()))
                        .flatMap(found -> ways.links().link(found.id(), found.address()))
                        .ifPresent(url -> tell(activity, shown, desk.notices().answeredIn(url)));
        }
    }
}
