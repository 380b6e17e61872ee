package dev.tunewise.slack.handle;

import dev.tunewise.chat.Block;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.slack.click.ActionId;
import dev.tunewise.slack.click.OptionCode;
import dev.tunewise.slack.click.PostActions;
import dev.tunewise.slack.click.ViewOrigin;
import dev.tunewise.slack.decode.SlackUser;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes windows that were filled in. */
public record ModalSubmissionHandler(SlackConsultations turns, InstantSource clock) {
    /** A window that was filled in. */
    record Filled(SlackUser person, ViewOrigin origin, String view, Map<String, List<String>> fields) {}

    void take(Filled filled) {
        Optional<ConversationSummary> conversation =
                turns.frame().find(filled.origin().conversation());
        if (conversation.isEmpty()) {
            return;
        }
        SlackUser person = filled.person().in(conversation.get().address().workspace());
        Map<String, String> values = values(filled);
        if (!values.isEmpty()) {
            String key = "view:" + filled.person().user() + ":" + filled.view();
            boolean among =
                    !SlackConsultations.isDirect(conversation.get().address().room());
            turns.take(
                    conversation.get(),
                    turns.event(person, key, clock.instant(), "", new UserInput.Filled(values), among));
        }
    }

    /** What of a window cannot be taken: a sentence by the fact's id. */
    Map<String, String> refused(Filled filled) {
        return turns.frame().consultations().refused(filled.origin().conversation(), values(filled));
    }

    private Map<String, String> values(Filled filled) {
        List<Block> blocks =
                turns.blocks(filled.origin().conversation(), filled.origin().post());
        Map<String, String> values = new LinkedHashMap<>();
        filled.fields()
                .forEach((actionId, codes) -> ActionId.read(actionId)
                        .filter(id -> id.kind() == ActionId.Kind.FIELD)
                        .ifPresent(id -> {
                            Supplier<Optional<dev.tunewise.chat.Input>> input =
                                    () -> PostActions.input(blocks, id.about());
                            List<String> chosen = codes.stream()
                                    .map(code -> OptionCode.read(code, input).orElse(code))
                                    .toList();
                            if (!chosen.isEmpty()) {
                                values.put(id.about(), String.join(",", chosen));
                            }
                        }));
        return values;
    }
}
