package dev.tunewise.session.digest;

import dev.tunewise.storage.Database;

/** The watch on the embedded database. */
class WatchServiceTest extends WatchContract {
    WatchServiceTest() {
        super(Database.inMemory());
    }
}
