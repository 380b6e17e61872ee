package dev.tunewise.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Starts the service. */
public final class Tunewise {

    private Tunewise() {}

    /**
     * Starts the server and runs until the process is told to end.
     *
     * @param arguments Micronaut's command line, e.g. {@code -micronaut.server.port=9090}
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(serve(arguments));
    }

    private static int serve(String[] arguments) throws InterruptedException {
        ApplicationContext context = Micronaut.build(arguments)
                .mainClass(Tunewise.class)
                .banner(false)
                .build();
        CountDownLatch end = new CountDownLatch(1);
        try {
            context.start();
            Runtime.getRuntime().addShutdownHook(new Thread(context::close, "end"));
            context.getBean(EmbeddedServer.class).start();
        } catch (RuntimeException failure) {
            @Nullable Refusal refusal = Refusal.behind(failure);
            if (refusal == null) {
                throw failure;
            }
            System.err.println(refusal.getMessage());
            return 1;
        }
        end.await();
        return 0;
    }
}
