package dev.tunewise.app.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Closes a connection that for a while takes nothing at all of what is to be sent to it; whoever takes it slowly gets all of it. */
final class WriteTimeout extends IdleStateHandler {
    /**
     * Patience with one connection.
     *
     * @param most the shortest time without progress after which it is closed; it may take up to twice as long
     */
    WriteTimeout(Duration most) {
        super(true, 0, most.toMillis(), 0, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        // What waits at the first look may just have been written.
        if (!event.isFirst() && waiting != null && waiting.current() != null) {
            context.close();
        }
    }
}
