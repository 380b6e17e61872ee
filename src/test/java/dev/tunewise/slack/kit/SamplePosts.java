package dev.tunewise.slack.kit;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Input.Option;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;

/** Posts with every kind of block and question, as a consultation might hold them. */
public final class SamplePosts {
    private SamplePosts() {}

    public static List<Post> all() {
        return List.of(
                root(),
                thread("read", chips()),
                ask(
                        "yes",
                        new Input(
                                "owner",
                                "Will somebody own it?",
                                "Retraining, data set, evaluation.",
                                new Input.YesNo(),
                                "",
                                false)),
                ask(
                        "one",
                        new Input(
                                "stage",
                                "How far is it?",
                                "",
                                new Input.One(options("Prototype", "Pilot", "Production")),
                                "",
                                false)),
                ask("menu", new Input("task", "What does the model do?", "", new Input.One(described()), "", false)),
                ask(
                        "many",
                        new Input(
                                "prompt_work",
                                "What have you tried in the prompt?",
                                "All that apply.",
                                new Input.Many(options("Instructions", "Examples", "Structured output")),
                                "",
                                false)),
                ask(
                        "number",
                        new Input(
                                "calls_per_day",
                                "How many calls a day?",
                                "A rough number will do.",
                                new Input.Number("calls a day", options("100", "10,000", "1,000,000"), "0", ""),
                                "",
                                false)),
                ask(
                        "search",
                        new Input(
                                "model",
                                "Which model do you use?",
                                "",
                                new Input.Search(options("Claude Sonnet 4.6", "GPT-5 mini")),
                                "",
                                false)),
                ask(
                        "together",
                        number("input_tokens", "How many tokens go in per call?"),
                        number("output_tokens", "How many come out?")),
                thread(
                        "settled",
                        new Block.Paragraph(Text.plain("Calls: ")
                                .then(Text.strong("50,000 calls a day"))
                                .then(Text.plain(" · Ana"))),
                        new Block.Buttons(
                                List.of(Button.quiet("Change", Action.Command.about("change", "calls_per_day"))))),
                verdict(),
                summary());
    }

    public static Post root() {
        return new Post(
                Post.ROOT,
                new Post.Root(),
                List.of(
                        new Block.Heading("Our ticket classifier drifts, should we fine-tune?"),
                        new Block.Paragraph(Text.plain("Questions in the thread; anyone may answer.")),
                        new Block.Progress(3, 4),
                        new Block.Buttons(List.of(
                                Button.plain("One form for all", Action.Command.of("form")),
                                Button.quiet("Status", Action.Command.of("status")),
                                Button.quiet("Stop", Action.Command.of("stop"))))),
                "3 answered, about 4 to go.");
    }

    public static Post verdict() {
        return thread(
                "answer",
                new Block.Heading("Not now: a stronger model comes first"),
                new Block.Paragraph(Text.marked("Quality is the problem, and a **stronger model** was not tried.")),
                new Block.Bullets(List.of(
                        Text.plain("You need 92 % and have 84 %. ")
                                .then(new Text(List.of(
                                        new Text.Link("The decision tree, step 1", "https://example.com/tree")))),
                        Text.plain("Nobody has measured a stronger model on your 400 items."))),
                new Block.Table(
                        "What each option costs over 12 months",
                        List.of("Option", "Set-up", "A month", "Total", "Payback"),
                        List.of(false, true, true, true, true),
                        List.of(
                                row("Today", "$0", "$5,475", "$65,700", "—"),
                                row("Stronger model", "$1,200", "$9,125", "$110,700", "never"),
                                row("Hosted tuning", "$14,300", "$730", "$23,060", "3.0 months"))),
                new Block.Picture(
                        "break-even",
                        "Total cost over calls a day",
                        "Hosted tuning is cheaper from 8,200 calls a day.",
                        null),
                new Block.Note(Block.Tone.GOOD, Text.plain("Evaluation set: 400 items, enough for this gap.")),
                new Block.Note(Block.Tone.WARNING, Text.plain("The price of Sonnet 4.6 is 94 days old.")),
                new Block.Details(
                        "What to do now and next",
                        List.of(new Block.Table(
                                "The ladder",
                                List.of("Lever", "When"),
                                List.of(false, false),
                                List.of(row("A stronger model", "now"), row("Hosted tuning", "next"))))),
                new Block.Details(
                        "What would change this",
                        List.of(new Block.Bullets(
                                List.of(Text.plain("A stronger model falls short: then fine-tune."))))),
                new Block.Details(
                        "Assumptions and prices",
                        List.of(new Block.Pairs(List.of(
                                new Block.Pair("Label price", Text.plain("$0.50 (0.10 to 2.00)")),
                                new Block.Pair("Horizon", Text.plain("12 months")))))),
                new Block.Buttons(List.of(
                        Button.plain("What if …", Action.Command.of("what-if")),
                        Button.plain("How this came about", Action.Command.of("explain")),
                        Button.plain("Export", Action.Command.of("export")),
                        Button.plain("Post summary", Action.Command.of("summary")),
                        Button.quiet("Start again", Action.Command.of("restart")))));
    }

    public static Post summary() {
        return new Post(
                "summary",
                new Post.Elsewhere("C0DECIDE"),
                List.of(
                        new Block.Heading("Decided: should we fine-tune?"),
                        new Block.Pairs(List.of(
                                new Block.Pair(
                                        "Question", Text.plain("Our ticket classifier drifts, should we fine-tune?")),
                                new Block.Pair("Answer", Text.strong("Not now: a stronger model comes first")),
                                new Block.Pair("A month", Text.plain("$9,125")),
                                new Block.Pair("Who took part", Text.plain("Ana, Ben")),
                                new Block.Pair("Open", Text.plain("Nothing")))),
                        new Block.Paragraph(new Text(List.of(
                                new Text.Link("Open the thread", "https://acme.slack.com/archives/C1/p17000"))))),
                "Decided: not now, a stronger model comes first.");
    }

    private static Block chips() {
        return new Block.Chips(List.of(
                chip("task", "Task", "Classification", "ticket classifier"),
                chip("calls_per_day", "Calls", "50,000 calls a day", "about 50k a day")));
    }

    private static Block.Chip chip(String fact, String label, String value, String quote) {
        return new Block.Chip(
                fact, label, value, quote, Action.Command.about("change", fact), Action.Command.about("remove", fact));
    }

    private static Input number(String fact, String question) {
        return new Input(fact, question, "", new Input.Number("tokens", options("500", "2,000"), "0", ""), "", false);
    }

    private static List<Option> options(String... labels) {
        List<Option> options = new ArrayList<>();
        for (String label : labels) {
            options.add(new Option(label.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), label, ""));
        }
        return options;
    }

    private static List<Option> described() {
        return List.of(
                new Option("classification", "Classification", "Puts each item in one of several classes"),
                new Option("extraction", "Extraction", "Takes values out of text"),
                new Option("generation", "Generation", "Writes text"));
    }

    private static Post ask(String key, Input... inputs) {
        return thread(
                key,
                new Block.Ask(
                        List.of(inputs),
                        "It decides what comes next.",
                        List.of(
                                Button.quiet("Why do you ask?", Action.Command.about("why", inputs[0].fact())),
                                Button.quiet("Don't know", Action.Command.about("dont-know", inputs[0].fact())),
                                Button.quiet("Skip for now", Action.Command.about("skip", inputs[0].fact())),
                                Button.quiet("Back", Action.Command.of("back")),
                                Button.quiet("One form for all", Action.Command.of("form")))));
    }

    private static Post thread(String key, Block... blocks) {
        return new Post(key, new Post.Thread(), List.of(blocks), key);
    }

    private static List<Text> row(String... cells) {
        List<Text> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Text.plain(cell));
        }
        return row;
    }
}
