package dev.tunewise.web.form;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.UserInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a posted form means. */
public sealed interface FormSubmission {
    /** Longest message taken, in characters. */
    int LONGEST = 40_000;

    /** `content`: all that tells it from another event of the same form. */
    record Event(UserInput input, String content) implements FormSubmission {}

    /** Something that cannot be taken. */
    record Refused(String problem, String text) implements FormSubmission {}

    Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");

    /** Reads a form. A button goes before fields, fields before free text. */
    static FormSubmission of(FormData form) {
        if (form.has("action")) {
            String code = form.first("action");
            return WebActionCode.read(code)
                    .<FormSubmission>map(action -> new Event(new UserInput.Clicked(action), code))
                    .orElseGet(() -> new Refused("That button is not one of ours. Reload the page and try again.", ""));
        }
        if (form.has("fields")) {
            return filled(form);
        }
        if (form.has("fact")) {
            return answered(form);
        }
        return said(form.first("text"));
    }

    static FormSubmission said(String text) {
        if (text.isBlank()) {
            return new Refused("Type a message first.", "");
        }
        if (text.length() > LONGEST) {
            return new Refused(
                    "That is %,d characters; a message may have %,d. Shorten it, or send it in parts."
                            .formatted(text.length(), LONGEST),
                    text);
        }
        return new Event(new UserInput.Said(text, true), "text:" + text);
    }

    private static FormSubmission answered(FormData form) {
        String fact = form.first("fact");
        if (form.has("several")) {
            String value = String.join(",", form.all("value"));
            return value.isEmpty()
                    ? new Refused("Choose at least one, or “None of these”.", "")
                    : new Event(new UserInput.Clicked(new Action.Answer(fact, value)), "value:" + fact + "=" + value);
        }
        String typed = form.first("value").strip();
        // Anything but a plain number is for the reading of free text: "50k a day", "about 300".
        return PLAIN_NUMBER.matcher(typed).matches()
                ? new Event(new UserInput.Clicked(new Action.Answer(fact, typed)), "value:" + fact + "=" + typed)
                : said(typed);
    }

    private static FormSubmission filled(FormData form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String fact : form.first("fields").split(",")) {
            String value = String.join(",", form.all("v." + fact)).strip();
            if (value.length() > LONGEST) {
                return new Refused("One of the fields holds more than %,d characters.".formatted(LONGEST), "");
            }
            if (!value.isEmpty()) {
                values.put(fact, value);
            }
        }
        return values.isEmpty()
                ? new Refused("Fill in at least one field.", "")
                : new Event(new UserInput.Filled(values), "form:" + values);
    }
}
