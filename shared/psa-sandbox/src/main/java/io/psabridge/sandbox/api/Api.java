package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.FaultEffect;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.ApiKey;
import io.psabridge.sandbox.data.Release;
import io.psabridge.sandbox.data.SandboxFullException;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Sites;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers a request as ConnectWise does, from the router at its door to the record. */
public final class Api {

    private static final String APIS = "/apis/3.0/";
    private static final int LONGEST_URL = 2_000;
    private static final String SIGN_IN_PAGE =
            "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Sign in</title></head><body><div"
                    + " id=\"app\"></div></body></html>";

    private final Authentication authentication;
    private final Discovery discovery;
    private final RateLimit rateLimit = new RateLimit();
    private final Routes routes;

    public Api(Sites sites, Authentication authentication, CallbackSender callbacks) {
        this.authentication = authentication;
        this.discovery = new Discovery(sites);
        this.routes = new Routes(new Kinds(callbacks));
    }

    /** Answers always; an effect on the data is played while doing so. */
    public Answer answer(Request request, FaultEffect effect) {
        Site site = authentication.siteNamed(request);
        try {
            return route(request, site, effect);
        } catch (Refusal refusal) {
            return refusal.answer(site);
        } catch (SandboxFullException e) {
            return Answer.text(500, "text/plain", String.valueOf(e.getMessage()));
        }
    }

    private Answer route(Request request, @Nullable Site site, FaultEffect effect) {
        String path = request.path();
        if (path.startsWith("/login/companyinfo/")) {
            return discovery.companyInfo(path.substring("/login/companyinfo/".length()));
        }
        if (path.endsWith("/system/callbackkey/index.rails")) {
            return discovery.signingKey(request);
        }
        int apis = path.indexOf(APIS);
        if (apis < 0) {
            throw noApplication();
        }
        String codebase = path.substring(1, Math.max(1, apis)) + "/";
        String rest = path.substring(apis + APIS.length());
        if (rest.contains(APIS)) {
            throw Authentication.cannotRoute(400, "text/plain");
        }
        if (request.urlLength() > LONGEST_URL) {
            throw tooLong(site);
        }
        refuseWebHost(request, site);
        if (rest.equals("system/info") && site != null && site.is(Switch.SYSTEM_INFO, "open")) {
            return Information.system(site);
        }
        ApiKey key = authentication.signIn(request);
        Release release = key.site().release();
        if (!codebase.equals("v4_6_release/") && !codebase.equalsIgnoreCase(release.codebase())) {
            throw noApplication();
        }
        rateLimit.count(key.site());
        Versions.check(request.header("Accept"), release, rest);
        return labelled(key.site(), dispatch(request, key, rest, effect));
    }

    private Answer dispatch(Request request, ApiKey key, String rest, FaultEffect effect) {
        List<String> segments = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        for (String segment : rest.split("/", -1)) {
            if (segment.isEmpty()) {
                continue;
            }
            segments.add(QueryString.decode(segment));
            boolean number = isNumber(segment);
            if (number) {
                ids.add(Long.valueOf(segment));
            }
            pattern.append(pattern.isEmpty() ? "" : "/").append(number ? "#" : segment);
        }
        Operation operation = find(request.method(), pattern.toString(), segments);
        Map<String, String> query = QueryString.parse(request.query());
        return operation.run(new Call(request, key, rest, segments, ids, query, effect));
    }

    private Operation find(String method, String pattern, List<String> segments) {
        Map<String, Operation> verbs = routes.find(pattern);
        if (verbs == null && segments.size() > 1) {
            verbs = routes.find(pattern.substring(0, pattern.lastIndexOf('/') + 1) + "$");
        }
        if (verbs == null) {
            throw Refusal.noEndpoint();
        }
        Operation operation = verbs.get(method);
        if (operation == null) {
            throw Refusal.of(
                    405,
                    "ConnectWiseApi",
                    "The requested resource does not support http method '" + method + "'.");
        }
        return operation;
    }

    private static boolean isNumber(String segment) {
        return segment.length() < 18 && segment.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Answer labelled(Site site, Answer answer) {
        Release release = site.release();
        Answer named = answer.withHeader("api-current-version", release.apiVersion());
        boolean vendor =
                answer.contentType().equals(Answer.JSON) && site.is(Switch.MEDIA_TYPE, "vendor");
        return vendor
                ? named.labelled(
                        "application/vnd.connectwise.com+json; version="
                                + release.apiVersion()
                                + "; charset=utf-8")
                : named;
    }

    /** The cloud's web hosts are for people: API calls belong to their api- twins. */
    private static void refuseWebHost(Request request, @Nullable Site site) {
        String host = request.header("Host");
        if (!host.endsWith(".myconnectwise.net") || host.startsWith("api-")) {
            return;
        }
        if (site != null && site.is(Switch.WEB_HOST, "html")) {
            throw Refusal.verbatim(Answer.text(200, "text/html; charset=utf-8", SIGN_IN_PAGE));
        }
        throw Refusal.of(403, "Security", "SSL is required.");
    }

    private static Refusal tooLong(@Nullable Site site) {
        boolean hidden = site != null && site.is(Switch.LONG_URL, "404");
        String title = hidden ? "404" : "414";
        String text = hidden ? "Not Found" : "Request-URI Too Long";
        return Refusal.verbatim(
                Answer.text(
                        hidden ? 404 : 414,
                        "text/html",
                        "<html><head><title>"
                                + title
                                + "</title></head><body>"
                                + text
                                + "</body></html>"));
    }

    private static Refusal noApplication() {
        return Refusal.verbatim(
                Answer.text(
                        404,
                        "text/html",
                        "<!DOCTYPE html><html><head><title>404</title></head><body><p>No such"
                                + " application.</p></body></html>"));
    }
}
