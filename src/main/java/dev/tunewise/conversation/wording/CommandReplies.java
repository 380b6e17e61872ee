package dev.tunewise.conversation.wording;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;

/** What is shown outside of a consultation: help on commands, lists, settings. Neutral, for every channel with commands. */
public record CommandReplies(Messages wording) {
    /** Something to show to one person. */
    public record Notice(List<Block> blocks, String plain) {
        /** One sentence without emphasis. */
        public static Notice of(String sentence) {
            return of(Text.plain(sentence));
        }

        static Notice of(Text sentence) {
            return new Notice(List.of(new Block.Paragraph(sentence)), sentence.characters());
        }
    }

    /**
     * A consultation in a list.
     *
     * @param logged as the log shows it
     * @param stopped whether it rests
     */
    public record Line(LogReplies.Line logged, boolean stopped) {}

    /** Another question that may be opened. */
    public record Other(String called, String title) {}

    /**
     * Help on the commands.
     *
     * @param called how the command is called on the channel, for example `/tunewise`; empty where nothing needs to be called
     * @param others what may be opened beside the usual
     */
    public Notice help(String called, List<Other> others) {
        String command = before(called);
        List<Text> lines = new ArrayList<>(List.of(
                Text.plain(command).then(wording.text("command-open")),
                line(command, "status", "command-status"),
                line(command, "list", "command-list"),
                line(command, "log", "command-log"),
                line(command, "what-if …", "command-what-if"),
                line(command, "stop", "command-stop"),
                line(command, "resume", "command-resume"),
                line(command, "export", "command-export"),
                line(command, "summary-channel #channel", "command-summary-channel"),
                line(command, "digest", "command-digest"),
                line(command, "reminder", "command-reminder"),
                line(command, "broadcast", "command-broadcast"),
                line(command, "watch", "command-watch"),
                line(command, "settings", "command-settings"),
                line(command, "workspace summary-channel #channel", "command-workspace"),
                line(command, "forget this", "command-forget"),
                line(command, "help", "command-help")));
        others.forEach(other -> lines.add(1, opens(command, other)));
        String title = wording.plain("commands-title");
        return new Notice(
                List.of(
                        new Block.Heading(title),
                        new Block.Paragraph(wording.text("commands-intro")),
                        new Block.Bullets(lines),
                        new Block.Paragraph(wording.text("help-answer"))),
                title);
    }

    public Notice help(String called, HelpTopic topic) {
        String command = before(called);
        Text about = topic == HelpTopic.QUESTIONS ? wording.text(topic.key()) : wording.text(topic.key(), command);
        return new Notice(
                List.of(new Block.Paragraph(about), new Block.Paragraph(wording.text("welcome-help", command))),
                about.characters());
    }

    /**
     * The first words in a place: what this is for, what to say, and where to find more.
     *
     * @param called how the command is called on the channel; empty where nothing needs to be called
     */
    public Notice welcome(String called) {
        String title = wording.plain("welcome-title");
        return new Notice(
                List.of(
                        new Block.Heading(title),
                        new Block.Paragraph(wording.text("commands-intro")),
                        new Block.Paragraph(wording.text("welcome-example", before(called))),
                        new Block.Paragraph(wording.text("welcome-help", before(called)))),
                title);
    }

    private Text opens(String command, Other other) {
        return new Text(List.of(new Text.Code(command + other.called() + ": …")))
                .then(wording.text("command-open-other", other.title()));
    }

    /** A command as it begins what people type. */
    public static String before(String called) {
        return called.isEmpty() ? "" : called + " ";
    }

    private Text line(String command, String name, String what) {
        return new Text(List.of(new Text.Code(command + name)))
                .then(Text.plain(": "))
                .then(wording.text(what));
    }

    public Notice say(String key, Object... values) {
        return Notice.of(wording.text(key, values));
    }

    /** A list of consultations, newest change first. */
    public Notice list(List<Line> lines) {
        if (lines.isEmpty()) {
            return say("list-empty");
        }
        LogReplies log = new LogReplies(wording);
        List<Text> items = lines.stream()
                .map(line -> log.title(line.logged())
                        .then(Text.plain(
                                " · " + (line.stopped() ? wording.plain("list-stopped") : log.answer(line.logged())))))
                .toList();
        String title = wording.plain("list-title");
        return new Notice(List.of(new Block.Heading(title), new Block.Bullets(items)), title);
    }

    /** A problem is missing to open a consultation about. */
    public Notice sayTheProblem(String called, List<Other> others) {
        String command = before(called);
        Notice usual = say("say-the-problem", command);
        if (others.isEmpty()) {
            return usual;
        }
        List<Block> blocks = new ArrayList<>(usual.blocks());
        blocks.add(new Block.Paragraph(wording.text("other-questions")));
        blocks.add(new Block.Bullets(
                others.stream().map(other -> opens(command, other)).toList()));
        return new Notice(blocks, usual.plain());
    }

    /** The answer stands elsewhere. */
    public Notice answeredIn(String url) {
        Text thread = new Text(List.of(new Text.Link(wording.plain("the-thread"), url)));
        return say("answered-in", thread);
    }
}
