package io.psabridge.platform.web;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the verified caller's tenant to a controller's method. */
@Singleton
final class TenantBinder implements TypedRequestArgumentBinder<TenantId> {

    @Override
    public BindingResult<TenantId> bind(
            ArgumentConversionContext<TenantId> context, HttpRequest<?> source) {
        TenantId tenant = CallerBinder.require(source).tenant();
        return () -> Optional.of(tenant);
    }

    @Override
    public Argument<TenantId> argumentType() {
        return Argument.of(TenantId.class);
    }
}
