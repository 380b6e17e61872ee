package dev.tunewise.slack.decode;

import com.slack.api.model.view.ViewState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is filled in. */
public final class FieldValues {
    private FieldValues() {}

    /** Values by action id, whatever kind of field they come from; fields without a value are left out. */
    public static Map<String, List<String>> of(@Nullable ViewState state) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (state == null || state.getValues() == null) {
            return fields;
        }
        state.getValues()
                .values()
                .forEach(block -> block.forEach((actionId, value) -> {
                    List<String> values = values(value);
                    if (!values.isEmpty()) {
                        fields.put(actionId, values);
                    }
                }));
        return fields;
    }

    private static List<String> values(ViewState.Value field) {
        if (field.getSelectedOptions() != null) {
            return field.getSelectedOptions().stream()
                    .map(ViewState.SelectedOption::getValue)
                    .toList();
        }
        if (field.getSelectedOption() != null) {
            return List.of(field.getSelectedOption().getValue());
        }
        if (field.getSelectedConversation() != null) {
            return List.of(field.getSelectedConversation());
        }
        return field.getValue() == null || field.getValue().isBlank() ? List.of() : List.of(field.getValue());
    }
}
