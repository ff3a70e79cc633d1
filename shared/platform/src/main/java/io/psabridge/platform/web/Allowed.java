package io.psabridge.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The scope that a route's caller needs. Every route below {@code /v1} says one. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {

    Scope value();

    /** Whether a page in a person's browser may do it too, with the token of its session. */
    boolean page() default true;
}
