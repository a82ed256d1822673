package io.realtimevoice.interceptor;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Writes a line to the log for every call: which step, on which connection, how long it took, and
 * how it failed. Never what was in the message.
 *
 * <p>A step is logged at DEBUG, a failure at WARNING; an exception is passed on untouched.
 *
 * <p>Stands on methods of CDI beans with a {@code jakarta.websocket.Session} among their
 * parameters, or on a class for all such methods; on an endpoint's own callbacks where the server
 * intercepts them (WildFly, Payara, GlassFish), on a bean behind the endpoint everywhere. On a
 * method that is private, static or final, or has no {@code Session}, it fails the deployment.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Logged {}
