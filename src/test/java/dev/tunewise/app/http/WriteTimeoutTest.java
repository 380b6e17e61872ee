package dev.tunewise.app.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Only who takes nothing of an answer is cut off, however long the whole of it takes. */
class WriteTimeoutTest {
    private final Reader reader = new Reader();

    @Test
    void whoTakesAnAnswerSlowlyGetsAllOfIt() {
        reader.writeAndFlush(Unpooled.buffer().writeZero(100));
        for (int i = 0; i < 100; i++) {
            assertTrue(reader.isOpen(), "after " + i + " bytes");
            reader.take(1);
            reader.pass(19);
        }
        assertTrue(reader.isOpen());
        reader.pass(1_000);
        assertTrue(reader.isOpen(), "nothing is left to be taken");
    }

    @Test
    void whoTakesNothingIsCutOff() {
        reader.writeAndFlush(Unpooled.buffer().writeZero(100));
        reader.take(50);
        reader.pass(20);
        assertTrue(reader.isOpen());
        reader.pass(20);
        assertFalse(reader.isOpen());
    }

    /** A connection whose other side takes as many bytes as it is told to. */
    private static final class Reader extends EmbeddedChannel {
        private int room;

        private Reader() {
            super(new WriteTimeout(Duration.ofSeconds(20)));
            freezeTime();
        }

        void take(int bytes) {
            room = bytes;
            flush();
        }

        void pass(long seconds) {
            advanceTimeBy(seconds, TimeUnit.SECONDS);
            runScheduledPendingTasks();
        }

        @Override
        protected void doWrite(ChannelOutboundBuffer waiting) {
            if (waiting.current() instanceof ByteBuf piece) {
                int taken = Math.min(room, piece.readableBytes());
                room -= taken;
                waiting.removeBytes(taken);
            }
        }
    }
}
