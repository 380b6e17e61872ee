package dev.tunewise.slack.handle;

import dev.tunewise.channel.RoomNames;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.command.CommandService;
import dev.tunewise.session.command.SlashCommand;
import dev.tunewise.session.quota.QuotaExceeded;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackBots;
import dev.tunewise.slack.client.SlackChannels;
import dev.tunewise.slack.client.SlackResult;
import dev.tunewise.slack.deliver.EphemeralMessages;
import dev.tunewise.slack.deliver.SlackMessageSender;
import dev.tunewise.slack.deliver.SlackThreadLinks;
import dev.tunewise.slack.render.PostRenderer;
import dev.tunewise.slack.render.SlackPhrases;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has commands carried out by the desk, and shows what comes of them to the person who gave them. */
public record SlackCommandHandler(CommandService desk, SlackConsultations turns, Ways ways) {
    private static final Logger LOG = LoggerFactory.getLogger(SlackCommandHandler.class);

    public record Ways(
            SlackBots bots,
            SlackChannels channels,
            SlackMessageSender messages,
            EphemeralMessages whispers,
            SlackThreadLinks links) {}

    /**
     * @param called how the command is called where it was given
     * @param place where it was given, with the thread that a consultation would go on in; without one when the root card makes it
     * @param event who gave it, and the key; its input is put in place by the desk
     */
    record Order(SlashCommand command, String called, Address place, InboundEvent event) {}

    /** Says, once, that something was too much. */
    public void tooMuch(QuotaExceeded.Refused over) {
        Address place = over.place();
        Optional<SlackBot> bot = over.tell() ? ways.bots().find(place.workspace()) : Optional.empty();
        if (bot.isPresent()) {
            CommandReplies.Notice notice = over.notice(desk.notices());
            ways.whispers()
                    .show(bot.get(), over.person(), place.room(), place.thread(), notice.blocks(), notice.plain());
        }
    }

    void carryOut(Order order) {
        Address address = order.place();
        turns.admit(
                address,
                order.event(),
                order.command() instanceof SlashCommand.Open(String problem) && !problem.isBlank());
        Optional<SlackBot> bot = ways.bots().find(address.workspace());
        if (bot.isEmpty() && !ways.bots().gone(address.workspace())) {
            throw new IllegalStateException("Slack gives no valid token now; the command is carried out when it does");
        }
        if (bot.isEmpty()) {
            LOG.warn("A command came from {}, where Tunewise is not installed", address.workspace());
            return;
        }
        Optional<CommandReplies.Notice> objection = objection(order, bot.get());
        if (objection.isPresent()) {
            tell(order, bot.get(), objection.get());
            return;
        }
        switch (desk.take(order.command(), order.called(), address, order.event())) {
            case CommandService.Reply.Told(var notice, var named) ->
                tell(order, bot.get(), named(bot.get(), notice, named, ""));
            case CommandService.Reply.Announced(var notice, var rooms, var named) ->
                announce(order, bot.get(), notice, named, rooms);
            case CommandService.Reply.Turned(Consultations.Taken taken) -> point(order, bot.get(), taken);
        }
    }

    /** What stands in the way on Slack's side, with the remedy. */
    private Optional<CommandReplies.Notice> objection(Order order, SlackBot bot) {
        if (order.command() instanceof SlashCommand.Open(String problem) && !problem.isBlank()) {
            return ways.channels().mayWrite(bot, order.place().room())
                    ? Optional.empty()
                    : Optional.of(desk.notices().say("channel-closed-here", SlackPhrases.inviteHere(bot.name())));
        }
        Optional<SlashCommand.SummaryChannel> chosen = SlashCommand.SummaryChannel.in(order.command());
        if (chosen.isPresent() && chosen.get().named()) {
            SlashCommand.SummaryChannel choice = chosen.get();
            if (!SlackChannels.isId(choice.channel())) {
                return Optional.of(desk.notices().say("channel-unknown", SlackPhrases.pickChannel()));
            }
            return ways.channels().mayWrite(bot, choice.channel())
                    ? Optional.empty()
                    : Optional.of(desk.notices().say("channel-closed", SlackPhrases.inviteThere(bot.name())));
        }
        return Optional.empty();
    }

    private CommandReplies.Notice named(
            SlackBot bot, CommandReplies.Notice notice, CommandService.Reply.Named named, String where) {
        return RoomNames.in(
                notice,
                named,
                where,
                desk.notices().wording(),
                channel -> ways.channels().name(bot, channel));
    }

    /** What is set for a place, for the Home tab of a person. */
    CommandReplies.Notice settings(SlackBot bot, Address address, String person) {
        CommandService.Reply.Told told = desk.settings().show(address, person);
        return named(bot, told.notice(), told.named(), "");
    }

    /** Tells everybody in some channels, and whoever did it where they are not among them. */
    private void announce(
            Order order,
            SlackBot bot,
            CommandReplies.Notice unnamed,
            CommandService.Reply.Named named,
            Set<String> rooms) {
        boolean told = false;
        for (String room : rooms) {
            CommandReplies.Notice notice = named(bot, unnamed, named, room);
            Post post = new Post("announcement", new Post.Root(), notice.blocks(), notice.plain());
            SlackResult<String> sent = ways.messages().post(bot, room, "", PostRenderer.render("", post));
            told |= sent instanceof SlackResult.Done<?>
                    && room.equals(order.place().room());
            if (!(sent instanceof SlackResult.Done<?>)) {
                LOG.warn("A change of settings could not be announced in {}: {}", room, sent);
            }
        }
        if (!told) {
            tell(order, bot, named(bot, unnamed, new CommandService.Reply.Named(named.ids(), Set.of()), ""));
        }
    }

    private void tell(Order order, SlackBot bot, CommandReplies.Notice notice) {
        Address place = order.place();
        if (!order.event().among()) {
            Post post = new Post("note", new Post.Thread(), notice.blocks(), notice.plain());
            ways.messages().post(bot, place.room(), place.thread(), PostRenderer.render("", post));
        } else {
            ways.whispers().show(bot, order.event().author().id(), place.room(), "", notice.blocks(), notice.plain());
        }
    }

    /** Says where the answer is, when it is not where the command was given. */
    private void point(Order order, SlackBot bot, Consultations.Taken taken) {
        boolean elsewhere =
                !(order.command() instanceof SlashCommand.Open) && order.event().among();
        if (!elsewhere || !(taken instanceof Consultations.Taken.Done done)) {
            return;
        }
        turns.frame()
                .find(done.conversation())
                .flatMap(conversation -> ways.links().link(conversation.id(), conversation.address()))
                .ifPresent(url -> tell(order, bot, desk.notices().answeredIn(url)));
    }
}
