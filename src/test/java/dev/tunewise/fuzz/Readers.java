package dev.tunewise.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.api.problem.RefusedRequest;
import dev.tunewise.api.request.EventReader;
import dev.tunewise.api.request.RequestFactReader;
import dev.tunewise.api.request.RequestJson;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.record.RecordImport;
import dev.tunewise.session.inbox.Unreadable;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.session.turn.ServedFlows;
import dev.tunewise.slack.decode.SlackPayloadParser;
import dev.tunewise.slack.decode.SlackRequest;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.testing.Service;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What reads behind the doors, called in this process, which costs a hundredth of a request: whatever comes, it says what it reads or what is
 * wrong with it. An input that goes on to a turn is a matter for the doors.
 */
final class Readers {
    private static final long SLOW_NANOS = 5_000_000_000L;
    private static final List<String> EVENTS = List.of(
            "{\"key\":\"1\",\"text\":\"50,000 calls a day\",\"author\":\"Ana\"}",
            "{\"key\":\"2\",\"fact\":\"problems\",\"value\":[\"style-drift\"]}",
            "{\"key\":\"3\",\"fact\":\"quality_now\",\"value\":{\"value\":88,\"low\":80,\"high\":90}}",
            "{\"key\":\"4\",\"command\":\"status\",\"arguments\":{\"a\":\"b\"}}",
            "{\"facts\":{\"problems\":[\"style-drift\"],\"quality_now\":88,\"examples\":null}}");

    private final Random random;
    private final Damage damage;
    private final Traffic traffic;
    private final ServedFlow flow;
    private final NameCatalogue names;
    private final RecordImport records;
    private final String record;
    private final SlackPayloadParser slack = new SlackPayloadParser();
    private final Map<Class<?>, List<Method>> questions = new HashMap<>();
    private final Map<Kind, Integer> read = new EnumMap<>(Kind.class);

    private enum Kind {
        SLACK,
        TEAMS,
        API,
        RECORD
    }

    Readers(long seed, Traffic traffic, Service service, String record) {
        this.random = new Random(seed);
        this.damage = new Damage(random);
        this.traffic = traffic;
        this.flow = service.part(ServedFlows.class).find("fine-tuning").orElseThrow();
        this.names = service.part(NameCatalogue.class);
        this.records = service.part(RecordImport.class);
        this.record = record;
    }

    /** How many of each kind were understood; where that is none, nothing behind the parser was reached. */
    Map<?, Integer> understood() {
        return read;
    }

    /** Has one input read; gives what is wrong with how that went. */
    Optional<String> next() {
        // A record is long, so it comes seldom.
        int dice = random.nextInt(100);
        Kind kind = dice < 45 ? Kind.SLACK : dice < 70 ? Kind.TEAMS : dice < 95 ? Kind.API : Kind.RECORD;
        String text = switch (kind) {
            case SLACK -> slackBody();
            case TEAMS -> damage.json(damage.oneOf(traffic.activities()));
            case API -> damage.json(damage.oneOf(EVENTS));
            case RECORD -> damage.json(record);
        };
        byte[] bytes = random.nextInt(20) == 0 ? damage.bytes() : text.getBytes(StandardCharsets.UTF_8);
        long begin = processorTime();
        try {
            if (read(kind, bytes)) {
                read.merge(kind, 1, Integer::sum);
            }
        } catch (Unreadable setAside) {
            // An operator sees it.
        } catch (RuntimeException | StackOverflowError fault) {
            return Optional.of(told(
                    kind,
                    fault.toString() + " at "
                            + Arrays.stream(fault.getStackTrace()).limit(4).toList(),
                    bytes));
        }
        return processorTime() - begin > SLOW_NANOS ? Optional.of(told(kind, "slow", bytes)) : Optional.empty();
    }

    /** A busy machine lets anybody wait. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String told(Kind kind, String what, byte[] bytes) {
        String input = new String(bytes, StandardCharsets.UTF_8);
        return kind + ": " + what + " for " + input.substring(0, Math.min(1_500, input.length()));
    }

    private String slackBody() {
        return switch (random.nextInt(3)) {
            case 0 -> damage.json(damage.oneOf(traffic.events()));
            case 1 -> "payload=" + encoded(damage.json(damage.oneOf(traffic.interactions())));
            default -> {
                StringBuilder form = new StringBuilder();
                damage.oneOf(traffic.commands())
                        .forEach((name, value) -> form.append(name)
                                .append('=')
                                .append(encoded(value))
                                .append('&'));
                yield damage.text(form.toString());
            }
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private boolean read(Kind kind, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (kind) {
            case SLACK -> {
                Optional<SlackRequest> request = slack.parse(text);
                request.ifPresent(this::ask);
                yield request.isPresent();
            }
            case TEAMS -> {
                Optional<Activity> activity = Activity.read(bytes);
                activity.ifPresent(this::ask);
                yield activity.isPresent();
            }
            case API -> {
                ObjectNode object;
                try {
                    object = RequestJson.read(bytes);
                } catch (RefusedRequest refused) {
                    yield false;
                }
                ask(new EventReader(object, new RequestFactReader(flow.flow(), names)));
                if (object.get("facts") instanceof ObjectNode facts) {
                    RequestFactReader reader = new RequestFactReader(flow.flow(), names);
                    reader.answers(facts);
                    reader.faults().forEach(this::ask);
                }
                yield true;
            }
            case RECORD -> records.read(text) instanceof RecordImport.Outcome.Ready;
        };
    }

    /** Asks it everything that it can be asked. */
    private void ask(Object known) {
        for (Method question : questions.computeIfAbsent(known.getClass(), Readers::questions)) {
            try {
                question.invoke(known);
            } catch (InvocationTargetException failed) {
                if (failed.getCause() instanceof RuntimeException fault && !(fault instanceof Unreadable)) {
                    throw fault;
                }
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static List<Method> questions(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 0)
                .toList();
    }
}
