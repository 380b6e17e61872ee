package dev.tunewise.slack;

import dev.tunewise.chat.Block;
import dev.tunewise.conversation.Input;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.Conversation;
import dev.tunewise.slack.kit.ActionId;
import dev.tunewise.slack.kit.OptionCode;
import dev.tunewise.slack.kit.PostActions;
import dev.tunewise.slack.kit.ViewOrigin;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes windows that were filled in. */
final class FormDesk {
    private final Consultations consultations;
    private final Turns turns;
    private final Posts posts;
    private final InstantSource clock;

    FormDesk(Consultations consultations, Turns turns, Posts posts, InstantSource clock) {
        this.consultations = consultations;
        this.turns = turns;
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * A window that was filled in.
     *
     * @param person who
     * @param origin where it was opened
     * @param view names the window and its edition
     * @param fields values by action id
     */
    record Filled(Person person, ViewOrigin origin, String view, Map<String, List<String>> fields) {}

    void take(Filled filled) {
        Optional<Conversation> conversation = consultations.find(filled.origin().conversation());
        if (conversation.isEmpty()) {
            return;
        }
        Person person = new Person(
                conversation.get().address().workspace(),
                filled.person().user(),
                filled.person().hint());
        Map<String, String> values = values(filled);
        if (!values.isEmpty()) {
            String key = "view:" + filled.person().user() + ":" + filled.view();
            turns.take(conversation.get(), new Turns.Deed(person, key, clock.instant(), "", new Input.Filled(values)));
        }
    }

    private Map<String, String> values(Filled filled) {
        List<Block> blocks =
                posts.blocks(filled.origin().conversation(), filled.origin().post());
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
