package dev.tunewise.storage.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.storage.document.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {
    private final List<List<Integer>> groups = new ArrayList<>();

    @Test
    void whoComesDuringACommitGoesTogetherWithTheNext() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        GroupCommit<Integer, String> commit = new GroupCommit<>(group -> {
            groups.add(group);
            begun.countDown();
            await(open);
            return group.stream().map(item -> "kept " + item).toList();
        });
        Map<Integer, String> results = new ConcurrentHashMap<>();
        Thread first = Thread.startVirtualThread(() -> results.put(0, commit.keep(0)));
        await(begun);
        List<Thread> people = new ArrayList<>();
        for (int i = 1; i <= 1_200; i++) {
            int item = i;
            people.add(Thread.startVirtualThread(() -> results.put(item, commit.keep(item))));
        }
        while (people.stream().anyMatch(person -> person.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        open.countDown();
        first.join();
        for (Thread person : people) {
            person.join();
        }
        assertEquals(List.of(1, 500, 500, 200), groups.stream().map(List::size).toList(), "a transaction stays short");
        assertEquals(1_201, results.size());
        results.forEach((item, result) -> assertEquals("kept " + item, result));
    }

    @Test
    void aCommitThatFailsFailsForAllOfItsGroupAndForNoOther() {
        GroupCommit<Integer, Integer> commit = new GroupCommit<>(group -> {
            if (group.contains(13)) {
                throw new StorageException("disk full", new IllegalStateException());
            }
            return group;
        });
        assertThrows(StorageException.class, () -> commit.keep(13));
        assertEquals(14, commit.keep(14));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
