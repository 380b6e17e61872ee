package dev.tunewise.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A team at the web pages; what acknowledges is the page with the reply. */
record WebTeam(HttpClient client, URI door) implements Team {
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() / 1_000);

    @Override
    public void consult(Measured measured) {
        long number = NUMBERS.incrementAndGet();
        if (!measured.next()) {
            return;
        }
        String page = post(measured, door, "text", "Classifier " + number + " drifts, should we fine-tune?")
                .headers()
                .firstValue("location")
                .orElse("");
        for (int i = 0; !page.isEmpty() && i < MESSAGES && measured.next(); i++) {
            URI events = door.resolve(page.replaceAll("#.*", "") + "/events");
            long amount = Team.amount(i, number);
            String body = post(measured, events, "text", Team.words(amount)).body();
            if (!body.contains("%,d".formatted(amount)) && !body.contains(String.valueOf(amount))) {
                measured.lost();
            }
        }
    }

    private HttpResponse<String> post(Measured measured, URI address, String field, String value) {
        long sent = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("HX-Request", "true")
                .POST(HttpRequest.BodyPublishers.ofString(
                        field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&seen=0"))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            measured.acknowledged(sent);
            measured.visible(sent, System.nanoTime());
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
