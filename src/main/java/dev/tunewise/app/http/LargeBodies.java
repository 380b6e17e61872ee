package dev.tunewise.app.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the room that all large request bodies take together small, so that strangers who send many of them cannot use up the memory. Bodies up to
 * 64 KiB, which nearly all are, do not count; beyond the room a request is answered 503 and its connection ends.
 */
final class LargeBodies extends RefusingHandler {
    private static final long SMALL = 65_536;
    private static final long LEFT_SECONDS = 5;

    private final AtomicLong taken;
    private final long most;
    private long received;
    private long held;
    private boolean whole;

    /**
     * @param taken the bytes that all connections hold together
     * @param most how many they may hold
     */
    LargeBodies(AtomicLong taken, long most) {
        this.taken = taken;
        this.most = most;
    }

    @Override
    @Nullable
    FullHttpResponse refusal(Object message) {
        if (!(message instanceof HttpContent content)) {
            return null;
        }
        whole = message instanceof LastHttpContent;
        received += content.content().readableBytes();
        long more = Math.max(0, received - SMALL) - held;
        if (more <= 0) {
            return null;
        }
        held += more;
        if (taken.addAndGet(more) <= most) {
            return null;
        }
        giveBack();
        FullHttpResponse answer = problem(
                HttpResponseStatus.SERVICE_UNAVAILABLE,
                "Too many large requests are under way. Send this one again in " + LEFT_SECONDS
                        + " seconds. Nothing was changed.");
        answer.headers().set(HttpHeaderNames.RETRY_AFTER, LEFT_SECONDS);
        return answer;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            giveBack();
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (held > 0 && whole) {
            // Whoever left has sent all of it: it is in work for a moment yet.
            long left = held;
            held = 0;
            context.executor().schedule(() -> taken.addAndGet(-left), LEFT_SECONDS, TimeUnit.SECONDS);
        }
        giveBack();
        context.fireChannelInactive();
    }

    private void giveBack() {
        taken.addAndGet(-held);
        held = 0;
        received = 0;
    }
}
