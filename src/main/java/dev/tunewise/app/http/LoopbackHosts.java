package dev.tunewise.app.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells addresses of this machine alone from others. Names are not resolved: what a name server says is nobody's proof. */
final class LoopbackHosts {
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        return name.equals("localhost")
                || name.equals("::1")
                || name.equals("0:0:0:0:0:0:0:1")
                || LOOPBACK_V4.matcher(name).matches();
    }

    /** The host of a {@code Host} header, without its port. */
    static String withoutPort(String header) {
        String value = header.strip();
        int bracket = value.indexOf(']');
        if (value.startsWith("[") && bracket > 0) {
            return value.substring(0, bracket + 1);
        }
        int colon = value.indexOf(':');
        return colon < 0 ? value : value.substring(0, colon);
    }
}
