package io.psabridge.platform.keys;

import io.psabridge.platform.config.ConfigurationException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.EncryptResponse;

/**
 * Wraps under a key of AWS KMS, with the context as KMS's encryption context. Region, endpoint and
 * credentials are those of the SDK's own chains. Prints nothing of them.
 */
final class KmsKeyWrapper implements KeyWrapper {

    private static final int ATTEMPTS = 2;

    private final KmsClient kms;
    private final String keyId;
    private volatile @Nullable String newest;

    private KmsKeyWrapper(KmsClient kms, String keyId) {
        this.kms = kms;
        this.keyId = keyId;
    }

    /**
     * Makes no call.
     *
     * @param keyId id, ARN or alias of the key that wraps
     * @param patience how long one wrap or unwrap may take
     */
    static KmsKeyWrapper of(String keyId, Duration patience) {
        Duration attempt = patience.dividedBy(ATTEMPTS);
        try {
            KmsClient client =
                    KmsClient.builder()
                            .httpClientBuilder(
                                    UrlConnectionHttpClient.builder()
                                            .connectionTimeout(attempt)
                                            .socketTimeout(attempt))
                            .overrideConfiguration(rules ->
                                    rules.apiCallTimeout(patience)
                                            .apiCallAttemptTimeout(attempt)
                                            .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
                            .build();
            return new KmsKeyWrapper(client, keyId);
        } catch (SdkClientException e) {
            throw new ConfigurationException(
                    "KMS_KEY_ID needs AWS settings beside it, such as AWS_REGION: "
                            + withoutClasses(String.valueOf(e.getMessage())));
        }
    }

    /** The SDK goes on with the classes that it tried. */
    private static String withoutClasses(String message) {
        return message.replaceFirst(" software\\.amazon\\..*", "");
    }

    @Override
    public byte[] wrap(byte[] key, Map<String, String> context) {
        EncryptResponse wrapped =
                called(() ->
                        kms.encrypt(request ->
                                request.keyId(keyId)
                                        .plaintext(SdkBytes.fromByteArrayUnsafe(key))
                                        .encryptionContext(context)));
        KmsBlob blob = KmsBlob.of(wrapped.keyId(), wrapped.ciphertextBlob().asByteArray());
        newest = blob.key();
        return blob.bytes();
    }

    @Override
    public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
        KmsBlob blob = KmsBlob.read(wrapped);
        DecryptResponse unwrapped =
                called(() ->
                        kms.decrypt(request ->
                                request.ciphertextBlob(
                                                SdkBytes.fromByteArrayUnsafe(blob.ciphertext()))
                                        .encryptionContext(context)));
        if (!blob.isUnder(unwrapped.keyId())) {
            throw new KeyRefusedException("The data key was changed: it names another AWS KMS key");
        }
        return unwrapped.plaintext().asByteArrayUnsafe();
    }

    /** The first question makes a call: only KMS knows which key an alias stands for. */
    @Override
    public boolean isNewest(byte[] wrapped) {
        String now = newest;
        if (now == null) {
            now = KmsBlob.read(wrap(DataKeys.fresh(), KeyProbe.CONTEXT)).key();
        }
        return KmsBlob.isOne(wrapped) && KmsBlob.read(wrapped).key().equals(now);
    }

    private static <T> T called(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw KmsFailures.of(e);
        }
    }

    @Override
    public String toString() {
        return "KmsKeyWrapper";
    }
}
