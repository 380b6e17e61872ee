package dev.tunewise.web;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import java.util.List;

/** Posts with every kind of block, as a consultation might hold them. */
final class Gallery {
    private Gallery() {}

    static Post root() {
        return new Post(
                Post.ROOT,
                new Post.Root(),
                List.of(
                        new Block.Heading("Our ticket classifier drifts, should we fine-tune?"),
                        new Block.Progress(3, 4),
                        new Block.Pairs(List.of(
                                new Block.Pair("What is wrong", Text.plain("It picks wrong labels or values")),
                                new Block.Pair("Task", Text.plain("Classification")),
                                new Block.Pair("Calls", Text.plain("50,000 calls a day")))),
                        new Block.Buttons(List.of(
                                Button.quiet("All questions", Action.Command.of("form")),
                                Button.quiet("Undo", Action.Command.of("undo"))))),
                "3 answered, about 4 to go.");
    }

    static List<Post> thread() {
        return List.of(
                post(
                        "welcome",
                        new Block.Paragraph(
                                Text.marked(
                                        "I ask only what the answer still depends on. Anyone here may answer; `help` lists what else I understand.")),
                        new Block.Chips(List.of(
                                chip("task", "Task", "Classification", "ticket classifier"),
                                chip("calls_per_day", "Calls", "50,000 calls a day", "about 50k a day"),
                                chip("model", "Model", "Claude Sonnet 4.6", "with Sonnet 4.6")))),
                post(
                        "note",
                        new Block.Note(
                                Block.Tone.WARNING,
                                Text.marked("Prices of _gpt-4o mini_ are **94 days old**. The figures may be off."))),
                post("note-info", new Block.Note(Block.Tone.INFO, Text.plain("Noted: 50,000 calls a day."))),
                post(
                        "settled",
                        new Block.Pairs(List.of(new Block.Pair(
                                "Are the labels checked?", Text.plain("Verified by two people · Ana"))))),
                post(
                        "verdict",
                        new Block.Heading("No, not now: a stronger model comes first"),
                        new Block.Note(
                                Block.Tone.GOOD,
                                Text.plain("Try Claude Opus with the same prompt before anything else.")),
                        new Block.Paragraph(
                                Text.marked("Quality is the problem, and a **stronger model** was not tried.")),
                        new Block.Code("json", "{\"role\": \"user\",\n  \"content\": \"<b>one</b>\"}"),
                        new Block.Bullets(List.of(
                                Text.marked("You need 92 % and have 84 %: the gap is the problem.")
                                        .then(new Text(List.of(
                                                new Text.Plain(" "),
                                                new Text.Link("The decision tree, step 1", "https://example.com/")))),
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
                        new Block.Details(
                                "Why not another verdict?",
                                List.of(
                                        new Block.Paragraph(
                                                Text.plain("Rule 10 does not hold: the target is not met.")),
                                        new Block.Details(
                                                "More",
                                                List.of(new Block.Paragraph(
                                                        Text.marked("Rule `own-it` was not reached.")))))),
                        new Block.File("decision.md", "text/markdown", "md"),
                        new Block.Buttons(List.of(
                                new Button(
                                        "What would change this?", Action.Command.of("explain"), Button.Style.PRIMARY),
                                Button.plain("Record", new Action.Open("/c/x/record")),
                                Button.quiet("Undo", Action.Command.of("undo")),
                                new Button("Start over", Action.Command.of("restart"), Button.Style.DANGER)))),
                ask(
                        "ask-one",
                        new Input(
                                "labels",
                                "Have people checked the labels?",
                                "Synthetic labels count as unchecked.",
                                new Input.One(List.of(
                                        new Input.Option("verified", "Verified", "By two people who agree"),
                                        new Input.Option("unverified", "Unverified", "One person, or a model"),
                                        new Input.Option("disputed", "Disputed", ""))),
                                "unverified",
                                false)),
                ask(
                        "ask-many",
                        new Input(
                                "problems",
                                "What is wrong with the output today?",
                                "Pick all that apply.",
                                new Input.Many(List.of(
                                        new Input.Option("missing-knowledge", "It does not know our facts", ""),
                                        new Input.Option(
                                                "format-drift",
                                                "The format breaks",
                                                "JSON that does not parse, fields left out"),
                                        new Input.Option("wrong-labels", "It picks wrong labels or values", ""),
                                        new Input.Option("too-expensive", "It costs too much", ""))),
                                "wrong-labels",
                                false)),
                ask(
                        "ask-yes",
                        new Input(
                                "owner",
                                "Will somebody own the model after launch?",
                                "",
                                new Input.YesNo(),
                                "",
                                false)),
                ask(
                        "ask-number",
                        new Input(
                                "calls_per_day",
                                "How many calls a day?",
                                "A rough figure is enough.",
                                new Input.Number(
                                        "calls a day",
                                        List.of(
                                                new Input.Option("100", "100", ""),
                                                new Input.Option("10000", "10,000", ""),
                                                new Input.Option("1000000", "1 million", "")),
                                        "0",
                                        ""),
                                "",
                                false)),
                ask(
                        "ask-search",
                        new Input(
                                "model",
                                "Which model do you use now?",
                                "",
                                new Input.Search(List.of(
                                        new Input.Option("claude-sonnet-4-6", "Claude Sonnet 4.6", ""),
                                        new Input.Option("gpt-5.4", "GPT-5.4", ""))),
                                "",
                                false)),
                new Post(
                        "ask-card",
                        new Post.Thread(),
                        List.of(new Block.Ask(
                                List.of(
                                        yesNo("owner", "Somebody will own it"),
                                        yesNo("rollback", "There is a fallback"),
                                        yesNo("failure_taxonomy", "The errors that matter are written down")),
                                "Without these, tuned models rot.",
                                asides())),
                        "Three questions about ownership."),
                post(
                        "form",
                        new Block.Form(
                                "All questions that could still matter",
                                List.of(
                                        new Input(
                                                "eval_items",
                                                "Labelled items held out for evaluation",
                                                "",
                                                new Input.Number("items", List.of(), "0", ""),
                                                "400",
                                                false),
                                        new Input(
                                                "labels",
                                                "Have people checked the labels?",
                                                "",
                                                new Input.One(List.of(
                                                        new Input.Option("verified", "Verified", ""),
                                                        new Input.Option("disputed", "Disputed", ""))),
                                                "",
                                                false),
                                        yesNo("explainability", "Does a regulator want reasons?"),
                                        new Input(
                                                "prompt_work",
                                                "What has the prompt got?",
                                                "",
                                                new Input.Many(List.of(
                                                        new Input.Option("instructions", "Instructions", ""),
                                                        new Input.Option("few-shot", "Examples", ""))),
                                                "",
                                                false),
                                        new Input(
                                                "model",
                                                "Model",
                                                "",
                                                new Input.Search(List.of(new Input.Option("gpt-5.4", "GPT-5.4", ""))),
                                                "",
                                                false)))));
    }

    static Post post(String key, Block... blocks) {
        return new Post(key, new Post.Thread(), List.of(blocks), "A post called " + key + ".");
    }

    private static Post ask(String key, Input input) {
        return new Post(
                key,
                new Post.Thread(),
                List.of(new Block.Ask(List.of(input), "It decides what comes next.", asides())),
                input.question());
    }

    private static List<Button> asides() {
        return List.of(
                Button.quiet("Why?", Action.Command.of("why")),
                Button.quiet("Don’t know", Action.Command.of("dont-know")),
                Button.quiet("Skip", Action.Command.of("skip")),
                Button.quiet("Back", Action.Command.of("back")));
    }

    private static Input yesNo(String fact, String question) {
        return new Input(fact, question, "", new Input.YesNo(), "", false);
    }

    private static Block.Chip chip(String fact, String label, String value, String quote) {
        return new Block.Chip(
                fact, label, value, quote, Action.Command.about("change", fact), Action.Command.about("remove", fact));
    }

    private static List<Text> row(String... cells) {
        return List.of(cells).stream().map(Text::plain).toList();
    }
}
