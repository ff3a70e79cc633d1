package io.psabridge.functions.maintenance;

import io.micronaut.context.BeanContext;
import io.psabridge.core.connection.Connection;
import io.psabridge.core.connection.ConnectionImport;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.RequestCheck;
import io.psabridge.spi.Site;
import java.util.Map;
import java.util.Set;

/** Takes over one connection whose credentials were kept as a Fernet token. */
final class ImportTask {

    static final Set<String> MEMBERS = Set.of("tenantId", "provider", "name", "site", "fernet");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_HOST = 2_000;
    private static final int LONGEST_TEXT = 200_000;

    private ImportTask() {}

    static Object run(BeanContext context, Members request) {
        RequestCheck check = new RequestCheck();
        String tenant = check.text("tenantId", request.text("tenantId"), LONGEST_NAME);
        String provider = check.text("provider", request.text("provider"), LONGEST_NAME);
        String name = check.text("name", request.text("name"), LONGEST_NAME);
        String fernet = check.text("fernet", request.text("fernet"), LONGEST_TEXT);
        Members members = request.object("site");
        members.allow(Set.of("host", "caCertificate"));
        Site site =
                new Site(
                        check.text("site.host", members.text("host"), LONGEST_HOST),
                        check.optionalText(
                                "site.caCertificate", members.text("caCertificate"), LONGEST_TEXT));
        check.verify();
        Connection made =
                context.getBean(ConnectionImport.class)
                        .run(
                                Problem.checked("tenantId", () -> new TenantId(tenant)),
                                provider,
                                name,
                                site,
                                fernet);
        return Map.of("connectionId", made.id().value());
    }
}
