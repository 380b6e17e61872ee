package dev.tunewise.web.page;

import dev.tunewise.chat.Block;
import dev.tunewise.web.thread.ThreadView;
import dev.tunewise.web.visitor.Visitor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the templates show. */
public sealed interface PageModel {
    PageFrame frame();

    default String title() {
        return frame().title();
    }

    default Visitor reader() {
        return frame().reader();
    }

    default Assets assets() {
        return frame().assets();
    }

    /** The address to come back to. */
    default String here() {
        return switch (this) {
            case Talk talk -> "/c/" + talk.scene().conversation();
            case Calculator calculator -> "/c/" + calculator.scene().conversation() + "/calculator";
            case Record one -> "/c/" + one.scene().conversation() + "/record";
            case Log _ -> "/log";
            case SignIn _ -> "/sign-in";
            case Start _, Notice _ -> "/";
        };
    }

    /**
     * @param recent consultations on this machine, newest change first
     * @param chosen id of the flow that is chosen among several
     * @param text what was typed, when it could not be taken
     * @param problem why it could not be taken; empty for none
     * @param recordProblem why a decision record could not be taken; empty for none
     */
    record Start(
            PageFrame frame,
            List<FlowOffer> offers,
            List<Recent> recent,
            String key,
            String chosen,
            String text,
            String problem,
            String recordProblem)
            implements PageModel {
        /** Words to type as an example, of the flow that is chosen. */
        public @Nullable String example() {
            return offers.stream()
                    .filter(offer -> offer.flow().equals(chosen))
                    .flatMap(offer -> offer.examples().stream())
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * A consultation in the list.
     *
     * @param state what became of it in a word or two
     * @param tone `open`, `concluded` or `stopped`
     * @param headline the verdict in a sentence; empty while open
     */
    record Recent(String id, String title, String state, String tone, String headline, String ago) {}

    /** `text`: what was typed, when it could not be taken. `problem`: why it could not be taken; empty for none. */
    record Talk(PageFrame frame, ThreadView thread, PageContext scene, String text, String problem)
            implements PageModel {}

    /** The calculator of a consultation. */
    record Calculator(PageFrame frame, LiveCalculator.Calculation found, PageContext scene) implements PageModel {}

    /** The record of a consultation. */
    record Record(PageFrame frame, List<Block> blocks, PageContext scene) implements PageModel {}

    /**
     * The log of decisions.
     *
     * @param rows what is found, newest change first
     * @param choices the statuses to filter by
     * @param calibration how well past estimates held, in a sentence; empty where nobody reported
     * @param given the filter as it was sent, by the name of its parameter
     * @param problem what of the filter could not be read; empty for nothing
     * @param query the filter as the end of an address, for files
     * @param newer the same for the page before; empty where there is none
     * @param older the same for the next page; empty where there is none
     */
    record Log(
            PageFrame frame,
            List<LogRow> rows,
            List<LogChoice> choices,
            String calibration,
            Map<String, String> given,
            String problem,
            String query,
            String newer,
            String older)
            implements PageModel {
        /** What was given for a parameter of the filter; empty where nothing was. */
        public String value(String name) {
            return given.getOrDefault(name, "");
        }
    }

    /** A decision; what is not known is empty. `roomKey`: by which the log shows one room alone. `outcome`: the result, beside what was estimated. */
    record LogRow(
            String url,
            String question,
            String room,
            String roomKey,
            String status,
            String headline,
            String decided,
            String monthly,
            String owner,
            String review,
            String people,
            String outcome) {}

    /** A status to filter by. `id`: as it is sent. */
    record LogChoice(String id, String label, boolean chosen) {}

    /** A page that says one thing: not found, not allowed, broken. */
    record Notice(PageFrame frame, String headline, String message) implements PageModel {}

    /**
     * Asks people who they are.
     *
     * @param choices accounts elsewhere that may be used
     * @param problem why it was refused; empty at first
     */
    record SignIn(PageFrame frame, String next, List<SignInChoice> choices, String problem) implements PageModel {}
}
