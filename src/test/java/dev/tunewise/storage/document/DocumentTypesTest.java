package dev.tunewise.storage.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DocumentTypesTest {
    /** What stands in databases: a line may be added, and none changed or taken away. */
    private static final String NAMES = """
            answer Action.Answer
            command Action.Command
            open Action.Open
            heading Block.Heading
            paragraph Block.Paragraph
            bullets Block.Bullets
            snippet Block.Code
            pairs Block.Pairs
            table Block.Table
            picture Block.Picture
            note Block.Note
            progress Block.Progress
            ask Block.Ask
            form Block.Form
            buttons Block.Buttons
            chips Block.Chips
            details Block.Details
            file Block.File
            one Input.One
            many Input.Many
            ask-yes-no Input.YesNo
            number Input.Number
            search Input.Search
            root Post.Root
            thread Post.Thread
            private Post.Private
            elsewhere Post.Elsewhere
            plain Text.Plain
            strong Text.Strong
            emphasis Text.Emphasis
            code Text.Code
            link Text.Link
            answered Change.Answered
            assumed Change.Assumed
            skipped Change.Skipped
            implied Change.Implied
            presumed Change.Presumed
            hurried Change.Hurried
            leaned Change.Leaned
            forgotten Change.Forgotten
            reopened Change.Reopened
            unclear Change.Unclear
            disputed Change.Disputed
            proposed Change.Proposed
            missed Change.Missed
            raised Change.Raised
            tuned Change.Tuned
            untuned Change.Untuned
            recorded Change.Recorded
            preset Change.Preset
            titled Change.Titled
            undone Change.Undone
            restarted Change.Restarted
            stopped Change.Stopped
            resumed Change.Resumed
            kept Change.Kept
            asked Change.Asked
            settled Change.Settled
            concluded Change.Concluded
            withdrawn Change.Withdrawn
            followed Change.Followed
            followed-up Change.FollowedUp
            revisited Change.Revisited
            reminding Change.Reminding
            opened UserInput.Opened
            imported UserInput.Imported
            said UserInput.Said
            edited UserInput.Edited
            clicked UserInput.Clicked
            filled UserInput.Filled
            time-came UserInput.TimeCame
            choice Value.Choice
            choices Value.Choices
            quantity Value.Quantity
            yes-no Value.YesNo
            """;

    @Test
    void everyNameThatDocumentsMayHoldIsRead() {
        Map<String, String> known = Arrays.stream(DocumentTypes.names())
                .collect(Collectors.toMap(
                        NamedType::getName,
                        type -> type.getType().getName().replaceAll(".*\\.", "").replace('$', '.'),
                        (one, other) -> one + " and " + other,
                        TreeMap::new));
        Map<String, String> kept = NAMES.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (one, _) -> one, TreeMap::new));
        assertEquals(kept, known, "a class that was renamed needs its old name in DocumentTypes");
    }
}
