package dev.tunewise.slack.handle;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import dev.tunewise.slack.click.ActionId;
import dev.tunewise.slack.click.ViewOrigin;
import dev.tunewise.slack.decode.FieldValues;
import dev.tunewise.slack.decode.SlackClick;
import dev.tunewise.slack.decode.SlackUser;
import dev.tunewise.slack.deliver.ResponseUrls;
import dev.tunewise.slack.render.HomeRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads clicks and filled windows, and takes each to its desk. */
public record InteractionRouter(
        SlackClickHandler cards, ModalSubmissionHandler forms, HomeTabHandler home, ResponseUrls responseUrls) {

    void clicked(BlockActionPayload payload) {
        if (payload.getUser() == null || payload.getActions() == null) {
            return;
        }
        SlackUser person = person(payload);
        String room = room(payload);
        responseUrls.keep(room, person.user(), payload.getResponseUrl());
        Map<String, List<String>> fields = FieldValues.of(
                payload.getView() == null
                        ? payload.getState()
                        : payload.getView().getState());
        for (BlockActionPayload.Action action : payload.getActions()) {
            SlackClick click = new SlackClick(
                    person,
                    room,
                    thread(payload),
                    payload.getView() != null
                            && "modal".equals(payload.getView().getType()),
                    filled(payload.getTriggerId()),
                    filled(action.getActionId()),
                    filled(action.getBlockId()),
                    value(action),
                    filled(action.getActionTs()),
                    fields);
            route(click);
        }
    }

    private void route(SlackClick click) {
        if (cards.take(click)) {
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
    public Map<String, String> refused(ViewSubmissionPayload payload) {
        Map<String, String> errors = new LinkedHashMap<>();
        filled(payload).filter(_ -> !isStart(payload)).ifPresent(filled -> {
            Map<String, String> facts = forms.refused(filled);
            payload.getView()
                    .getState()
                    .getValues()
                    .forEach((block, fields) -> fields.keySet().stream()
                            .flatMap(action -> ActionId.read(action).stream())
                            .filter(id -> id.kind() == ActionId.Kind.FIELD && facts.containsKey(id.about()))
                            .forEach(id -> errors.put(block, facts.get(id.about()))));
        });
        return errors;
    }

    private static boolean isStart(ViewSubmissionPayload payload) {
        return HomeRenderer.START.equals(payload.getView().getCallbackId());
    }

    void submitted(ViewSubmissionPayload payload) {
        filled(payload).ifPresent(filled -> {
            if (isStart(payload)) {
                home.started(filled);
            } else {
                forms.take(filled);
            }
        });
    }

    private static Optional<ModalSubmissionHandler.Filled> filled(ViewSubmissionPayload payload) {
        View view = payload.getView();
        if (view == null || payload.getUser() == null) {
            return Optional.empty();
        }
        String team = view.getAppInstalledTeamId() != null
                ? view.getAppInstalledTeamId()
                : payload.getTeam() == null
                        ? payload.getUser().getTeamId()
                        : payload.getTeam().getId();
        String enterprise =
                payload.getEnterprise() == null ? null : payload.getEnterprise().getId();
        SlackUser person = new SlackUser(
                SlackUser.workspace(payload.isEnterpriseInstall(), enterprise, team),
                payload.getUser().getId(),
                name(payload.getUser().getName(), payload.getUser().getUsername()));
        return ViewOrigin.read(filled(view.getPrivateMetadata()))
                .map(origin -> new ModalSubmissionHandler.Filled(
                        person, origin, view.getId() + ":" + view.getHash(), FieldValues.of(view.getState())));
    }

    private static SlackUser person(BlockActionPayload payload) {
        String team = payload.getView() != null && payload.getView().getAppInstalledTeamId() != null
                ? payload.getView().getAppInstalledTeamId()
                : payload.getTeam() == null
                        ? payload.getUser().getTeamId()
                        : payload.getTeam().getId();
        String enterprise =
                payload.getEnterprise() == null ? null : payload.getEnterprise().getId();
        return new SlackUser(
                SlackUser.workspace(payload.isEnterpriseInstall(), enterprise, team),
                payload.getUser().getId(),
                name(payload.getUser().getName(), payload.getUser().getUsername()));
    }

    private static String room(BlockActionPayload payload) {
        if (payload.getChannel() != null) {
            return filled(payload.getChannel().getId());
        }
        return payload.getContainer() == null
                ? ""
                : filled(payload.getContainer().getChannelId());
    }

    private static String thread(BlockActionPayload payload) {
        if (payload.getContainer() == null) {
            return "";
        }
        String thread = payload.getContainer().getThreadTs();
        return thread == null ? "" : thread;
    }

    private static String value(BlockActionPayload.Action action) {
        if (action.getSelectedOption() != null) {
            return filled(action.getSelectedOption().getValue());
        }
        return action.getSelectedConversation() == null ? filled(action.getValue()) : action.getSelectedConversation();
    }

    private static String name(@Nullable String name, @Nullable String username) {
        return name == null ? filled(username) : name;
    }

    private static String filled(@Nullable String text) {
        return text == null ? "" : text;
    }
}
