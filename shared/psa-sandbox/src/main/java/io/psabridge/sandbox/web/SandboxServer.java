package io.psabridge.sandbox.web;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Listens for HTTP. */
public final class SandboxServer implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final EventLoopGroup threads;
    private final Channel channel;

    private SandboxServer(EventLoopGroup threads, Channel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    /**
     * Binds the address.
     *
     * @param port 0 for any free one
     * @param connections makes the handler of a connection, given its number
     */
    public static SandboxServer start(
            String address, int port, LongFunction<Connection> connections) throws IOException {
        EventLoopGroup threads =
                new MultiThreadIoEventLoopGroup(THREADS, NioIoHandler.newFactory());
        AtomicLong connection = new AtomicLong();
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(threads)
                        .channel(NioServerSocketChannel.class)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel accepted) {
                                        accepted.pipeline()
                                                .addLast(
                                                        new HttpServerCodec(
                                                                LONGEST_LINE, LONGEST_LINE, 8192))
                                                .addLast(new HttpObjectAggregator(LARGEST_BODY))
                                                .addLast(
                                                        connections.apply(
                                                                connection.incrementAndGet()));
                                    }
                                });
        ChannelFuture bound = bootstrap.bind(address, port).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
            throw new IOException("Cannot listen on " + address + ":" + port, bound.cause());
        }
        return new SandboxServer(threads, bound.channel());
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Stops listening and drops what is open. */
    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Waits until the server is closed. */
    public void join() {
        channel.closeFuture().syncUninterruptibly();
    }
}
