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
 * calls run on the container's managed threads, while the caller has gone on. So messages that come
 * later may overtake one whose call is repeated. A {@code ByteBuffer} among the arguments is copied
 * before the first call, and every repeated call gets it as it was then, though the container may
 * use its own buffer again by that time; a stream or reader is not, and a call that has read it
 * must not need it again. When all have failed, that is logged and goes no further: a failed send
 * never takes an endpoint down. A connection whose method that opens is given up is closed with
 * 1011. Methods that take a {@code CloseReason} or a {@code Throwable} run whatever the state is,
 * and once. Because a call may be repeated, the method must return {@code void} or {@code
 * CompletionStage}, which then fails. Other exceptions are passed on.
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
