package dev.tunewise.api.consultation;

import dev.tunewise.advice.document.RecordTree;
import dev.tunewise.api.flow.ValueJson;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.RecordedAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts as JSON objects; which members a block has depends on its `type`, and a list without items is left out. */
final class PostTree {
    static final RecordTree TREE = new RecordTree(
                    ValueJson.TREE,
                    Map.ofEntries(
                            Map.entry(Post.class, "key place text=plain blocks"),
                            Map.entry(Text.class, "text=characters spans"),
                            Map.entry(Block.Pair.class, "name value"),
                            Map.entry(Block.Chip.class, "fact label value quote"),
                            Map.entry(Button.class, "label style event=action"),
                            Map.entry(Input.Option.class, "value label description")))
            .with(Post.Place.class, place -> place instanceof Post.Root ? "root" : "thread")
            .with(Block.class, PostTree::block)
            .with(Block.Tone.class, ValueJson::name)
            .with(Button.Style.class, ValueJson::name)
            .with(Text.Span.class, span -> kind("style", span, span instanceof Text.Link ? "text url" : "text"))
            .with(Action.class, PostTree::event)
            .with(Input.class, PostTree::input)
            .with(RecordedAnswer.Basis.class, basis -> switch (basis) {
                case SAID -> "said";
                case IMPLIED -> "implied";
                case SKIPPED -> "skipped";
                case ASSUMED, PRESUMED -> "assumed";
            });

    /** Messages to other channels are none of the API's business. */
    static @Nullable Object of(List<Post> posts) {
        return TREE.of(posts.stream()
                .filter(post -> !(post.place() instanceof Post.Elsewhere))
                .toList());
    }

    private static Map<String, @Nullable Object> block(Block block) {
        Map<String, @Nullable Object> tree = kind(
                "type",
                block,
                switch (block) {
                    case Block.Heading _ -> "title=text";
                    case Block.Paragraph _ -> "text";
                    case Block.Note _ -> "text tone";
                    case Block.Bullets _ -> "items";
                    case Block.Code _ -> "language text";
                    case Block.Pairs _ -> "pairs";
                    case Block.Table _ -> "title=caption columns rows";
                    case Block.Picture _ -> "title content=chart alternative";
                    case Block.Progress _ -> "progress=answered";
                    case Block.Ask _ -> "inputs why buttons=asides";
                    case Block.Form _ -> "title inputs";
                    case Block.Buttons _ -> "buttons";
                    case Block.Chips _ -> "chips";
                    case Block.Details _ -> "title=summary blocks";
                    case Block.File _ -> "content=export alternative=name";
                });
        if (block instanceof Block.Code(String _, String typed)) {
            tree.put("text", TREE.of(new Text(List.of(new Text.Code(typed)))));
        } else if (block instanceof Block.Progress progress) {
            tree.put("progress", progress(progress));
        }
        tree.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
        return tree;
    }

    static Map<String, @Nullable Object> progress(Block.Progress progress) {
        return TREE.parts(progress, "answered remaining");
    }

    /** The parts of one of a family, with its kind before them. */
    private static Map<String, @Nullable Object> kind(String key, Object one, String parts) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(key, one.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        tree.putAll(TREE.parts(one, parts));
        return tree;
    }

    /** What can be clicked: the members of the event that a click sends, or an address to open instead. */
    private static Map<String, @Nullable Object> event(Action action) {
        return TREE.parts(
                action,
                switch (action) {
                    case Action.Answer _ -> "fact value";
                    case Action.Command command ->
                        command.arguments().isEmpty() ? "command=name" : "command=name arguments";
                    case Action.Open _ -> "url";
                });
    }

    private static Map<String, @Nullable Object> input(Input input) {
        Map<String, @Nullable Object> tree = TREE.parts(input, "fact question hint");
        tree.put(
                "type",
                switch (input.kind()) {
                    case Input.One _ -> "choice";
                    case Input.Many _ -> "choices";
                    case Input.Search _ -> "name";
                    case Input.YesNo _ -> "yes-no";
                    case Input.Number _ -> "quantity";
                });
        boolean yesNo = input.kind() instanceof Input.YesNo;
        tree.put("choices", yesNo ? List.of() : TREE.of(input.kind().offered()));
        if (input.kind() instanceof Input.Number number) {
            tree.putAll(TREE.parts(number, "unit min? max?"));
        }
        tree.put("current", input.current());
        return tree;
    }
}
