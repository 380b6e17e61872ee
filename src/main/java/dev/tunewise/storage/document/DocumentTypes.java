package dev.tunewise.storage.document;

import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.flow.Value;
import java.util.List;
import java.util.Map;

/**
 * The names of types in stored documents. They are kept for good: a class may be renamed, its name here may not. A name that went out of
 * use stays listed as long as documents with it may exist.
 */
final class DocumentTypes {
    /** The sealed families whose members are told apart by name. */
    static final List<Class<?>> FAMILIES = List.of(
            Action.class,
            Block.class,
            dev.tunewise.chat.Input.Kind.class,
            Post.Place.class,
            Text.Span.class,
            Change.class,
            UserInput.class,
            Value.class);

    private static final Map<String, Class<?>> NAMES = Map.ofEntries(
            // Actions
            Map.entry("answer", Action.Answer.class),
            Map.entry("command", Action.Command.class),
            Map.entry("open", Action.Open.class),
            // Blocks
            Map.entry("heading", Block.Heading.class),
            Map.entry("paragraph", Block.Paragraph.class),
            Map.entry("bullets", Block.Bullets.class),
            Map.entry("pairs", Block.Pairs.class),
            Map.entry("table", Block.Table.class),
            Map.entry("picture", Block.Picture.class),
            Map.entry("note", Block.Note.class),
            Map.entry("progress", Block.Progress.class),
            Map.entry("ask", Block.Ask.class),
            Map.entry("form", Block.Form.class),
            Map.entry("buttons", Block.Buttons.class),
            Map.entry("chips", Block.Chips.class),
            Map.entry("details", Block.Details.class),
            Map.entry("file", Block.File.class),
            // Kinds of question
            Map.entry("one", dev.tunewise.chat.Input.One.class),
            Map.entry("many", dev.tunewise.chat.Input.Many.class),
            Map.entry("ask-yes-no", dev.tunewise.chat.Input.YesNo.class),
            Map.entry("number", dev.tunewise.chat.Input.Number.class),
            Map.entry("search", dev.tunewise.chat.Input.Search.class),
            // Places
            Map.entry("root", Post.Root.class),
            Map.entry("thread", Post.Thread.class),
            Map.entry("private", Post.Private.class),
            Map.entry("elsewhere", Post.Elsewhere.class),
            // Spans of text
            Map.entry("plain", Text.Plain.class),
            Map.entry("strong", Text.Strong.class),
            Map.entry("emphasis", Text.Emphasis.class),
            Map.entry("code", Text.Code.class),
            Map.entry("link", Text.Link.class),
            // What an input does
            Map.entry("answered", Change.Answered.class),
            Map.entry("assumed", Change.Assumed.class),
            Map.entry("skipped", Change.Skipped.class),
            Map.entry("implied", Change.Implied.class),
            Map.entry("presumed", Change.Presumed.class),
            Map.entry("hurried", Change.Hurried.class),
            Map.entry("leaned", Change.Leaned.class),
            Map.entry("forgotten", Change.Forgotten.class),
            Map.entry("reopened", Change.Reopened.class),
            Map.entry("unclear", Change.Unclear.class),
            Map.entry("disputed", Change.Disputed.class),
            Map.entry("proposed", Change.Proposed.class),
            Map.entry("missed", Change.Missed.class),
            Map.entry("tuned", Change.Tuned.class),
            Map.entry("untuned", Change.Untuned.class),
            Map.entry("recorded", Change.Recorded.class),
            Map.entry("preset", Change.Preset.class),
            Map.entry("titled", Change.Titled.class),
            Map.entry("undone", Change.Undone.class),
            Map.entry("restarted", Change.Restarted.class),
            Map.entry("stopped", Change.Stopped.class),
            Map.entry("resumed", Change.Resumed.class),
            Map.entry("kept", Change.Kept.class),
            Map.entry("asked", Change.Asked.class),
            Map.entry("settled", Change.Settled.class),
            Map.entry("concluded", Change.Concluded.class),
            Map.entry("withdrawn", Change.Withdrawn.class),
            Map.entry("followed", Change.Followed.class),
            Map.entry("followed-up", Change.FollowedUp.class),
            Map.entry("revisited", Change.Revisited.class),
            Map.entry("reminding", Change.Reminding.class),
            // What a person did
            Map.entry("opened", UserInput.Opened.class),
            Map.entry("imported", UserInput.Imported.class),
            Map.entry("said", UserInput.Said.class),
            Map.entry("edited", UserInput.Edited.class),
            Map.entry("clicked", UserInput.Clicked.class),
            Map.entry("filled", UserInput.Filled.class),
            Map.entry("time-came", UserInput.TimeCame.class),
            // Values
            Map.entry("choice", Value.Choice.class),
            Map.entry("choices", Value.Choices.class),
            Map.entry("quantity", Value.Quantity.class),
            Map.entry("yes-no", Value.YesNo.class));

    private DocumentTypes() {}

    static NamedType[] names() {
        return NAMES.entrySet().stream()
                .map(name -> new NamedType(name.getValue(), name.getKey()))
                .toArray(NamedType[]::new);
    }
}
