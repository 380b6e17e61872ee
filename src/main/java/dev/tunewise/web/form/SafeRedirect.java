package dev.tunewise.web.form;

import java.util.regex.Pattern;

/** Addresses to go back to, which come from the browser and must not lead elsewhere. */
public final class SafeRedirect {
    private static final Pattern OURS = Pattern.compile("/(c/[A-Za-z0-9_-]+(/record)?)?");

    /** The path when it is one of our pages, else the first page. */
    public static String path(String wanted) {
        return OURS.matcher(wanted).matches() ? wanted : "/";
    }
}
