package dev.tunewise.storage.transaction;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a database that cannot be used just now, because it is away, full or not to be written, from a fault of ours. */
public final class DatabaseOutage {
    private static final Set<SQLiteErrorCode> SQLITE = Set.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_NOTADB);

    /** Classes of SQLSTATE: no connection, no write allowed, no resources, ended by an operator, system error. */
    private static final Set<String> STATES = Set.of("08", "25", "53", "57", "58");

    public static boolean causes(Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 20; each = each.getCause(), depth++) {
            if (each instanceof SQLiteException sqlite) {
                // Extended codes have that of their kind in the lowest byte.
                return SQLITE.stream().anyMatch(code -> code.code == (sqlite.getResultCode().code & 0xff));
            }
            if (each instanceof SQLException other
                    && other.getSQLState() != null
                    && other.getSQLState().length() == 5
                    && STATES.contains(other.getSQLState().substring(0, 2))) {
                return true;
            }
        }
        return false;
    }
}
