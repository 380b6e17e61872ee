package dev.tunewise.app.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection that for a while takes nothing at all of what is to be sent to it; whoever takes it slowly gets all of it. For one connection,
 * whose own thread calls it.
 */
final class AnswerPatience extends ChannelDuplexHandler {
    private final Duration most;
    private @Nullable Future<?> look;
    private @Nullable Object piece;
    private long taken;

    /**
     * Patience with one connection.
     *
     * @param most the shortest time without progress after which it is closed; it may take up to twice as long
     */
    AnswerPatience(Duration most) {
        this.most = most;
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        if (look == null && waiting != null && waiting.current() != null) {
            lookLater(context, waiting);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Future<?> planned = look;
        if (planned != null) {
            planned.cancel(false);
        }
        piece = null;
        context.fireChannelInactive();
    }

    private void lookLater(ChannelHandlerContext context, ChannelOutboundBuffer waiting) {
        piece = waiting.current();
        taken = waiting.currentProgress();
        look = context.executor().schedule(() -> look(context), most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(ChannelHandlerContext context) {
        look = null;
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        if (waiting == null || waiting.current() == null) {
            piece = null;
        } else if (waiting.current() == piece && waiting.currentProgress() == taken) {
            context.close();
        } else {
            lookLater(context, waiting);
        }
    }
}
