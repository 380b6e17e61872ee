package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.workload.CallTokens;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.ModelPrices;
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

    static void add(OptionList menu) {
        fewShot(menu);
        boolean knowledge = menu.situation.facts.lacksKnowledge();
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
        if (situation.facts.hasExamplesInPrompt()) {
            menu.leaveOut("few-shot", "Examples in the prompt", "The prompt has examples already.");
            return;
        }
        OptionBuilder draft =
                new OptionBuilder(situation, "few-shot", "few-shot", "Examples in the prompt", situation.model.name());
        Formula examples = Formula.product(
                situation.parameter("few_shot_examples"), situation.parameter("tokens_per_few_shot_example"));
        TodaysBill.addLonger(
                draft, situation, situation.prompt.today().withStable(examples), "Examples in the prompt", examples);
        draft.setup("Engineering", situation.work("engineer_hours_prompting"));
        draft.unmeasured("untested_quality_shift");
        menu.offer(draft);
    }

    private static void retrieval(OptionList menu) {
        CostContext situation = menu.situation;
        OptionBuilder draft = new OptionBuilder(situation, "retrieval", "rag", "Retrieval", situation.model.name());
        Formula retrieved = situation.parameter("retrieved_context_tokens");
        TodaysBill.addLonger(
                draft, situation, situation.prompt.today().withFresh(retrieved), "Retrieved text", retrieved);
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
        draft.unmeasured("untested_quality_shift");
        menu.offer(draft);
    }

    /** Dollars per 1,000,000 tokens to embed. */
    static Formula embedding(OptionBuilder draft, CostContext situation) {
        Optional<Model> model = situation.catalogue.model(EMBEDDING);
        return draft.price(
                model.map(found -> found.prices().input()).orElse(null),
                PriceName.tokens(EMBEDDING, EMBEDDING, "input"),
                model.map(Model::provenance).orElse(Provenance.of("", "")));
    }

    private static void store(OptionBuilder draft, CostContext situation) {
        Optional<VectorStorePrice> reads = item(situation, "read units");
        Optional<VectorStorePrice> minimum = item(situation, "minimum");
        if (reads.isEmpty() || minimum.isEmpty()) {
            draft.missing.add("read units and monthly minimum of a vector store");
            return;
        }
        Formula used = Formula.product(
                situation.callsPerMonth,
                situation.parameter("read_units_per_query"),
                price(situation, reads.get(), "a million read units").over(Formula.number(1_000_000)));
        draft.monthly(
                Phase.RUN,
                "Vector store, at least its minimum",
                Formula.larger(used, price(situation, minimum.get(), "a month")));
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
        OptionBuilder draft = new OptionBuilder(
                situation, "long-context", "long-context", "Documents in the prompt", situation.model.name());
        CallTokens tokens = situation.prompt.today().withStable(documents);
        if (model != null && situation.model.isPriced()) {
            TokenLines.of(draft).cheapest(ModelPrices.of(situation, model, tokens.likelyInput()), tokens);
        } else {
            TokenLines.of(draft).plain(situation.model.input(), situation.model.output(), tokens);
        }
        draft.setup("Engineering", situation.work("engineer_hours_prompting"));
        draft.unmeasured("untested_quality_shift");
        draft.note("Only where the documents are few and small.");
        menu.offer(draft);
    }
}
