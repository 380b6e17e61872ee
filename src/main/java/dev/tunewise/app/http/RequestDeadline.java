package dev.tunewise.app.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections that begin a request and do not finish it, or that ask many things at once without waiting for
 * the answers: so nobody holds threads and memory for nothing. Answers may take their time to be made, and between two requests the server's own idle
 * time counts. For one connection, whose own thread calls it.
 */
final class RequestDeadline extends ChannelDuplexHandler {
    /** Requests that may be under way on one connection; hardly any client sends a second one before it has the answer. */
    private static final int AT_ONCE = 8;

    private final Duration most;
    private @Nullable Future<?> end;
    private int open;

    RequestDeadline(Duration most) {
        this.most = most;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        begin(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            open++;
            begin(context);
        }
        if (open > AT_ONCE) {
            ReferenceCountUtil.release(message);
            context.close();
            return;
        }
        if (message instanceof LastHttpContent) {
            finish();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean goOn = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !goOn) {
            open--;
        }
        context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        finish();
        context.fireChannelInactive();
    }

    private void begin(ChannelHandlerContext context) {
        finish();
        end = context.executor().schedule(() -> context.close(), most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void finish() {
        Future<?> running = end;
        if (running != null) {
            running.cancel(false);
            end = null;
        }
    }
}
