package dev.tunewise.price.name;

import dev.tunewise.price.offer.OpenModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the open model in what people say of one that they run themselves: "gpt-oss-120b on our H100". */
public final class OwnGpuName {
    private static final Pattern OWN = Pattern.compile(
            "\\b(?:on|with|using|in)\\s+(?:our|my|their)\\s+(?:own\\s+)?(?:\\d+\\s*x?\\s*)?(?:nvidia\\s+)?"
                    + "(?:gpus?|(?<card>[abh]\\d{2,3}s?|l40?s?)|servers?|hardware|cluster|machines?)\\b"
                    + "|\\bon\\s+own\\s+(?:gpus?|hardware|servers?)\\b|\\bself[- ]hosted\\b");

    /** The model of the list that a name says is run on GPUs of one's own; empty when it says nothing of the kind. */
    public static Optional<OpenModel> find(String name, List<OpenModel> models) {
        String said = name.strip().toLowerCase(Locale.ROOT);
        if (said.startsWith(OpenModel.OWN_GPUS)) {
            String id = said.substring(OpenModel.OWN_GPUS.length()).split("@", 2)[0];
            return models.stream().filter(model -> model.id().equals(id)).findFirst();
        }
        Matcher own = OWN.matcher(said);
        if (!own.find()) {
            return Optional.empty();
        }
        List<String> words = ModelNameTokens.of(own.replaceAll(" "));
        return models.stream()
                .filter(model -> words.containsAll(ModelNameTokens.of(model.name())))
                .findFirst();
    }

    /** The card that is named in it, "h100"; empty where none is. */
    public static String card(String name) {
        String said = name.strip().toLowerCase(Locale.ROOT);
        Matcher own = OWN.matcher(said);
        String card = said.startsWith(OpenModel.OWN_GPUS)
                ? said.substring(said.indexOf('@') + 1)
                : own.find() ? own.group("card") : null;
        return card == null || !card.matches("[a-z]\\w{1,4}") ? "" : card.replaceFirst("(?<!l40)s$", "");
    }

    /** Whether something that was said names a GPU of the price list, one or several of it: "8xH100", "our L40s". */
    public static boolean names(String said, String gpu) {
        String type = gpu.replaceFirst("-.*", "").replaceFirst("S$", "");
        return Pattern.compile("(?i)(?:\\b|\\dx)" + type + "s{0,2}\\b")
                .matcher(said)
                .find();
    }
}
