package io.psabridge.platform.web;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.support.deserializers.SerdeDeserializationPreInstantiateCallback;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Refuses JSON objects without a member that the record does not mark as nullable. */
@Singleton
final class RequiredMembers implements SerdeDeserializationPreInstantiateCallback {

    @Override
    public void preInstantiate(BeanIntrospection<?> introspection, @Nullable Object... arguments) {
        Argument<?>[] members = introspection.getConstructorArguments();
        for (int i = 0; i < arguments.length && i < members.length; i++) {
            if (arguments[i] == null && !members[i].isNullable()) {
                throw new MissingMemberException(members[i].getName());
            }
        }
    }

    /** The member that is missing. */
    static final class MissingMemberException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final String member;

        MissingMemberException(String member) {
            super("is required");
            this.member = member;
        }

        String member() {
            return member;
        }
    }
}
