package dev.tunewise.slack.handle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.command.SlashCommand;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.click.ViewOrigin;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackResult;
import dev.tunewise.slack.decode.SlackClick;
import dev.tunewise.slack.decode.SlackUser;
import dev.tunewise.slack.deliver.Modals;
import dev.tunewise.slack.deliver.SlackDelivery;
import dev.tunewise.slack.render.HomeRenderer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Home tab: what is open, what was decided, the settings of the workspace, and the button that starts. */
public record HomeTabHandler(
        SlackApi api,
        ConversationStore store,
        TeamSettings settings,
        WorkspaceDirectory directory,
        SlackCommandHandler orders,
        SlackCommandHandler.Ways ways,
        Modals windows,
        InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(HomeTabHandler.class);
    private static final int LISTED = 8;
    private static final Set<ConversationSummary.State> UNDECIDED =
            Set.of(ConversationSummary.State.OPEN, ConversationSummary.State.STOPPED);

    /** Somebody looks at the app; the direct message with them is known then. */
    void opened(SlackUser person, String tab, String direct) {
        if ("home".equals(tab)) {
            publish(person, direct);
        }
    }

    /** The start button was clicked; its value is the direct message. */
    void start(SlackClick click) {
        ways.bots()
                .find(click.person().workspace())
                .ifPresent(bot -> windows.open(bot, click, HomeRenderer.start(new ViewOrigin("", "", click.value()))));
    }

    /** The window that starts a consultation was filled in. */
    void started(ModalSubmissionHandler.Filled filled) {
        String problem = first(filled, HomeRenderer.PROBLEM);
        String room = first(filled, HomeRenderer.WHERE);
        String direct = filled.origin().room();
        boolean alone = room.isEmpty() || room.equals(direct);
        String where = alone ? direct : room;
        if (where.isEmpty()) {
            return;
        }
        String key = "view:" + filled.person().user() + ":" + filled.view();
        order(new SlashCommand.Open(problem), filled.person(), where, key, new UserInput.Said(problem, true), !alone);
    }

    private static String first(ModalSubmissionHandler.Filled filled, String field) {
        List<String> values = filled.fields().getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The channel for the summaries of the whole workspace was chosen, or none. */
    void chosen(SlackClick click, String direct) {
        SlackUser person = click.person();
        String channel = click.value().isEmpty() ? Choice.OFF : click.value();
        SlashCommand command = new SlashCommand.WorkspaceSetting(TeamSettings.Name.SUMMARY_CHANNEL, channel);
        order(command, person, direct, click.key(), new UserInput.Said("", true), direct.isEmpty());
        publish(person, direct);
    }

    private void order(
            SlashCommand command, SlackUser person, String room, String key, UserInput input, boolean among) {
        InboundEvent event = orders.turns().event(person, key, clock.instant(), "", input, among);
        orders.carryOut(new SlackCommandHandler.Order(
                command, "/tunewise", SlackConsultations.address(person.workspace(), room, ""), event));
    }

    private static Address everywhere(SlackUser person) {
        return SlackConsultations.address(person.workspace(), "", "");
    }

    private void publish(SlackUser person, String direct) {
        ways.bots().find(person.workspace()).ifPresent(bot -> {
            Address everywhere = everywhere(person);
            Optional<Choice> chosen = settings.ofWorkspace(everywhere, TeamSettings.Name.SUMMARY_CHANNEL);
            String view = HomeRenderer.home(new HomeRenderer.Home(
                    direct,
                    lists(bot, person, direct),
                    orders.settings(bot, everywhere, person.user()).blocks(),
                    chosen.flatMap(Choice::target).orElse(""),
                    directory.administers(everywhere, person.user())));
            SlackResult<JsonNode> reply =
                    api.call(bot.token(), "views.publish", Map.of("user_id", person.user(), "view", view));
            if (!(reply instanceof SlackResult.Done<?>)) {
                LOG.warn("The Home tab could not be shown: {}", reply);
            }
        });
    }

    /** What a person may see: consultations of the channels that they are in, and of their direct message with us. */
    private List<Block> lists(SlackBot bot, SlackUser person, String direct) {
        Set<String> rooms = ways.channels().of(bot, person.user());
        Set<String> visible = new HashSet<>(rooms);
        visible.add(direct);
        String workspace = person.workspace();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(Captions.OPEN_CONSULTATIONS));
        blocks.add(list(workspace, visible, UNDECIDED, Captions.NOTHING_OPEN));
        blocks.add(new Block.Heading(Captions.RECENT_DECISIONS));
        blocks.add(list(workspace, visible, EnumSet.of(ConversationSummary.State.CONCLUDED), Captions.NOTHING_DECIDED));
        return blocks;
    }

    private Block list(String workspace, Set<String> rooms, Set<ConversationSummary.State> states, String none) {
        List<Text> items = store.inRooms(SlackDelivery.CHANNEL, workspace, rooms, states, LISTED).stream()
                .map(this::line)
                .toList();
        return items.isEmpty() ? new Block.Paragraph(Text.plain(none)) : new Block.Bullets(items);
    }

    private Text line(ConversationSummary digest) {
        Text title = ways.links()
                .link(digest.id(), digest.address())
                .map(url -> new Text(List.of(new Text.Link(digest.title(), url))))
                .orElseGet(() -> Text.strong(digest.title()));
        Text line = digest.headline().isEmpty() ? title : title.then(Text.plain("\n" + digest.headline()));
        return digest.saving().isEmpty() ? line : line.then(Text.plain(" " + digest.saving()));
    }
}
