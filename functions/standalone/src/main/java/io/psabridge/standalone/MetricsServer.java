package io.psabridge.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.platform.metrics.Counts;
import io.psabridge.platform.queue.QueueDepths;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves {@code /metrics} apart from the API: its totals are of all tenants, and no tenant's token
 * is asked for.
 */
final class MetricsServer implements AutoCloseable {

    private static final String PATH = "/metrics";
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final MetricsPage page;

    private MetricsServer(HttpServer server, MetricsPage page) {
        this.server = server;
        this.page = page;
    }

    static MetricsServer start(BridgeSettings settings, int port, ApplicationContext context) {
        MetricsPage page =
                new MetricsPage(context.getBean(Counts.class), context.getBean(QueueDepths.class));
        MetricsServer made = new MetricsServer(bind(settings.metricsBindAddress(), port), page);
        made.server.setExecutor(made.threads);
        made.server.createContext("/", made::answer);
        made.server.start();
        return made;
    }

    private static HttpServer bind(String address, int port) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getByName(address), port), 0);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "METRICS_PORT "
                            + port
                            + " on "
                            + address
                            + " cannot be used: "
                            + e.getMessage());
        }
    }

    String url() {
        InetSocketAddress bound = server.getAddress();
        return new HttpAddress(bound.getAddress(), bound.getPort()).url() + PATH;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, NO_BODY);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, NO_BODY);
            } else {
                byte[] text = page.text().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders()
                        .set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
