package dev.tunewise.storage.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class DatabaseOutageTest {
    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {"SQLITE_FULL", "SQLITE_READONLY", "SQLITE_READONLY_DBMOVED", "SQLITE_IOERR_WRITE", "SQLITE_NOTADB"
            })
    void aFullOrReadOnlyFileIsAnOutage(SQLiteErrorCode code) {
        assertEquals(true, DatabaseOutage.causes(new IllegalStateException(new SQLiteException("x", code))));
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {"SQLITE_ERROR", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_MISMATCH"})
    void aWrongStatementIsOurFault(SQLiteErrorCode code) {
        assertEquals(false, DatabaseOutage.causes(new IllegalStateException(new SQLiteException("x", code))));
    }

    @ParameterizedTest
    @CsvSource({"08006,true", "53100,true", "57P01,true", "25006,true", "42601,false", "23505,false", ",false"})
    void postgresSaysSoByItsState(String state, boolean outage) {
        assertEquals(outage, DatabaseOutage.causes(new RuntimeException(new SQLException("x", state))));
        assertEquals(
                outage,
                DatabaseOutage.causes(new RuntimeException(
                        new SQLTransientConnectionException("x", null, new SQLException("x", state)))));
    }
}
