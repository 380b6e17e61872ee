package dev.tunewise.api.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tunewise.chat.Text;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of text: its characters, and the same in spans for those who show emphasis. */
@Serdeable
record TextView(String text, List<SpanView> spans) {

    /** Characters with one look. */
    @Serdeable
    record SpanView(
            String style,

            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String url) {
        static SpanView of(Text.Span span) {
            return switch (span) {
                case Text.Plain(String text) -> new SpanView("plain", text, null);
                case Text.Strong(String text) -> new SpanView("strong", text, null);
                case Text.Emphasis(String text) -> new SpanView("emphasis", text, null);
                case Text.Code(String text) -> new SpanView("code", text, null);
                case Text.Link(String text, String url) -> new SpanView("link", text, url);
            };
        }
    }

    static TextView of(Text text) {
        return new TextView(
                text.characters(), text.spans().stream().map(SpanView::of).toList());
    }
}
