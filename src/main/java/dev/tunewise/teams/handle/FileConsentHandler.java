package dev.tunewise.teams.handle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.channel.RetryLater;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.teams.client.ConnectorResult;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.teams.deliver.ConversationReference;
import dev.tunewise.teams.deliver.FileOffers;
import dev.tunewise.teams.deliver.OutgoingActivities;
import dev.tunewise.teams.deliver.SignedFileUrls;
import dev.tunewise.teams.deliver.TeamsFileUploads;
import dev.tunewise.teams.deliver.TeamsNotifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what a person said to the offer of a file, and puts the result in the place of the offer. */
public record FileConsentHandler(
        TeamsConsultations rooms, SignedFileUrls pages, TeamsFileUploads uploads, TeamsNotifier teller) {
    /** The kind of invoke that brings the answer. */
    public static final String INVOKE = "fileConsent/invoke";

    private static final Logger LOG = LoggerFactory.getLogger(FileConsentHandler.class);

    /**
     * Uploads the file, or not.
     *
     * @throws RetryLater when Teams wants us to wait; nothing was done yet
     */
    public void take(Activity activity) {
        ConversationReference place = ConversationReference.of(activity);
        teller.enter(place);
        JsonNode upload = activity.value().path("uploadInfo");
        FileOffers.About about = FileOffers.About.read(activity.value().path("context"));
        if (rooms.belonging(place, about.conversation()).isEmpty()) {
            replace(activity, place, said(place, Captions.CARD_GONE, Optional.empty()));
        } else if (!activity.value().path("action").asText("").equals("accept")) {
            replace(activity, place, said(place, Captions.FILE_DECLINED, Optional.empty()));
        } else if (pages.content(about.conversation(), about.export())
                .filter(content -> uploads.put(upload.path("uploadUrl").asText(""), content))
                .isPresent()) {
            replace(activity, place, saved(place, upload));
        } else {
            Optional<String> link = pages.file(
                    about.conversation(), about.export(), upload.path("name").asText("consultation." + about.export()));
            replace(activity, place, said(place, Captions.FILE_FAILED, link));
        }
    }

    private static ObjectNode saved(ConversationReference place, JsonNode upload) {
        String name = upload.path("name").asText("");
        ObjectNode message = OutgoingActivities.attached(place, FileOffers.INFO, name, name);
        ObjectNode attachment = (ObjectNode) message.path("attachments").path(0);
        attachment.put("contentUrl", upload.path("contentUrl").asText(""));
        attachment
                .withObject("content")
                .put("uniqueId", upload.path("uniqueId").asText(""))
                .put("fileType", upload.path("fileType").asText(""));
        return message;
    }

    private ObjectNode said(ConversationReference place, String sentence, Optional<String> link) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph(Text.plain(sentence))));
        link.ifPresent(url ->
                blocks.add(new Block.Paragraph(new Text(List.of(new Text.Link(Captions.WHOLE_RECORD, url))))));
        return OutgoingActivities.card(
                place, teller.renderer().card("", new Post("file", new Post.Thread(), blocks, sentence)), sentence);
    }

    /** The upload is done or not; what is said about it is not tried again, lest the file be put twice. */
    private void replace(Activity activity, ConversationReference place, ObjectNode message) {
        String service = place.route().serviceUrl();
        ConnectorResult reply = new ConnectorResult.Refused(0, "there is no offer");
        if (!activity.replyToId().isEmpty()) {
            ObjectNode edited = message.deepCopy().put("id", activity.replyToId());
            reply = teller.connector().update(service, place.conversation(), activity.replyToId(), edited);
        }
        if (reply instanceof ConnectorResult.Refused) {
            reply = teller.connector().send(service, place.conversation(), message);
        }
        if (!(reply instanceof ConnectorResult.Done)) {
            LOG.warn("The result of the offer of a file could not be shown in Teams: {}", reply);
        }
    }
}
