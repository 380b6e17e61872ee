package dev.tunewise.reading.intent;

import dev.tunewise.reading.result.Intent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders in words. Each must fill its sentence, so that "we stop at 92" is none. */
public final class CommandPatterns {
    private static final Map<String, List<String>> PATTERNS = patterns();

    /** Names of all commands, as {@link Intent.Command} gives them; `what-if` comes as {@link Intent.WhatIf}. */
    public static final List<String> NAMES = List.of(
            "why",
            "help",
            "skip",
            "dont-know",
            "back",
            "undo",
            "change",
            "repeat",
            "status",
            "restart",
            "stop",
            "resume",
            "form",
            "summary",
            "export",
            "explain",
            "answer-now",
            "what-to-do",
            "already-done",
            "never-mind");

    private CommandPatterns() {}

    /** Patterns by command, without `change`, which needs the facts. */
    static Map<String, List<String>> patternsByName() {
        return PATTERNS;
    }

    private static Map<String, List<String>> patterns() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(
                "why",
                List.of(
                        "why (that|this|though|exactly|is that|is this|not)?",
                        "why (do|are|would|did) you (need|want|ask|asking|care|have to know) (to)? (know|ask|me|us|for|about)* (that|this|it)?",
                        "why (does|is|would|should) (that|this|it) (matter|important|relevant|needed|necessary|matters)",
                        "(what|how) (is|does) (that|this|it) (for|relevant|matter|important|good for)",
                        "what for",
                        "why (do|should) (you|we|i) (need|answer) (that|this)",
                        "what is the (point|reason) (of)? (that|this|the question)?"));
        all.put(
                "help",
                List.of(
                        "help (me|us|please|page|text)?",
                        "(i|we) need help",
                        "what can (i|we) (say|type|ask)",
                        "what can (you|it|this) do",
                        "how (does|do) (this|it|that|you|i|we) (work|use|go) (this|it|you)?",
                        "how do (i|we) (use|answer) (this|you|it|that)",
                        "what (should|do) (i|we) (say|type|write) (here|now)?",
                        "(commands|usage|options|manual)"));
        all.put(
                "what-to-do",
                List.of(
                        "(so)? what (should|can|could|must|do|shall) (i|we) do (now|next|then|here|about it|about that|first)?",
                        "(so)? what (now|next|is next|is the next step|to do|do you (think|suggest|recommend|advise))",
                        "(so)? (should|shall) (i|we) (do (it|that|this)|do i|do we|go for it|tune|fine tune)",
                        "should i do",
                        "(and)? now what",
                        "how (should|do|can) (i|we) (proceed|start|begin)",
                        "what are (my|the|our) options"));
        all.put(
                "answer-now",
                List.of(
                        "(just)? answer (now|already|me now|right now|please|with what you have|with what you know)",
                        "(just)? (give|tell) (me|us) (an|the|your) (answer|verdict|opinion|recommendation|best guess) (now|already|anyway|with what you have)?",
                        "(that is|this is)? (all|everything) (i|we) (know|have|can say)",
                        "(conclude|decide) (now|already|with that)?",
                        "best guess (now|please)?"));
        all.put(
                "already-done",
                List.of(
                        "(but)? (i|we) (already)? (do|did|have|have done|tried|use) (that|this|it|those|all that) (already)?",
                        "(but)? (that|this|it|the schema|the prompt|the format|the output) (is|was|has been) (already)? (done|in place|enforced|there|tried|set up|solved) (already)?",
                        "(but)? (i|we) (already)? (have|use|enforce|have got) (one|a schema|the schema|json mode|structured output|structured outputs|few shot examples|that in place) (already)?",
                        "already (done|doing|in place|enforced|tried)( that| this| it)?"));
        all.put("never-mind", List.of("(ok|okay|oh|ah|well)? (never mind|nevermind|forget (it|that|about it))"));
        all.put(
                "skip",
                List.of(
                        "skip (this|it|that|one|the|question|for now)* ",
                        "next (question|one)?",
                        "pass",
                        "(ask|come back) (me|to)? (that|this|it)? later",
                        "move on",
                        "not now",
                        "later",
                        "skip to the next (question|one)?",
                        "next one please"));
        all.put(
                "dont-know",
                List.of(
                        "(i|we)? (really|honestly|just)? (do|did|would) not (really|honestly|actually)? (know|have a clue|have that number|have it|have that) (that|this|yet|it|the answer|the number|offhand|exactly|that one|right now|sorry|tbh|for sure)?",
                        "(i|we)? (have)? (absolutely|really)? no (idea|clue) (at all|sorry|tbh|yet|honestly|about that)?",
                        "(i|we)? (am|are)? not (really|quite|entirely)? sure (yet|tbh|honestly|about that|about this|at all|sorry|which)?",
                        "(dunno|idk|unsure|unknown|no opinion|beats me|hard to say|hard to tell|who knows|tbd|n a|not known|don t know|dont know|not yet known)",
                        "(i|we)? can not (say|tell|answer) (that|yet|for sure|this|offhand)?",
                        "(nobody|no one) (here)? (knows|can say|can tell) (that|this|it|yet)?",
                        "(i|we)? (would|will|need|have) (have)? (to)? (check|look that up|find out|guess|ask around) (that|first)?",
                        "(assume|use|take) (the|a)? default",
                        "you (decide|choose|pick|tell me)"));
        all.put(
                "back",
                List.of(
                        "(go|step|one|take me|take us)? back (one|please|to the previous question|one question)?",
                        "previous (question|one)?",
                        "the (previous|last) question (again)?"));
        all.put(
                "undo",
                List.of(
                        "undo (that|this|it|last|the last (answer|one|change|step))?",
                        "take (that|it) back",
                        "revert (that|it|this|the last (answer|change))?",
                        "(remove|delete) (that|it|the last answer|the last one|my last answer)",
                        "forget (the last answer|the last one|my last answer)",
                        "roll that back"));
        all.put(
                "repeat",
                List.of(
                        "repeat (that|the question|it|please|yourself)?",
                        "say (that|it) again",
                        "(come again|pardon|pardon me|what was that|excuse me)",
                        "what was (the|your) (last)? question (again)?",
                        "(ask|show|tell) (me|us)? (the question|that|it) (again|once more)",
                        "(again|once more) please?",
                        "what did you (ask|want|say|want to know)",
                        "can you repeat (that|the question|it)"));
        all.put(
                "status",
                List.of(
                        "(status|progress|state)",
                        "where (are we|were we|do we stand)",
                        "how far (are we|along|have we got|did we get|are we along)",
                        "what (do|have) you (know|got|have|read|understood|noted|understand|learned) (so far|already|about us|by now)?",
                        "what is (left|missing|open|still open|known|still missing|the status|our status|the current status)",
                        "how many (more)? questions (left|to go|remain|are left|are there|do you have)? (left)?",
                        "(show|list|give) (me|us)? (the|my|our|all|all the|all my)? (answers|status|progress) (so far)?",
                        "what have (we|i|you) (said|answered|noted|told you) (so far)?",
                        "how (much|many) longer",
                        "status (please|update)",
                        "(show|tell) (me|us) (where we (are|stand)|the status|what you have|what you know|what is (left|missing|open))"));
        all.put(
                "restart",
                List.of(
                        "restart",
                        "start (over|again|afresh|anew|from scratch|fresh)",
                        "reset (everything|all|it)?",
                        "(start)? (from|at) the (beginning|top|start) (again)?",
                        "begin again",
                        "new consultation",
                        "(delete|drop|forget|clear) (all|everything|all answers)",
                        "restart (please|it|the consultation)"));
        all.put(
                "stop",
                List.of(
                        "(stop|cancel|quit|exit|abort|end|halt|pause)",
                        "(that is|this is)? enough (for now|now|for today)?",
                        "stop (it|this|asking|now|here|please|that|talking|the consultation|asking questions)",
                        "leave (us|me) alone",
                        "(shut up|go away|be quiet|not interested|no thanks|no more questions)",
                        "(i|we) (am|are) done",
                        "end (it|this|the consultation)",
                        "cancel (it|this|that|the consultation)"));
        all.put(
                "resume",
                List.of(
                        "(resume|continue|unpause|proceed)",
                        "(go|carry|keep) (on|going)",
                        "go ahead",
                        "(let us)? continue (please|then|now)?",
                        "(let us)? go on",
                        "pick up where we left off",
                        "(we|you) can (continue|go on|proceed)"));
        all.put(
                "form",
                List.of(
                        "form",
                        "(show|give|open|send) (me|us)? (the|a) form",
                        "(show|give|ask) (me|us)? (all|all the) (questions|of them) (at once|together|in one go)?",
                        "all (the)? questions (at once|together|in one go)",
                        "(ask|show) (me|us)? everything at once",
                        "(i|we) (prefer|want|would like|would prefer) (the|a) form",
                        "(can|may) (i|we) (fill|have|get|see) (in|out)? (a|the) form",
                        "as a form",
                        "fill in a form",
                        "fill out the form",
                        "fill in the form"));
        all.put(
                "summary",
                List.of(
                        "(summary|summarise|summarize|recap|tldr|tl dr)",
                        "sum (it|this|that|things)? up",
                        "(give|show|post|send|write) (me|us)? (a|the) (short|quick|brief)? (summary|recap|short version)",
                        "(summarise|summarize|recap) (it|this|that|please|for us|the consultation|the answer|so far)?",
                        "in short"));
        all.put(
                "explain",
                List.of(
                        "explain",
                        "explain (the|your|this|that|yourself) (verdict|answer|recommendation|decision|reasoning|result|advice)?",
                        "how (did|do) you (get|come|arrive|reach) (to|at)? (that|this|there|the) (verdict|answer|conclusion|decision|result|recommendation)?",
                        "why (that|this|the|your) (verdict|answer|recommendation|decision|conclusion|result|advice)",
                        "show (me|us)? (your|the) (reasoning|working|work|math|maths)",
                        "why (is|was) (it|that|this|the answer|your answer) (a|the|still)? (no|yes|not yet)",
                        "why (should|can|would|do|are) (not)? (we|i) (not)? (fine tune|fine tuning|tune|tuning|train|training) (it|this|the model|a model|now|yet)?",
                        "why (not|no) (fine tune|fine tuning|tune|tuning|train|training) (it|this|the model|a model|now|yet)?",
                        "how come"));
        all.put(
                "export",
                List.of(
                        "(export|download)",
                        "(export|download|save) (it|this|that|everything|the record|the consultation|the answer|the report)? (as|to|in)? (a|an)? (markdown|md|json|file|text|pdf|word)? (file)?",
                        "(send|give|get|can i get|can i have|can we get|can we have) (me|us)? (the|a|an) (file|record|markdown|json|export|markdown file|json file|report)"));
        return all;
    }
}
