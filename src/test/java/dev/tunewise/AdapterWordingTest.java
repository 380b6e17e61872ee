package dev.tunewise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The adapters of chat platforms hold no sentences: what people read comes from `chat` and `conversation`, what only one platform can say is in
 * its one phrases file. Words for those who run the service (logs, exceptions, settings, reasons kept in the outbox) are not meant.
 */
class AdapterWordingTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/tunewise");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern WORDS =
            Pattern.compile("(?:^|[^\\p{L}/.-])\\p{L}[\\p{L}’']*,? \\p{L}[\\p{L}’']*,? \\p{L}[\\p{L}’']*");
    /** What a statement does whose words are for those who run the service. */
    private static final Pattern FOR_OPERATORS = Pattern.compile(
            "LOG\\.|Exception\\(|Unreadable\\(|faults\\.add\\(|faults,|(Refused|Later|Wait|Unknown|Unreachable|RetryLater)(<>)?\\(|later\\(");
    /** Files whose words nobody in a chat reads: settings, credentials, why a request was refused at the door, secrets that Bolt wants and nobody uses. */
    private static final Set<String> FILES_FOR_OPERATORS = Set.of(
            "SlackSettings.java",
            "SlackModule.java",
            "TeamsSettings.java",
            "TeamsRequestVerifier.java",
            "CertificateProof.java",
            "ManagedIdentity.java",
            "ClientCredentials.java",
            "BotConnector.java",
            "SlackRequestReceiver.java",
            "SlackPhrases.java",
            "TeamsPhrases.java");

    @ParameterizedTest
    @ValueSource(strings = {"slack", "teams"})
    void anAdapterHoldsNoSentences(String adapter) throws IOException {
        List<String> sentences = new ArrayList<>();
        int looked = 0;
        try (Stream<Path> files = Files.walk(SOURCES.resolve(adapter))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                looked++;
                if (!FILES_FOR_OPERATORS.contains(file.getFileName().toString())) {
                    sentences.addAll(sentences(file));
                }
            }
        }
        assertTrue(
                looked > 20,
                "only " + looked + " files in " + SOURCES.resolve(adapter).toAbsolutePath());
        assertEquals(List.of(), sentences, "move them to chat.Captions or the wording of the conversation");
    }

    private static List<String> sentences(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        String source = COMMENT.matcher(Files.readString(file)).replaceAll("");
        for (String statement : source.split("[;{}]\\s*\\n")) {
            if (FOR_OPERATORS.matcher(statement).find()) {
                continue;
            }
            Matcher literal = LITERAL.matcher(statement);
            while (literal.find()) {
                if (WORDS.matcher(literal.group(1)).find()) {
                    found.add(file.getFileName() + ": " + literal.group());
                }
            }
        }
        return found;
    }
}
