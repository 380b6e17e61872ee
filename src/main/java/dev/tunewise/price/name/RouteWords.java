package dev.tunewise.price.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words of an id that say who sells a model and by which route, not which model it is. */
final class RouteWords {
    static final Map<String, String> SELLERS = sellers("""
            anthropic: anthropic
            openai: openai azure
            google: google vertex vertexai
            aws-bedrock: amazon aws bedrock
            groq: groq
            together: together togetherai
            fireworks: fireworks
            cerebras: cerebras
            openrouter: openrouter
            mistral: mistralai
            alibaba: alibaba
            xai: xai
            cohere: cohere
            """);
    /** Route words that name no seller of their own. */
    static final Set<String> ROUTES =
            Set.of("us eu apac global au jp gov converse vertex_ai accounts routers openrouter".split(" "));

    private static Map<String, String> sellers(String table) {
        Map<String, String> sellers = new HashMap<>();
        table.lines()
                .map(line -> List.of(line.split("[: ]+")))
                .forEach(names -> names.stream().skip(1).forEach(name -> sellers.put(name, names.getFirst())));
        return sellers;
    }
}
