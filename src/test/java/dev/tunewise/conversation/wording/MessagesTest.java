package dev.tunewise.conversation.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** The rooms that say sentences of the wording. */
    private static final Pattern SPEAKING = Pattern.compile("dev/tunewise/(conversation|session|channel|slack|teams)/");

    private final Messages wording = Messages.english();

    @Test
    void whatPeopleTypeNeverFormats() {
        Text text = wording.text("card-answered", "Label", "**big** `code` _aside_ {author} \uE000", "Ana");
        assertEquals(
                List.of(
                        new Text.Plain("Label"),
                        new Text.Plain(": "),
                        new Text.Strong("**big** `code` _aside_ {author} \uE000"),
                        new Text.Plain(" · "),
                        new Text.Plain("Ana")),
                text.spans());
    }

    @Test
    void everyPhraseReadsAsASentenceWithItsValues() {
        wording.keys().forEach((key, places) -> {
            Object[] values = places.stream().map(place -> "<" + place + ">").toArray();
            String plain = wording.plain(key, values);
            assertFalse(plain.isBlank(), key);
            assertFalse(plain.contains("{") || plain.contains("**"), key + ": " + plain);
            for (Object value : values) {
                assertTrue(plain.contains((String) value), key + ": " + plain);
            }
        });
    }

    @Test
    void wordsThatDependOnACountAreTakenAsTheyStand() {
        Properties bundle = new Properties();
        bundle.setProperty("fee(count)", "{count} {count:fee of $1|fees of $1}");
        assertEquals("1 fee of $1", Messages.of(bundle).plain("fee", 1));
        assertEquals("2 fees of $1", Messages.of(bundle).plain("fee", 2));
    }

    @Test
    void aBundleIsRefusedWithAllItsProblems() {
        Properties bundle = new Properties();
        bundle.setProperty("changed(label,old,new,author)", "{label} {old} {author} {nonsense}");
        bundle.setProperty("undone", "Taken back.");
        bundle.setProperty("undone(label)", "{label} taken back.");
        bundle.setProperty("Not a key", "?");
        String message = assertThrows(IllegalArgumentException.class, () -> Messages.of(bundle))
                .getMessage();
        assertTrue(message.contains("`changed` lacks {new}"), message);
        assertTrue(message.contains("`changed` has a placeholder beyond"), message);
        assertTrue(message.contains("`undone` stands twice"), message);
        assertTrue(message.contains("`Not a key` is no key"), message);
    }

    @Test
    void theNumberOfValuesIsChecked() {
        assertThrows(IllegalArgumentException.class, () -> wording.text("changed", "one"));
        assertThrows(IllegalArgumentException.class, () -> wording.text("chnaged"));
    }

    /** The compiler does not know the keys, so this looks through what it made. */
    @Test
    void theCodeGivesEachKeyItsValuesAndLeavesNoneUnused() {
        Map<String, List<String>> keys = wording.keys();
        List<String> faults = new ArrayList<>();
        Set<String> unused = new TreeSet<>(keys.keySet());
        Set<String> begun = new HashSet<>();
        for (ClassModel type : mainClasses()) {
            StreamSupport.stream(type.constantPool().spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue())
                    .forEach(text -> {
                        unused.remove(text);
                        // What is put together at run time: the quotas.
                        begun.add(text.replace("\u0001", ""));
                    });
            if (!SPEAKING.matcher(type.thisClass().asInternalName()).lookingAt()) {
                continue;
            }
            for (MethodModel method : type.methods()) {
                List<CodeElement> code = method.code()
                        .map(model -> model.elementStream()
                                .filter(Instruction.class::isInstance)
                                .toList())
                        .orElse(List.of());
                for (int at = 0; at + 2 < code.size(); at++) {
                    if (code.get(at) instanceof ConstantInstruction key
                            && key.constantValue() instanceof String name
                            && KEY.matcher(name).matches()
                            && code.get(at + 1) instanceof ConstantInstruction count
                            && count.constantValue() instanceof Integer values
                            && code.get(at + 2) instanceof NewReferenceArrayInstruction array
                            && array.componentType().asInternalName().equals("java/lang/Object")
                            && (!keys.containsKey(name) || keys.get(name).size() != values)) {
                        faults.add(type.thisClass().asInternalName() + " gives " + values + " values to `" + name
                                + "`, which takes " + keys.get(name));
                    }
                }
            }
        }
        unused.removeIf(key -> begun.stream().anyMatch(part -> part.equals("quota-") && key.startsWith(part)));
        assertEquals(List.of(), faults);
        assertEquals(Set.of(), unused, "no code says these: remove them");
    }

    private static List<ClassModel> mainClasses() {
        try (Stream<Path> files = Files.walk(Path.of(Messages.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("dev/tunewise"))) {
            List<ClassModel> classes = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                classes.add(ClassFile.of().parse(file));
            }
            return classes;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
