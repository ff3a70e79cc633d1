package io.psabridge.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of a test's own, made with the JDK's keytool. */
public final class TestAuthority {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    private TestAuthority(Path folder) {
        this.folder = folder;
    }

    public static TestAuthority create(Path folder) throws Exception {
        TestAuthority authority = new TestAuthority(folder);
        authority.keytool(List.of("-alias", "ca", "-dname", "CN=Test CA", "-ext", "bc:c"));
        return authority;
    }

    /** The authority's own certificate. */
    public String pem() throws IOException, GeneralSecurityException {
        byte[] certificate = keys().getCertificate("ca").getEncoded();
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }

    /** A server with a certificate for these names, such as {@code dns:localhost}. */
    public SSLContext server(String names, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-alias",
                                "server",
                                "-dname",
                                "CN=server",
                                "-signer",
                                "ca",
                                "-ext",
                                "san=" + names));
        arguments.addAll(List.of(more));
        Path mine = Files.createTempFile(folder, "server", ".p12");
        Files.copy(folder.resolve("keys.p12"), mine, StandardCopyOption.REPLACE_EXISTING);
        keytool(mine, arguments);
        KeyStore keys = load(mine);
        keys.deleteEntry("ca");
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** A client that trusts this authority and no other. */
    public SSLContext client() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", keys().getCertificate("ca"));
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        return load(folder.resolve("keys.p12"));
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void keytool(List<String> arguments) throws Exception {
        keytool(folder.resolve("keys.p12"), arguments);
    }

    private static void keytool(Path store, List<String> arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), US_ASCII);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }
}
