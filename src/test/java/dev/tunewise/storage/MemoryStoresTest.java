package dev.tunewise.storage;

import org.junit.jupiter.api.BeforeEach;

class MemoryStoresTest extends StoresContract {
    @BeforeEach
    void open() {
        use(Stores.inMemory());
    }
}
