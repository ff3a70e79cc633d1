package io.psabridge.sandbox.web;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.psabridge.sandbox.api.Answer;
import io.psabridge.sandbox.api.Request;
import java.io.IOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: hands requests to the control API or to the PSA. */
public final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final long number;
    private final ControlApi control;
    private final Performance performance;

    public Connection(long number, ControlApi control, Performance performance) {
        this.number = number;
        this.control = control;
        this.performance = performance;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
        String uri = message.uri();
        int question = uri.indexOf('?');
        Request request =
                new Request(
                        message.method().name(),
                        question < 0 ? uri : uri.substring(0, question),
                        question < 0 ? "" : uri.substring(question + 1),
                        message.headers()::get,
                        ByteBufUtil.getBytes(message.content()),
                        number);
        Wire wire = new Wire(context, HttpUtil.isKeepAlive(message));
        if (!message.decoderResult().isSuccess()) {
            wire.send(Answer.text(400, "text/plain", "This is not HTTP."), Instant.now());
        } else if (ControlApi.isFor(request)) {
            wire.send(control.answer(request), Instant.now());
        } else {
            performance.play(request, message.headers(), wire);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.error("The sandbox failed on connection {}", number, cause);
        }
        var _ = context.close();
    }
}
