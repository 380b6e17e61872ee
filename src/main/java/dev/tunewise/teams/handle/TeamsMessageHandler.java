package dev.tunewise.teams.handle;

import dev.tunewise.channel.ChannelFrame;
import dev.tunewise.chat.Action;
import dev.tunewise.conversation.followup.FollowUpPhrases;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.command.MessageChanges;
import dev.tunewise.session.command.SlashCommand;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.teams.deliver.ConversationReference;
import dev.tunewise.teams.deliver.TeamsDelivery;
import dev.tunewise.teams.deliver.TeamsReadingAll;
import dev.tunewise.teams.render.ClickCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes what people write: mentions, chats with us alone, slash commands, and free text where an admin allowed it.
 *
 * @param readsThreads whether replies without a mention are read in threads of consultations
 */
public record TeamsMessageHandler(
        TeamsConsultations rooms,
        TeamsCommandHandler orders,
        MessageChanges changes,
        TeamsReadingAll heard,
        boolean readsThreads) {
    /** The command that opens a consultation has a name, because Teams' menu wants one; it may be left out. */
    private static final Pattern NAMED = Pattern.compile("^/?consult\\b[\\s:]*", Pattern.CASE_INSENSITIVE);

    public void take(Activity activity) {
        ConversationReference place = ConversationReference.of(activity);
        Optional<ClickCode.Click> click = ClickCode.read(activity.value());
        if (click.isPresent()) {
            clicked(activity, place, click.get());
            return;
        }
        String text = NAMED.matcher(Mentions.stripped(activity)).replaceFirst("");
        if (activity.targeted()) {
            slash(activity, place, text);
        } else if (place.kind() == ConversationReference.Kind.PERSONAL || activity.mentionsUs()) {
            addressed(activity, place, text);
        } else {
            overheard(activity, place, text);
        }
    }

    /** Somebody edited a message; in a consultation its new words replace what it gave. */
    public void edited(Activity activity) {
        ConversationReference place = ConversationReference.of(activity);
        boolean addressed = place.kind() == ConversationReference.Kind.PERSONAL || activity.mentionsUs();
        String text = NAMED.matcher(Mentions.stripped(activity)).replaceFirst("");
        if (!text.isEmpty() && (addressed || readsThreads)) {
            holder(activity, place)
                    .or(() -> rooms.here(place, activity.id()))
                    .ifPresent(conversation -> changes.edited(
                            conversation, rooms.inbound(activity, new UserInput.Edited(text, addressed))));
        }
    }

    public void deleted(Activity activity) {
        ConversationReference place = ConversationReference.of(activity);
        holder(activity, place)
                .or(() -> rooms.at(place))
                .ifPresent(conversation -> changes.deleted(
                        conversation,
                        "delete:" + activity.conversation() + ":" + activity.id(),
                        activity.id(),
                        rooms.at(activity)));
    }

    /** The consultation that a message went into; in a chat another one may be open meanwhile. */
    private Optional<String> holder(Activity activity, ConversationReference place) {
        return changes.consultation(
                TeamsDelivery.CHANNEL, place.tenant(), "message:" + activity.conversation() + ":" + activity.id());
    }

    /** A client without `Action.Execute` sends a message instead. */
    private void clicked(Activity activity, ConversationReference place, ClickCode.Click click) {
        if (click instanceof ClickCode.Click.Done done) {
            rooms.belonging(place, click.origin().conversation())
                    .ifPresent(found -> rooms.take(found.id(), activity, done.input()));
        }
    }

    /** Nobody else sees a slash command, so a consultation that it opens begins with a post of its own. */
    private void slash(Activity activity, ConversationReference place, String text) {
        SlashCommand command = SlashCommand.parse(text);
        Optional<String> here = rooms.at(place);
        ConversationReference about =
                command instanceof SlashCommand.Open || here.isEmpty() ? place.withThread("") : place;
        orders.carryOut(activity, command, about, place);
    }

    private void addressed(Activity activity, ConversationReference place, String text) {
        SlashCommand command = SlashCommand.parse(text);
        // What becomes of an answer is said after it was given.
        boolean afterwards = command instanceof SlashCommand.Open && FollowUpPhrases.isForTheLast(text);
        Optional<String> here =
                rooms.here(place, activity.id()).or(() -> afterwards ? rooms.latest(place) : Optional.empty());
        if (here.isPresent() && !command.isAboutTheRoom()) {
            UserInput input =
                    text.isEmpty() ? new UserInput.Clicked(Action.Command.of("repeat")) : said(activity, text, true);
            rooms.take(here.get(), activity, input);
            return;
        }
        // Only a new consultation goes on in this thread; commands are about the one that the room has.
        boolean inThread = place.kind() == ConversationReference.Kind.CHANNEL && command instanceof SlashCommand.Open;
        orders.carryOut(activity, command, inThread ? place : place.withThread(""), place);
    }

    /** What people say to each other is read in threads of consultations only, open or decided; what counts of it the consultation knows. */
    private void overheard(Activity activity, ConversationReference place, String text) {
        if (!readsThreads || place.kind() != ConversationReference.Kind.CHANNEL) {
            return;
        }
        heard.heard(place);
        if (!place.thread().isEmpty() && !text.isEmpty()) {
            rooms.here(place, activity.id())
                    .ifPresent(conversation -> rooms.take(conversation, activity, said(activity, text, false)));
        }
    }

    /** What was typed, or the command that it is when it makes somebody the owner who is mentioned in it. */
    private static UserInput said(Activity activity, String text, boolean addressed) {
        List<Author> mentioned = activity.mentions().stream()
                .filter(mention -> !mention.id().equals(activity.bot()))
                .map(mention -> new Author(mention.id(), mention.name()))
                .filter(person -> !person.name().isBlank())
                .toList();
        return ChannelFrame.said(text, mentioned, addressed);
    }
}
