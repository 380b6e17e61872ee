package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.ConversationStore;
import dev.tunewise.session.Digest;
import dev.tunewise.session.Outbox;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.HttpLine;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.SocketModeLine;
import dev.tunewise.slack.fake.SocketServer;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.testing.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole service with its database and the shipped flow, and a Slack of our own before it. */
class SlackServiceTest {
    private static final String GENERAL = "C0GENERAL";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Stage.Transport.class)
    void aTeamReachesAVerdictAboutItsModel(Stage.Transport transport) {
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                Service service = start(slack, transport)) {
            connect(slack, service, transport);
            Member ana = slack.member("U1", "Ana");
            Member ben = slack.member("U2", "Ben");
            ana.slash(GENERAL, "Our ticket classifier puts tickets into the wrong queue, should we fine-tune?");
            settle(service);
            Message root = slack.root(GENERAL);
            for (int turn = 0; turn < 40 && open(service); turn++) {
                Clicker.answer(turn % 2 == 0 ? ana : ben, slack.card(root.ts()));
                settle(service);
            }
            Digest digest = digest(service);
            assertEquals(Digest.State.CONCLUDED, digest.state());
            assertTrue(slack.root(GENERAL).shown().contains(digest.headline()), slack.root(GENERAL).shown());
            assertEquals(java.util.List.of(), slack.api().faults());
            Preview.keep("service-" + transport, slack.workspace());
        }
    }

    private Service start(FakeSlack slack, Stage.Transport transport) {
        if (transport == Stage.Transport.SOCKET) {
            SocketServer sockets = new SocketServer();
            slack.api().sockets(sockets.address());
            slack.reachBy(new SocketModeLine(sockets));
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("tunewise.slack.mode", transport == Stage.Transport.SOCKET ? "socket" : "http");
        settings.put("tunewise.slack.bot-token", "xoxb-one");
        settings.put("tunewise.slack.app-token", "xapp-one");
        settings.put("tunewise.slack.signing-secret", Stage.SECRET);
        settings.put("tunewise.slack.api-url", slack.api().address() + "/api/");
        return Service.start(folder, settings);
    }

    private static void connect(FakeSlack slack, Service service, Stage.Transport transport) {
        if (transport == Stage.Transport.HTTP) {
            slack.reachBy(new HttpLine(service.at("/slack/events"), Stage.SECRET, InstantSource.system()));
        }
    }

    private static boolean open(Service service) {
        return digest(service).state() == Digest.State.OPEN;
    }

    private static Digest digest(Service service) {
        return service.part(ConversationStore.class).list("slack", "T1", 1).getFirst();
    }

    private static void settle(Service service) {
        assertTrue(service.part(Workbench.class).finish(Duration.ofSeconds(20)), "still in work");
        Outbox outbox = service.part(Outbox.class);
        until(() -> outbox.waiting() == 0);
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come about within 20 seconds");
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
