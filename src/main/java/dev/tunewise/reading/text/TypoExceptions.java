package dev.tunewise.reading.text;

import java.util.Set;

/** Real English words that are one letter away from words that patterns may name; they are never taken for misspelled. */
public final class TypoExceptions {
    private static final Set<String> CLOSE = WordSet.of("""
            turning tuned turned invested investing produces contest context contents labored tested tasted texted
            trained strained drained training straining trading planed planned pricing privately private massages
            message quantity quality quantities expansive formally formerly former format formal formed formula casing
            cashing hosting posting hoisting stating staging staring starting rating ranking raking banking string
            strings sting scoring storing boring simple sample samples simples couple couples example ample external
            internal interval eternal prompted promoted promote promotes remoted remote routing rooting outing output
            outputs input inputs throughput extract exact extra extracts attract abstract person persons prison reason
            reasons season treason sensible sensitive contact contract contracts contrast constant content contend
            consent intent intend intents invent invest event events reviewer reviewed reviewers renewed labeler
            labeled labelled labeller cancelled classed classes glasses clashes passes accurate accuracy curated
            created create curate relate related translate translated vary very every even ever never sever server
            servers serves severe several general generate generated generates generic genetic moderate operate
            operates operator regular regulator regulated reputation repetition petition position addition edition
            edited audited audit credit credits edits reads leads loads labels level levels tables table cable stable
            unable enable capable schema schemas scheme schemes theme mended needed seeded ended sends spends spend
            spent speed speeds speech search research reach teach each voices choices invoices invoice voice choice
            device devices services service versions version verses visions vision mission missions missing mixing
            fixing fitting hitting getting setting settings letting testing resting listing costing coasting boasting
            casting lasting fasting tasting monthly mostly costly closely loosely latency lately patents patients
            patient parents agents agent argent urgent regent recent decent percent docs dogs logs blogs prompt
            prompts promptly models modes modem modern mobile model moderation modulation validation valuation
            evaluation evolution revolution resolution solution solutions pollution emotion motion notion option
            options potion portion caption captions action actions fraction reaction creation relation rotation
            notation annotation annotations invitation imitation limitation hallucination imagination domain domains
            remain remains explain explains explained exclaim complain complains complaint compliant compliance
            appliance reliance alliance privacy piracy primacy policy police polite politics metric metrics matrix
            matric numeric generics ticket tickets thicket wicket docket rocket pocket packet packets bucket buckets
            budget budgets gadget target targets market markets
            """);

    private TypoExceptions() {}

    public static Set<String> close() {
        return CLOSE;
    }
}
