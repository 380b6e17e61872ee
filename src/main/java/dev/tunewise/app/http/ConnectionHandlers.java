package dev.tunewise.app.http;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a handler of our own right behind the HTTP codec of each connection.
 *
 * @param channel the connection; null for the listener
 */
record ConnectionHandlers(
        String name,
        Supplier<ChannelHandler> handler,
        @Nullable Channel channel) implements NettyServerCustomizer {
    ConnectionHandlers(String name, Supplier<ChannelHandler> handler) {
        this(name, handler, null);
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel opened, ChannelRole role) {
        return role == ChannelRole.CONNECTION ? new ConnectionHandlers(name, handler, opened) : this;
    }

    @Override
    public void onStreamPipelineBuilt() {
        if (channel != null && channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
            channel.pipeline().addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, name, handler.get());
        }
    }
}
