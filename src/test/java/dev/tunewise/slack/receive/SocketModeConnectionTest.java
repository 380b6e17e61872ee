package dev.tunewise.slack.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.slack.Stage;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.SocketModeLine;
import dev.tunewise.slack.fake.SocketServer;
import dev.tunewise.slack.fake.WebApi.Refusal;
import org.junit.jupiter.api.Test;

class SocketModeConnectionTest {
    private static final String GENERAL = "C0GENERAL";

    @Test
    void connectsAnewWhenSlackAsksAndGoesOnWithoutLoss() throws InterruptedException {
        try (Stage stage = new Stage(Stage.Transport.HTTP);
                SocketServer server = new SocketServer()) {
            stage.slack().api().sockets(server.address());
            try (SocketModeConnection line =
                    new SocketModeConnection(stage.out().sdk(), "xapp-one", stage.doorway(), 4)) {
                line.open();
                server.await();
                stage.slack().reachBy(new SocketModeLine(server));
                Member ana = stage.slack().member("U1", "Ana");
                assertEquals(200, ana.slash(GENERAL, "One?"));
                server.refresh();
                server.await();
                assertEquals(200, ana.slash(GENERAL, "Two?"));
                stage.settle();
                assertEquals(2, server.connected());
                assertEquals(
                        2, stage.stores().conversations().list("slack", "T1", 9).size());
            }
        }
    }

    @Test
    void goesOnTryingUntilSlackAnswers() throws InterruptedException {
        try (Stage stage = new Stage(Stage.Transport.HTTP);
                SocketServer server = new SocketServer()) {
            stage.slack().api().sockets(server.address());
            stage.slack().api().refuse("apps.connections.open", Refusal.error("internal_error"));
            try (SocketModeConnection line =
                    new SocketModeConnection(stage.out().sdk(), "xapp-one", stage.doorway(), 4)) {
                line.open();
                server.await();
                assertTrue(server.connected() >= 1);
            }
        }
    }
}
