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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The names of types in stored documents. They are kept for good: a class may be renamed, its name here may not, and DocumentTypesTest holds them
 * all. A member that went out of use stays as long as documents with it may exist.
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

    /** Where two families have a member of one name, and where a class was renamed since documents were written. */
    private static final Map<Class<?>, String> OTHERWISE =
            Map.of(dev.tunewise.chat.Input.YesNo.class, "ask-yes-no", Block.Code.class, "snippet");

    static NamedType[] names() {
        return FAMILIES.stream()
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .map(member -> new NamedType(member, name(member)))
                .toArray(NamedType[]::new);
    }

    /** The name of the class in small letters, its words joined by hyphens. */
    private static String name(Class<?> member) {
        return OTHERWISE.getOrDefault(
                member,
                member.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
    }
}
