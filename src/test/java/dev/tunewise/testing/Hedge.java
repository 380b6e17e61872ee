package dev.tunewise.testing;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.Costing;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Input.Option;
import dev.tunewise.conversation.AdviserCounsel;
import dev.tunewise.conversation.Almanac;
import dev.tunewise.conversation.Author;
import dev.tunewise.conversation.Catalogue;
import dev.tunewise.conversation.FlowAlmanac;
import dev.tunewise.conversation.Input;
import dev.tunewise.conversation.Interpreter;
import dev.tunewise.conversation.Machine;
import dev.tunewise.conversation.ReaderInterpreter;
import dev.tunewise.conversation.Wording;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.Names;
import dev.tunewise.reading.Reader;
import java.util.List;
import java.util.Set;

/** Machines along {@link HedgeFlow} and short ways to say what people do. */
public final class Hedge {
    public static final Author ANA = new Author("u1", "Ana");
    public static final Author BEN = new Author("u2", "Ben");
    public static final Author CHEN = new Author("u3", "Chen");

    private Hedge() {}

    /** A machine that understands clicks only. */
    public static Machine machine() {
        return machine(Interpreter.deaf(), Almanac.empty());
    }

    /** A machine that understands words, too. */
    public static Machine listening() {
        Flow flow = HedgeFlow.flow();
        return machine(
                flow,
                new ReaderInterpreter(flow, new Reader(flow, Names.none())),
                new FlowAlmanac(flow, Wording.english()));
    }

    /** A machine with ears. */
    public static Machine machine(Interpreter interpreter, Almanac almanac) {
        return machine(HedgeFlow.flow(), interpreter, almanac);
    }

    /** A machine along an edition of the flow. */
    public static Machine machine(Flow flow, Interpreter interpreter, Almanac almanac) {
        AdviserCounsel counsel = new AdviserCounsel(
                new Consultant(flow, Costing.figuresOnly(HedgeFlow::figures, Set.of("metre_price"))));
        Catalogue plants = name -> name.equals("plants")
                ? List.of(new Option("privet", "Privet", ""), new Option("yew", "Yew", "grows slowly"))
                : List.of();
        return new Machine(flow, new Machine.Ports(counsel, interpreter, almanac, plants), Wording.english());
    }

    /** A click on an answer. */
    public static Input answer(String fact, String value) {
        return new Input.Clicked(new Action.Answer(fact, value));
    }
}
