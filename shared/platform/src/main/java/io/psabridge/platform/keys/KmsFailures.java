package io.psabridge.platform.keys;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** The one table from what KMS says to what callers act on. */
final class KmsFailures {

    private static final Set<String> NOT_THIS_OWNER =
            Set.of("InvalidCiphertextException", "IncorrectKeyException");

    /** Signed with keys that were good until now: the next ones may be good again. */
    private static final Set<String> PASSING =
            Set.of(
                    "KeyUnavailableException",
                    "DependencyTimeoutException",
                    "LimitExceededException",
                    "ExpiredTokenException",
                    "RequestExpired");

    private KmsFailures() {}

    static RuntimeException of(SdkException failure) {
        if (!(failure instanceof AwsServiceException answer)) {
            return new KeyUnavailableException(
                    "AWS KMS cannot be reached: " + failure.getMessage(), failure);
        }
        String code = code(answer);
        if (NOT_THIS_OWNER.contains(code)) {
            return new KeyRefusedException(
                    "The data key was changed, or belongs to another owner (AWS KMS: "
                            + code
                            + ")");
        }
        if (answer.statusCode() >= 500
                || answer.isThrottlingException()
                || PASSING.contains(code)) {
            return new KeyUnavailableException("AWS KMS does not answer now: " + code, answer);
        }
        return new KeyRefusedException("AWS KMS refuses: " + code + " " + message(answer));
    }

    private static String code(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        return details == null || details.errorCode() == null
                ? "status " + answer.statusCode()
                : details.errorCode();
    }

    private static String message(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        return details == null || details.errorMessage() == null ? "" : details.errorMessage();
    }
}
