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
            String words = orders.told(over.refused()).plain();
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

    /** What was clicked or filled in on a card that can stand here. */
    private Optional<ClickCode.Click> here(Activity activity) {
        return click(activity).filter(click -> isHere(activity, click));
    }

    private boolean isHere(Activity activity, ClickCode.Click click) {
        return rooms.belonging(
                        ConversationReference.of(activity), click.origin().conversation())
                .isPresent();
    }

    private ObjectNode clicked(Activity activity) {
        Optional<ClickCode.Click> click = click(activity);
        if (click.isEmpty()) {
            return InvokeResponse.error(400, "BadRequest", Captions.CARD_UNKNOWN);
        }
        if (!isHere(activity, click.get())) {
            return InvokeResponse.error(403, "Forbidden", Captions.CARD_GONE);
        }
        String id = click.get().origin().conversation();
        if (click.get() instanceof ClickCode.Click.Done done) {
            rooms.take(id, activity, done.input());
        }
        // The clicker's own card changes at once; for everybody else the outbox edits the message.
        return rooms.frame()
                .newest(id, click.get().origin().post())
                .map(post -> InvokeResponse.card(renderer.card(id, post)))
                .orElseGet(() -> InvokeResponse.toast(Captions.DONE + "."));
    }

    private ObjectNode dialog(Activity activity) {
        return here(activity)
                .flatMap(click -> switch (click) {
                    case ClickCode.Click.Done done -> form(activity, done);
                    case ClickCode.Click.Fold(CardOrigin origin, int number) ->
                        rooms.frame()
                                .newest(origin.conversation(), origin.post())
                                .flatMap(post -> renderer.fold(origin.conversation(), post, number))
                                .map(opened -> InvokeResponse.dialog(opened.title(), opened.card()));
                    case ClickCode.Click.Form(CardOrigin origin) ->
                        posted(origin).map(form -> dialog(origin, form, current(form.form(), origin), Map.of()));
                })
                .orElseGet(() -> InvokeResponse.said(Captions.CARD_GONE));
    }

    /** The form that somebody asks for; it also goes into the thread, for the others. */
    private Optional<ObjectNode> form(Activity activity, ClickCode.Click.Done done) {
        CardOrigin origin = done.origin();
        List<Post> fresh =
                rooms.take(origin.conversation(), activity, done.input()) instanceof Consultations.Taken.Done made
                        ? made.posts()
                        : List.of();
        return ChannelFrame.PostedForm.last(fresh)
                .or(() -> rooms.frame().form(origin.conversation()))
                .map(form -> dialog(origin, form, form.form().inputs(), Map.of()))
                .or(() -> fresh.isEmpty()
                        ? Optional.empty()
                        : Optional.of(InvokeResponse.said(fresh.getLast().plain())));
    }

    private Optional<ChannelFrame.PostedForm> posted(CardOrigin origin) {
        return rooms.frame()
                .newest(origin.conversation(), origin.post())
                .flatMap(post -> ChannelFrame.PostedForm.last(List.of(post)));
    }

    /** The newest form of the consultation asks what an older one asked, with today's answers. */
    private List<Input> current(Block.Form form, CardOrigin origin) {
        return rooms.frame()
                .form(origin.conversation())
                .filter(newest -> newest.form().title().equals(form.title()))
                .map(newest -> newest.form().inputs())
                .orElse(form.inputs());
    }

    private ObjectNode dialog(
            CardOrigin origin, ChannelFrame.PostedForm form, List<Input> inputs, Map<String, String> refused) {
        return InvokeResponse.dialog(
                form.form().title(), renderer.form(origin.conversation(), form.post(), inputs, refused));
    }

    private ObjectNode filled(Activity activity) {
        if (!(here(activity).orElse(null) instanceof ClickCode.Click.Done(CardOrigin origin, UserInput input))) {
            return InvokeResponse.said(Captions.CARD_GONE);
        }
        Optional<ObjectNode> again = input instanceof UserInput.Filled(Map<String, String> values)
                ? again(origin, values)
                : Optional.empty();
        return again.orElseGet(() -> {
            rooms.take(origin.conversation(), activity, input);
            return InvokeResponse.nothing();
        });
    }

    /** A dialog that cannot be taken stays open, with what was filled in and what is wrong with it. */
    private Optional<ObjectNode> again(CardOrigin origin, Map<String, String> values) {
        Map<String, String> refused = rooms.refused(origin.conversation(), values);
        return refused.isEmpty()
                ? Optional.empty()
                : posted(origin)
                        .or(() -> rooms.frame().form(origin.conversation()))
                        .map(form -> dialog(origin, form, filled(form.form().inputs(), values), refused));
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
