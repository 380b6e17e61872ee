package dev.tunewise.testing;

import dev.tunewise.advice.Consultant;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Input.Option;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.FlowKnowledge;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.conversation.understanding.KnowledgeBase;
import dev.tunewise.conversation.understanding.ReaderInterpreter;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.ValueCatalogue;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.reader.MessageReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Machines along {@link HedgeFlow} and short ways to say what people do. */
public final class Hedge {
    public static final Author ANA = new Author("u1", "Ana");
    public static final Author BEN = new Author("u2", "Ben");
    public static final Author CHEN = new Author("u3", "Chen");

    private Hedge() {}

    /** A machine that understands clicks only. */
    public static ConversationEngine machine() {
        return machine((_, _) -> Interpretation.NOTHING, (_, _) -> Optional.empty());
    }

    /** A machine that understands words, too. */
    public static ConversationEngine listening() {
        Flow flow = HedgeFlow.flow();
        return machine(
                flow,
                new ReaderInterpreter(flow, new MessageReader(flow, NameCatalogue.none())),
                new FlowKnowledge(flow, Messages.english()));
    }

    /** A machine with ears. */
    public static ConversationEngine machine(Interpreter interpreter, KnowledgeBase almanac) {
        return machine(HedgeFlow.flow(), interpreter, almanac);
    }

    /** A machine along an edition of the flow. */
    public static ConversationEngine machine(Flow flow, Interpreter interpreter, KnowledgeBase almanac) {
        AdviceBlocks counsel = new AdviceBlocks(
                new Consultant(flow, new FiguresOnlyCalculator(HedgeFlow::figures, Set.of("metre_price"))));
        ValueCatalogue plants = name -> name.equals("plants")
                ? List.of(new Option("privet", "Privet", ""), new Option("yew", "Yew", "grows slowly"))
                : List.of();
        return new ConversationEngine(
                flow,
                new ConversationEngine.Ports(counsel, interpreter, almanac, plants, (_, _) -> Optional.empty()),
                Messages.english());
    }

    /** A click on an answer. */
    public static UserInput answer(String fact, String value) {
        return new UserInput.Clicked(new Action.Answer(fact, value));
    }
}
