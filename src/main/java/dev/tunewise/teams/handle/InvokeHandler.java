package dev.tunewise.teams.handle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.channel.ChannelFrame;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.quota.QuotaExceeded;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.teams.deliver.ConversationReference;
import dev.tunewise.teams.render.CardOrigin;
import dev.tunewise.teams.render.CardRenderer;
import dev.tunewise.teams.render.ClickCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers invokes: clicks on cards, dialogs, and the action on messages. */
public record InvokeHandler(TeamsConsultations rooms, CardRenderer renderer, TeamsCommandHandler orders) {
    /** What to answer; unknown kinds of invokes get an empty answer. */
    public ObjectNode answer(Activity activity) {
        try {
            return invoked(activity);
        } catch (QuotaExceeded over) {
            String words = orders.told(over).plain();
            return activity.name().equals("adaptiveCard/action")
                    ? InvokeResponse.toast(words)
                    : InvokeResponse.said(words);
        }
    }

    private ObjectNode invoked(Activity activity) {
        return switch (activity.name()) {
            case "adaptiveCard/action" -> clicked(activity);
            case "task/fetch" -> dialog(activity);
            case "task/submit" -> filled(activity);
            case "composeExtension/fetchTask" -> aboutMessage(activity);
            case "composeExtension/submitAction" -> asked(activity);
            default -> InvokeResponse.nothing();
        };
    }

    private Optional<ClickCode.Click> click(Activity activity) {
        return ClickCode.read(
                activity.name().equals("adaptiveCard/action")
                        ? activity.value().path("action").path("data")
                        : activity.value().path("data"));
    }

    private ObjectNode clicked(Activity activity) {
        Optional<ClickCode.Click> click = click(activity);
        if (click.isEmpty()) {
            return InvokeResponse.error(400, "BadRequest", Captions.CARD_UNKNOWN);
        }
        String id = click.get().origin().conversation();
        Optional<ConversationSummary> conversation = rooms.belonging(ConversationReference.of(activity), id);
        if (conversation.isEmpty()) {
            return InvokeResponse.error(403, "Forbidden", Captions.CARD_GONE);
        }
        if (click.get() instanceof ClickCode.Click.Done done) {
            rooms.take(id, activity, TeamsConsultations.key(activity), done.input());
        }
        // The clicker's own card changes at once; for everybody else the outbox edits the message.
        return rooms.frame()
                .newest(id, click.get().origin().post())
                .map(post -> InvokeResponse.card(renderer.card(id, post)))
                .orElseGet(() -> InvokeResponse.toast(Captions.DONE + "."));
    }

    private ObjectNode dialog(Activity activity) {
        Optional<ClickCode.Click> click = click(activity);
        Optional<ConversationSummary> conversation = click.flatMap(known -> rooms.belonging(
                ConversationReference.of(activity), known.origin().conversation()));
        if (click.isEmpty() || conversation.isEmpty()) {
            return InvokeResponse.said(Captions.CARD_GONE);
        }
        return switch (click.get()) {
            case ClickCode.Click.Done done -> {
                // The form also goes into the thread, for the others.
                Consultations.Taken taken =
                        rooms.take(conversation.get().id(), activity, TeamsConsultations.key(activity), done.input());
                List<Post> fresh = taken instanceof Consultations.Taken.Done made ? made.posts() : List.of();
                yield ChannelFrame.PostedForm.last(fresh)
                        .or(() -> rooms.frame().form(conversation.get().id()))
                        .map(form -> dialog(
                                conversation.get(),
                                form.post(),
                                form.form().title(),
                                form.form().inputs()))
                        .orElseGet(() -> InvokeResponse.said(
                                fresh.isEmpty()
                                        ? Captions.CARD_GONE
                                        : fresh.getLast().plain()));
            }
            case ClickCode.Click.Fold(CardOrigin origin, int number) ->
                rooms.frame()
                        .newest(conversation.get().id(), origin.post())
                        .flatMap(post -> renderer.fold(conversation.get().id(), post, number))
                        .map(opened -> InvokeResponse.dialog(opened.title(), opened.card()))
                        .orElseGet(() -> InvokeResponse.said(Captions.CARD_GONE));
            case ClickCode.Click.Form form ->
                rooms.frame()
                        .newest(conversation.get().id(), form.origin().post())
                        .flatMap(post -> ChannelFrame.PostedForm.last(List.of(post)))
                        .map(found -> dialog(
                                conversation.get(),
                                found.post(),
                                found.form().title(),
                                current(found.form(), conversation.get())))
                        .orElseGet(() -> InvokeResponse.said(Captions.CARD_GONE));
        };
    }

    /** The newest form of the consultation asks what an older one asked, with today's answers. */
    private List<Input> current(Block.Form form, ConversationSummary conversation) {
        return rooms.frame()
                .form(conversation.id())
                .filter(newest -> newest.form().title().equals(form.title()))
                .map(newest -> newest.form().inputs())
                .orElse(form.inputs());
    }

    private ObjectNode dialog(ConversationSummary conversation, String post, String title, List<Input> inputs) {
        return InvokeResponse.dialog(title, renderer.form(conversation.id(), post, inputs, Map.of()));
    }

    private ObjectNode filled(Activity activity) {
        Optional<ClickCode.Click> click = click(activity);
        if (!(click.orElse(null) instanceof ClickCode.Click.Done done)) {
            return InvokeResponse.said(Captions.CARD_GONE);
        }
        Optional<ConversationSummary> conversation = rooms.belonging(
                ConversationReference.of(activity), done.origin().conversation());
        if (conversation.isEmpty()) {
            return InvokeResponse.said(Captions.CARD_GONE);
        }
        Optional<ObjectNode> again = done.input() instanceof UserInput.Filled(Map<String, String> values)
                ? again(conversation.get(), done.origin().post(), values)
                : Optional.empty();
        if (again.isPresent()) {
            return again.get();
        }
        rooms.take(conversation.get().id(), activity, TeamsConsultations.key(activity), done.input());
        return InvokeResponse.nothing();
    }

    /** A dialog that cannot be taken stays open, with what was filled in and what is wrong with it. */
    private Optional<ObjectNode> again(ConversationSummary conversation, String post, Map<String, String> values) {
        Map<String, String> refused = rooms.refused(conversation.id(), values);
        return refused.isEmpty()
                ? Optional.empty()
                : rooms.frame()
                        .newest(conversation.id(), post)
                        .flatMap(newest -> ChannelFrame.PostedForm.last(List.of(newest)))
                        .or(() -> rooms.frame().form(conversation.id()))
                        .map(found -> InvokeResponse.dialog(
                                found.form().title(),
                                renderer.form(
                                        conversation.id(),
                                        found.post(),
                                        filled(found.form().inputs(), values),
                                        refused)));
    }

    private static List<Input> filled(List<Input> inputs, Map<String, String> values) {
        return inputs.stream()
                .filter(input -> values.containsKey(input.fact()))
                .map(input -> input.filled(values.getOrDefault(input.fact(), "")))
                .toList();
    }

    private ObjectNode aboutMessage(Activity activity) {
        return InvokeResponse.dialog(TeamsPhrases.ABOUT_MESSAGE, CardRenderer.problem(pointedAt(activity)));
    }

    private static String pointedAt(Activity activity) {
        return Mentions.plain(activity.value()
                .path("messagePayload")
                .path("body")
                .path("content")
                .asText(""));
    }

    /** Who wrote the message, while its words were left as they are. */
    private static Optional<Author> writer(Activity activity, String problem) {
        JsonNode user = activity.value().path("messagePayload").path("from").path("user");
        String id = user.path("id").asText("");
        boolean own = id.equals(activity.json().path("from").path("aadObjectId").asText(""));
        boolean unchanged = pointedAt(activity).strip().equals(problem);
        return id.isEmpty() || own || !unchanged
                ? Optional.empty()
                : Optional.of(new Author("aad:" + id, user.path("displayName").asText("")));
    }

    private ObjectNode asked(Activity activity) {
        String problem =
                activity.value().path("data").path("problem").asText("").strip();
        orders.openAbout(activity, place(activity), problem, writer(activity, problem));
        return InvokeResponse.nothing();
    }

    /** The thread of the message that somebody pointed at. */
    private static ConversationReference place(Activity activity) {
        ConversationReference place = ConversationReference.of(activity);
        if (place.kind() != ConversationReference.Kind.CHANNEL
                || !place.thread().isEmpty()) {
            return place;
        }
        String parent =
                activity.value().path("messagePayload").path("replyToId").asText("");
        return place.withThread(
                parent.isEmpty()
                        ? activity.value().path("messagePayload").path("id").asText("")
                        : parent);
    }
}
