package dev.tunewise.cost.workload;

import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.ValuePoint;

/** The tokens of a call as one model counts them. `stable`: the part of them that is the same in every call. */
public record CallTokens(Formula input, Formula stable, Formula fresh, Formula output) {

    /** The same with more text in front of each prompt, the same in every call. */
    public CallTokens withStable(Formula more) {
        return new CallTokens(Formula.sum(input, more), Formula.sum(stable, more), fresh, output);
    }

    /** The same with more text that changes with each call. */
    public CallTokens withFresh(Formula more) {
        return new CallTokens(Formula.sum(input, more), stable, Formula.sum(fresh, more), output);
    }

    public double likelyInput() {
        return input.exact(ValuePoint.likely()).doubleValue();
    }

    /** Likely tokens of the stable part. */
    public double likelyStable() {
        return stable.exact(ValuePoint.likely()).doubleValue();
    }

    public double likelyOutput() {
        return output.exact(ValuePoint.likely()).doubleValue();
    }
}
