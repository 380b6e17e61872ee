package dev.tunewise.slack.handle;

import dev.tunewise.slack.click.ActionId;
import dev.tunewise.slack.click.ViewOrigin;
import dev.tunewise.slack.decode.SlackClick;
import dev.tunewise.slack.decode.SlackInteraction;
import dev.tunewise.slack.deliver.ResponseUrls;
import dev.tunewise.slack.render.HomeRenderer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Takes clicks and filled windows to their desks. */
public record InteractionRouter(
        SlackClickHandler cards, ModalSubmissionHandler forms, HomeTabHandler home, ResponseUrls responseUrls) {
    void clicked(SlackInteraction payload) {
        responseUrls.keep(payload.room(), payload.person().user(), payload.text("response_url"));
        payload.clicks().forEach(this::route);
    }

    private void route(SlackClick click) {
        if (click.person().user().isEmpty() || cards.take(click)) {
            return;
        }
        ActionId.read(click.actionId()).ifPresent(id -> {
            if (id.kind() == ActionId.Kind.START) {
                home.start(click);
            } else if (id.kind() == ActionId.Kind.CHANNEL) {
                home.chosen(click, id.about());
            }
        });
    }

    /** What of a window is refused in the window itself, while it is open: a sentence by the id of its block. */
    public Map<String, String> refused(SlackInteraction payload) {
        Map<String, String> errors = new LinkedHashMap<>();
        filled(payload).filter(_ -> !isStart(payload)).ifPresent(filled -> {
            Map<String, String> facts = forms.refused(filled);
            payload.payload()
                    .at("/view/state/values")
                    .properties()
                    .forEach(block -> block.getValue().properties().stream()
                            .flatMap(field -> ActionId.read(field.getKey()).stream())
                            .filter(id -> id.kind() == ActionId.Kind.FIELD && facts.containsKey(id.about()))
                            .forEach(id -> errors.put(block.getKey(), facts.get(id.about()))));
        });
        return errors;
    }

    private static boolean isStart(SlackInteraction payload) {
        return HomeRenderer.START.equals(payload.text("view/callback_id"));
    }

    void submitted(SlackInteraction payload) {
        filled(payload).ifPresent(filled -> {
            if (isStart(payload)) {
                home.started(filled);
            } else {
                forms.take(filled);
            }
        });
    }

    private static Optional<ModalSubmissionHandler.Filled> filled(SlackInteraction payload) {
        return ViewOrigin.read(payload.text("view/private_metadata"))
                .filter(_ -> !payload.person().user().isEmpty())
                .map(origin -> new ModalSubmissionHandler.Filled(
                        payload.person(),
                        origin,
                        payload.text("view/id") + ":" + payload.text("view/hash"),
                        payload.fields()));
    }
}
