package dev.tunewise.storage;

import org.junit.jupiter.api.BeforeEach;

class InMemoryStoresTest extends StoresContract {
    @BeforeEach
    void open() {
        use(Database.inMemory(this));
    }
}
