package dev.tunewise.encoder;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Tells without loading anything whether the encoder's native library exists for a machine. */
public final class NativePlatform {
    private static final Set<String> BUILT = Set.of("linux-x64", "linux-aarch64", "osx-x64", "osx-aarch64", "win-x64");

    /** Whether it exists for this machine: not for Linux with the C library musl, as in Alpine images. */
    public static boolean isSupported() {
        String system = system(System.getProperty("os.name", ""));
        return BUILT.contains(system + "-" + processor(System.getProperty("os.arch", "")))
                && !(system.equals("linux") && isMusl());
    }

    private static String system(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("mac") ? "osx" : lower.startsWith("windows") ? "win" : lower;
    }

    private static String processor(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> "x64";
            case "arm64" -> "aarch64";
            default -> name;
        };
    }

    private static boolean isMusl() {
        try (var loaders = Files.newDirectoryStream(Path.of("/lib"), "ld-musl-*")) {
            return loaders.iterator().hasNext()
                    && !Files.exists(FileSystems.getDefault().getPath("/lib64/ld-linux-x86-64.so.2"));
        } catch (java.io.IOException _) {
            return false;
        }
    }
}
