package dev.tunewise.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirectoryOfPlatformsTest {
    private static final Address ROOM = new Address("slack", "T1", "C1", "", "");

    /** What it says of itself, and what follows from the rest. */
    private static final Set<String> ITS_OWN = Set.of("channel", "nameElsewhere");

    /** A question that it answers itself would be answered by nobody. */
    @Test
    void everyQuestionReachesThePlatformOfItsRoom() throws ReflectiveOperationException {
        List<String> asked = new ArrayList<>();
        InvocationHandler platform = (_, method, _) -> {
            asked.add(method.getName());
            return method.getName().equals("channel") ? "slack" : answer(method.getReturnType());
        };
        WorkspaceDirectory slack = (WorkspaceDirectory) Proxy.newProxyInstance(
                WorkspaceDirectory.class.getClassLoader(), new Class<?>[] {WorkspaceDirectory.class}, platform);
        DirectoryOfPlatforms all = new DirectoryOfPlatforms(List.of(slack));
        asked.clear();
        List<Method> questions = Stream.of(WorkspaceDirectory.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !ITS_OWN.contains(method.getName()))
                .toList();
        for (Method question : questions) {
            question.invoke(
                    all,
                    Arrays.stream(question.getParameterTypes())
                            .map(type -> type == Address.class ? ROOM : "U1")
                            .toArray());
        }
        assertEquals(questions.stream().map(Method::getName).toList(), asked);
    }

    private static Object answer(Class<?> type) {
        return type == boolean.class
                ? Boolean.TRUE
                : type == String.class ? "" : type == Optional.class ? Optional.empty() : NONE;
    }

    private static final Object NONE = RoomFacts.UNKNOWN;
}
