package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.money.Money;
import dev.tunewise.money.Range;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.Provenance;
import dev.tunewise.price.offer.VectorStorePrice;
import java.math.BigDecimal;
import java.util.Optional;

/** More text in the prompt: examples, retrieved passages, whole documents. */
final class PromptOptions {
    private static final String EMBEDDING = "text-embedding-3-small";

    private PromptOptions() {}

    static void add(OptionList menu) {
        fewShot(menu);
        boolean knowledge = menu.situation.facts.has("problems", "missing-knowledge")
                || menu.situation.facts.has("problems", "invents-content");
        String state = menu.situation.facts.choice("retrieval").orElse("not-tried");
        boolean open = state.equals("not-tried") || state.equals("poor");
        if (!knowledge) {
            menu.leaveOut("retrieval", "Retrieval", "Nothing in the case is about missing knowledge.");
        } else if (!open) {
            menu.leaveOut("retrieval", "Retrieval", "Retrieval is " + state.replace('-', ' ') + ".");
        } else {
            retrieval(menu);
        }
        if (knowledge && (open || state.equals("ruled-out"))) {
            longContext(menu);
        }
    }

    private static void fewShot(OptionList menu) {
        CostContext situation = menu.situation;
        if (situation.facts.has("prompt_work", "few-shot")) {
            menu.leaveOut("few-shot", "Examples in the prompt", "The prompt has examples already.");
            return;
        }
        OptionBuilder draft =
                new OptionBuilder("few-shot", "few-shot", "Examples in the prompt", situation.model.name());
        Formula examples = Formula.product(
                situation.parameter("few_shot_examples"), situation.parameter("tokens_per_few_shot_example"));
        CommonCostLines.tokens(
                draft, situation, situation.model.input(), situation.model.output(), situation.prompt.input);
        draft.perCall(
                "Examples in the prompt",
                Formula.product(examples.tokensAt(situation.model.input()), situation.retried));
        draft.setup("Engineering", situation.work("engineer_hours_prompting"));
        CommonCostLines.unmeasured(draft, situation, "untested_quality_shift");
        menu.offer(draft);
    }

    private static void retrieval(OptionList menu) {
        CostContext situation = menu.situation;
        OptionBuilder draft = new OptionBuilder("retrieval", "rag", "Retrieval", situation.model.name());
        CommonCostLines.tokens(
                draft, situation, situation.model.input(), situation.model.output(), situation.prompt.input);
        draft.perCall(
                "Retrieved text",
                Formula.product(
                        situation.parameter("retrieved_context_tokens").tokensAt(situation.model.input()),
                        situation.retried));
        Formula embedding = embedding(draft, situation);
        draft.perCall("Embedding the query", situation.prompt.fresh.tokensAt(embedding));
        store(draft, situation);
        draft.setup(
                "Embedding the documents", situation.parameter("corpus_tokens").tokensAt(embedding));
        draft.setup("Engineering", situation.work("engineer_hours_rag"));
        draft.upkeep(
                "Embedding changed documents",
                Formula.product(
                        situation.parameter("corpus_tokens").tokensAt(embedding),
                        situation.parameter("corpus_change_per_month")));
        draft.upkeep("Upkeep", situation.work("maintenance_hours_per_month_rag"));
        CommonCostLines.unmeasured(draft, situation, "untested_quality_shift");
        menu.offer(draft);
    }

    /** Dollars per 1,000,000 tokens to embed. */
    static Formula embedding(OptionBuilder draft, CostContext situation) {
        Optional<Model> model = situation.catalogue.model(EMBEDDING);
        return draft.price(
                situation,
                model.map(found -> found.prices().input()).orElse(null),
                PriceName.tokens(EMBEDDING, EMBEDDING, "input"),
                model.map(Model::provenance).orElse(Provenance.of("", "")));
    }

    private static void store(OptionBuilder draft, CostContext situation) {
        item(situation, "read units")
                .ifPresentOrElse(
                        reads -> draft.perCall(
                                "Reading the vector store",
                                Formula.product(
                                        situation.parameter("read_units_per_query"),
                                        price(situation, reads, "a million read units")
                                                .over(Formula.number(1_000_000)))),
                        () -> draft.missing.add("read units of a vector store"));
        item(situation, "minimum")
                .ifPresentOrElse(
                        minimum ->
                                draft.monthly(Phase.RUN, "Vector store, minimum", price(situation, minimum, "a month")),
                        () -> draft.missing.add("monthly minimum of a vector store"));
    }

    private static Optional<VectorStorePrice> item(CostContext situation, String item) {
        return situation.catalogue.vectorStores().stream()
                .filter(price -> price.mode().equals("serverless Standard")
                        && price.item().equals(item))
                .findFirst();
    }

    private static Formula price(CostContext situation, VectorStorePrice price, String unit) {
        String what = price.item() + " of " + price.service() + " " + price.mode();
        Money middle = price.low().plus(price.high()).dividedBy(BigDecimal.TWO);
        return situation.price(
                new Range(price.low().amount(), middle.amount(), price.high().amount()),
                new PriceName("price:" + price.service() + ":" + price.item(), what, CostInput.Kind.MONEY, unit),
                price.provenance());
    }

    private static void longContext(OptionList menu) {
        CostContext situation = menu.situation;
        Model model = situation.model.model();
        Formula documents = situation.parameter("long_context_tokens");
        double length = situation.prompt.likelyInput()
                + documents.exact(ValuePoint.likely()).doubleValue();
        if (model != null && model.contextWindow() != null && model.contextWindow() < length) {
            menu.leaveOut(
                    "long-context",
                    "Documents in the prompt",
                    "The documents are longer than the " + model.contextWindow() + " tokens that " + model.name()
                            + " reads.");
            return;
        }
        OptionBuilder draft =
                new OptionBuilder("long-context", "long-context", "Documents in the prompt", situation.model.name());
        if (model != null && situation.model.isPriced() && model.prices().cachedInput() != null) {
            CommonCostLines.cachedTokens(
                    draft, situation, model, Formula.sum(situation.prompt.stable, documents), situation.prompt.fresh);
        } else {
            CommonCostLines.tokens(
                    draft,
                    situation,
                    situation.model.input(),
                    situation.model.output(),
                    Formula.sum(situation.prompt.input, documents));
        }
        draft.setup("Engineering", situation.work("engineer_hours_prompting"));
        CommonCostLines.unmeasured(draft, situation, "untested_quality_shift");
        draft.note("Only where the documents are few and small.");
        menu.offer(draft);
    }
}
