package io.realtimevoice.interceptor;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a method that sends run only while its connection is open: looks at the state first, and
 * tries again after {@code realtime-voice.state-retry-delay} (100 ms) if the connection is not open
 * or the method threw an {@code IOException} or {@code IllegalStateException}.
 *
 * <p>At most {@code realtime-voice.state-retries} times, never by blocking the caller: the repeated
 * calls run on the container's managed threads. When all have failed, that is logged and goes no
 * further: a failed send never takes an endpoint down. Therefore the method must return {@code
 * void} or {@code CompletionStage}, which then fails. Other exceptions are passed on.
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
public @interface StateChecked {}
