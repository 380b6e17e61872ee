package dev.tunewise.app.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The sockets that the server listens on, which can be closed while the connections that came by them go on. */
@Singleton
final class OpenListeners implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final Queue<Channel> channels = new ConcurrentLinkedQueue<>();

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new NettyServerCustomizer() {
            @Override
            public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                if (role == ChannelRole.LISTENER) {
                    channels.add(channel);
                }
                return this;
            }
        });
        return registry;
    }

    boolean anyOpen() {
        return channels.stream().anyMatch(Channel::isOpen);
    }

    /** Nobody new is accepted once this returns. */
    void close() {
        channels.forEach(channel -> channel.close().awaitUninterruptibly());
    }
}
