package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Member;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exports in personal chats: offered, agreed to, uploaded. Elsewhere Teams takes no files from bots, so there are links. */
class TeamsFilesTest {
    private static final String CHAT = "a:personal-ana";

    private final Stage stage = new Stage();
    private final FakeTeams teams = stage.teams();
    private final Member ana = stage.member("29:ana", "Ana");

    @AfterEach
    void close() {
        assertEquals(List.of(), teams.complaints());
        stage.close();
    }

    private List<Message> offers() {
        ana.say(CHAT, "Our hedge is loud");
        stage.settle();
        ana.say(CHAT, "export");
        stage.settle();
        return teams.in(CHAT).stream()
                .filter(message -> type(message).endsWith("file.consent"))
                .toList();
    }

    private static String type(Message message) {
        return message.activity()
                .path("attachments")
                .path(0)
                .path("contentType")
                .asText();
    }

    private Message now(Message offer) {
        return teams.message(offer.id());
    }

    @Test
    void anAcceptedFileIsUploadedAndShownInThePlaceOfTheOffer() {
        Message offer = offers().getFirst();
        assertEquals(
                22,
                offer.activity()
                        .path("attachments")
                        .path(0)
                        .path("content")
                        .path("sizeInBytes")
                        .asInt());
        ana.consent(offer, true, teams.at("/drive/1"));
        stage.settle();

        assertEquals(
                List.of("bytes 0-21/22 The record of c1 as md"), teams.drive().files());
        assertTrue(type(now(offer)).endsWith("file.info"), () -> now(offer).toString());
        assertEquals(1, now(offer).edits());
    }

    @Test
    void aDeclinedFileIsNotSaved() {
        Message offer = offers().getFirst();
        ana.consent(offer, false, "");
        stage.settle();

        assertEquals(List.of(), teams.drive().files());
        assertTrue(
                now(offer).shown().contains("The file was not saved."),
                () -> now(offer).shown());
    }

    @Test
    void anUploadThatBreaksOnceIsDoneAgain() {
        teams.drive().fail(1);
        ana.consent(offers().getFirst(), true, teams.at("/drive/1"));
        stage.settle();

        assertEquals(1, teams.drive().files().size());
    }

    @Test
    void anUploadThatFailsIsSaidWithTheLinkInstead() {
        teams.drive().fail(5);
        Message offer = offers().getFirst();
        ana.consent(offer, true, teams.at("/drive/1"));
        stage.settle();

        assertTrue(
                now(offer).shown().contains("could not be saved"),
                () -> now(offer).shown());
        assertTrue(
                now(offer).shown().contains("/teams/files/file/c1/md/"),
                () -> now(offer).shown());
    }

    @Test
    void nothingGoesToAddressesThatAreNotMicrosofts() {
        Message offer = offers().getFirst();
        ana.consent(offer, true, "https://evil.example/upload");
        stage.settle();

        assertTrue(
                now(offer).shown().contains("could not be saved"),
                () -> now(offer).shown());
    }

    @Test
    void theOfferOfAnotherChatGivesNothing() {
        Message offer = offers().getFirst();
        Message moved = new Message("a:personal-eve", offer.id(), offer.activity(), "", 0);
        stage.member("29:eve", "Eve").consent(moved, true, teams.at("/drive/1"));
        stage.settle();

        assertEquals(List.of(), teams.drive().files());
    }

    @Test
    void inAChannelThereAreLinksAndNoOffers() {
        String thread = ana.post(FakeTeams.CHANNEL, "Our hedge is loud");
        stage.settle();
        ana.mention(thread, "export");
        stage.settle();

        assertFalse(teams.messages().stream().anyMatch(message -> type(message).contains("file.consent")));
        assertTrue(teams.in(thread).toString().contains("/teams/files/file/c1/md/"));
    }
}
