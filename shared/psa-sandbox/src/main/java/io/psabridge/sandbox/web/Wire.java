package io.psabridge.sandbox.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.psabridge.sandbox.api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The way back to the caller, whole or broken. */
final class Wire {

    private final ChannelHandlerContext context;
    private final boolean keepAlive;

    Wire(ChannelHandlerContext context, boolean keepAlive) {
        this.context = context;
        this.keepAlive = keepAlive;
    }

    void send(Answer answer, Instant now) {
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.valueOf(answer.status()),
                        Unpooled.wrappedBuffer(answer.body()));
        head(response, answer, now);
        ChannelFuture sent = context.writeAndFlush(response);
        if (!keepAlive) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** The connection is cut without a word, as by a crash on the other side. */
    void reset() {
        if (context.channel() instanceof SocketChannel socket) {
            socket.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        var _ = context.close();
    }

    /** Head and the first bytes, then the end of the connection. */
    void sendCut(Answer answer, int bytes, Instant now) {
        int length = bytes < 0 ? answer.body().length / 2 : Math.min(bytes, answer.body().length);
        var _ = context.write(headOnly(answer, now));
        context.writeAndFlush(
                        new DefaultHttpContent(Unpooled.wrappedBuffer(answer.body(), 0, length)))
                .addListener(ChannelFutureListener.CLOSE);
    }

    /** The body in small pieces with pauses; stops when the caller is gone. */
    void drip(Answer answer, int bytes, Duration pause, Instant now) {
        var _ = context.writeAndFlush(headOnly(answer, now));
        dripFrom(Unpooled.wrappedBuffer(answer.body()), bytes, pause);
    }

    void later(Duration delay, Runnable work) {
        if (delay.isZero()) {
            work.run();
        } else {
            var _ = context.executor().schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void dripFrom(ByteBuf rest, int bytes, Duration pause) {
        if (!context.channel().isActive()) {
            return;
        }
        if (!rest.isReadable()) {
            ChannelFuture sent = context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
            if (!keepAlive) {
                sent.addListener(ChannelFutureListener.CLOSE);
            }
            return;
        }
        int next = Math.min(bytes, rest.readableBytes());
        var _ = context.writeAndFlush(new DefaultHttpContent(rest.readBytes(next)));
        var _ =
                context.executor()
                        .schedule(
                                () -> dripFrom(rest, bytes, pause),
                                pause.toMillis(),
                                TimeUnit.MILLISECONDS);
    }

    private HttpResponse headOnly(Answer answer, Instant now) {
        HttpResponse response =
                new DefaultHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()));
        head(response, answer, now);
        return response;
    }

    private void head(HttpResponse response, Answer answer, Instant now) {
        HttpHeaders headers = response.headers();
        if (!answer.contentType().isEmpty()) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, answer.contentType());
        }
        if (answer.status() != 204) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        }
        headers.set(HttpHeaderNames.DATE, HttpDate.of(now));
        headers.set("x-cw-request-id", RequestIds.next());
        headers.set("x-server-name", "SANDBOX01");
        answer.headers().forEach(headers::set);
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, "close");
        }
    }
}
