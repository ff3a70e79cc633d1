package io.psabridge.sandbox.web;

import io.netty.handler.codec.http.HttpHeaders;
import io.psabridge.sandbox.api.Answer;
import io.psabridge.sandbox.api.Api;
import io.psabridge.sandbox.api.Authentication;
import io.psabridge.sandbox.api.Request;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.FaultEffect;
import io.psabridge.sandbox.control.RecordChange;
import io.psabridge.sandbox.data.Site;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Plays one call: the PSA's answer, or the fault that waits for it. */
public final class Performance {

    private static final FaultEffect NOTHING = new FaultEffect.Nothing();

    private final Api api;
    private final Authentication authentication;
    private final Stage stage;
    private final RequestLog log;

    public Performance(Api api, Authentication authentication, Stage stage) {
        this.api = api;
        this.authentication = authentication;
        this.stage = stage;
        this.log = new RequestLog(stage.requests());
    }

    void play(Request request, HttpHeaders headers, Wire wire) {
        Site site = site(request);
        String company = site == null ? "" : site.id();
        String member = authentication.memberNamed(request);
        Fault fault =
                stage.faults()
                        .take(company, request.method(), pathOf(request), request.connection());
        if (fault == null) {
            Answer answer = api.answer(request, NOTHING);
            log.add(request, headers, company, member, answer.status(), "", stage.clock().now());
            wire.send(answer, stage.clock().now());
            return;
        }
        int status = statusOf(fault.effect());
        wire.later(
                fault.delay(),
                () -> {
                    int sent = play(request, wire, fault, site, status);
                    log.add(
                            request,
                            headers,
                            company,
                            member,
                            sent,
                            fault.effect().toString(),
                            stage.clock().now());
                });
    }

    private int play(Request request, Wire wire, Fault fault, @Nullable Site site, int status) {
        return switch (fault.effect()) {
            case FaultEffect.NoAnswer(boolean commit) -> {
                carryOut(request, commit, fault, site);
                yield 0;
            }
            case FaultEffect.Reset(boolean commit) -> {
                carryOut(request, commit, fault, site);
                wire.reset();
                yield 0;
            }
            case FaultEffect.CutShort(int bytes) -> {
                Answer answer = carryOut(request, true, fault, site);
                wire.sendCut(answer, bytes, stage.clock().now());
                yield answer.status();
            }
            case FaultEffect.Drip(int bytes, long pause) -> {
                Answer answer = carryOut(request, true, fault, site);
                wire.drip(answer, bytes, Duration.ofMillis(pause), stage.clock().now());
                yield answer.status();
            }
            case FaultEffect.Answer other -> {
                carryOut(request, other.commit(), fault, site);
                wire.send(
                        new Answer(
                                other.status(),
                                other.contentType(),
                                other.body().getBytes(StandardCharsets.UTF_8),
                                other.headers()),
                        stage.clock().now());
                yield status;
            }
            default -> {
                Answer answer = carryOut(request, true, fault, site);
                wire.send(answer, stage.clock().now());
                yield answer.status();
            }
        };
    }

    private Answer carryOut(Request request, boolean commit, Fault fault, @Nullable Site site) {
        Answer answer = commit ? api.answer(request, fault.effect()) : Answer.noContent();
        if (site != null) {
            for (RecordChange change : fault.then()) {
                site.apply(change);
            }
        }
        return answer;
    }

    private static int statusOf(FaultEffect effect) {
        return effect instanceof FaultEffect.Answer answer ? answer.status() : 0;
    }

    private @Nullable Site site(Request request) {
        String path = request.path();
        return path.startsWith("/login/companyinfo/")
                ? stage.sites().find(path.substring("/login/companyinfo/".length()))
                : authentication.siteNamed(request);
    }

    private static String pathOf(Request request) {
        int apis = request.path().indexOf("/apis/3.0/");
        return apis < 0 ? request.path() : request.path().substring(apis + "/apis/3.0".length());
    }
}
