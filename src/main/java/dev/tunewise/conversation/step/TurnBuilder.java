package dev.tunewise.conversation.step;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.StateReducer;
import dev.tunewise.flow.Flow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One step in the making: the changes so far, the state they lead to, and what is to be said. */
public final class TurnBuilder {
    private final StateReducer folding;
    private final ConversationState before;
    private final Author author;
    private final Instant at;
    private final List<Change> changes = new ArrayList<>();
    private final List<Post> replies = new ArrayList<>();
    private boolean asksAgain;
    private boolean asksWhole;
    private boolean answered;
    private SummaryWish summary = SummaryWish.NONE;
    private boolean alone;
    private List<String> left = List.of();

    public TurnBuilder(Flow flow, ConversationState before, Author author, Instant at) {
        this.folding = new StateReducer(flow, before, author, at);
        this.before = before;
        this.author = author;
        this.at = at;
    }

    public ConversationState before() {
        return before;
    }

    public ConversationState now() {
        return folding.now();
    }

    public ConversationState done() {
        return folding.done();
    }

    public Author author() {
        return author;
    }

    public Instant at() {
        return at;
    }

    public long entry() {
        return before.entries();
    }

    public void change(Change change) {
        changes.add(change);
        folding.apply(change);
    }

    public List<Change> changes() {
        return changes;
    }

    /** From now on replies go to whoever did it; the cards stay everybody's. */
    public void replyAlone() {
        alone = true;
    }

    public void say(List<Block> blocks, String plain) {
        reply(alone ? new Post.Private(author.id()) : new Post.Thread(), blocks, plain);
    }

    /** Says what its first block says alone where only plain words are shown. */
    public void say(List<Block> blocks) {
        say(blocks, blocks.getFirst() instanceof Block.Paragraph(Text first) ? first.characters() : "");
    }

    public void sayFirst(List<Block> blocks, String plain) {
        say(blocks, plain);
        replies.addFirst(replies.removeLast());
    }

    /** Folds what was said so far under a title. */
    public void foldSaid(String title) {
        replies.replaceAll(post ->
                new Post(post.key(), post.place(), List.of(new Block.Details(title, post.blocks())), post.plain()));
    }

    public void say(Text text) {
        say(List.of(new Block.Paragraph(text)), text.characters());
    }

    public void say(Text text, List<Button> buttons) {
        say(List.of(new Block.Paragraph(text), new Block.Buttons(buttons)), text.characters());
    }

    /** Tells only the person who did it. */
    public void tell(Text text) {
        reply(new Post.Private(author.id()), List.of(new Block.Paragraph(text)), text.characters());
    }

    private void reply(Post.Place place, List<Block> blocks, String plain) {
        String key = "say:" + entry() + (replies.isEmpty() ? "" : "." + replies.size());
        replies.add(new Post(key, place, blocks, plain));
    }

    public List<Post> replies() {
        return replies;
    }

    /** What was said that states a number or touches a fact and could be put nowhere. */
    public void leaves(List<String> pieces) {
        left = pieces;
    }

    public List<String> left() {
        return left;
    }

    /** Somebody wants something of the summary that team channels get. */
    public void summarise(SummaryWish wish) {
        summary = wish;
    }

    public SummaryWish summary() {
        return summary;
    }

    /** What was asked is answered by what was said. */
    public void answers() {
        answered = true;
    }

    public boolean isAnswered() {
        return answered;
    }

    /** The open question is to be put again below what was said. */
    public void askAgain() {
        asksAgain = true;
    }

    /** The whole comparison is wanted: what was only offered is asked in full. */
    public void askWhole() {
        asksAgain = true;
        asksWhole = true;
    }

    public boolean asksWhole() {
        return asksWhole;
    }

    public boolean asksAgain() {
        return asksAgain;
    }
}
