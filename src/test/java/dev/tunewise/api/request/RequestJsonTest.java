package dev.tunewise.api.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tunewise.api.problem.RefusedRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body that cannot be read is refused in words that name no setting of the parser. */
class RequestJsonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": NaN}          | The request is not JSON: Non-standard token 'NaN' (line 1, column 10).
            {"a": 1} {"b": 2}   | The request cannot be read: Trailing token found after value (line 1, column 10).
            {"a": 1, "a": 2}    | The request is not JSON: Duplicate field 'a' (line 1, column 13).
            {"a": 1e99999999999} | The request cannot be read: it holds a number that is too long or too large.
            [1]                 | The request is an array. Send a JSON object.
            null                | The request is null. Send a JSON object.
            """)
    void saysWhatIsWrong(String body, String expected) {
        assertEquals(expected, refused(body));
    }

    @Test
    void saysHowDeepABodyMayBe() {
        assertEquals(
                "The request cannot be read: Document nesting depth (51) exceeds the maximum allowed (50).",
                refused("[".repeat(60)));
    }

    private static String refused(String body) {
        return assertThrows(RefusedRequest.class, () -> RequestJson.read(body.getBytes(StandardCharsets.UTF_8)))
                .problem()
                .detail();
    }
}
