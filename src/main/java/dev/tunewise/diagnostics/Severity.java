package dev.tunewise.diagnostics;

/** How bad a problem is: an error keeps the file from being used, a warning does not. */
public enum Severity {
    ERROR,
    WARNING
}
