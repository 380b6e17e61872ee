package dev.tunewise.storage.transaction;

import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Replaces the character U+0000 in bound text: PostgreSQL refuses it, and both databases have to keep the same. */
public final class CleanText implements ArgumentFactory.Preparable {
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return type == String.class ? Optional.of(CleanText::clean) : Optional.empty();
    }

    private static Argument clean(Object value) {
        return (position, statement, _) -> {
            if (value instanceof String text) {
                statement.setString(position, text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD'));
            } else {
                statement.setNull(position, Types.VARCHAR);
            }
        };
    }
}
