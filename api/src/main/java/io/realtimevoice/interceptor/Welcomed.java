package io.realtimevoice.interceptor;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Delivers the {@code welcome} for a method that opens a connection, and takes the client's
 * messages as its receipt.
 *
 * <p>On a method that opens (see below), the welcome goes out <em>after</em> the method has
 * returned: only then is there something to be welcome to. So such a method sends nothing itself.
 * The welcome is repeated until the client shows by a message that it has it (the delivery ladder),
 * and what became of it is told by {@link io.realtimevoice.event.WelcomeDelivered} or {@link
 * io.realtimevoice.event.WelcomeFailed}. A method that throws is answered with {@code error} and
 * close code 1011, where most servers would leave the client open and silent; the exception goes no
 * further. One that has not returned within {@code realtime-voice.handler-timeout}, together with
 * the {@link io.realtimevoice.spi.WelcomeProvider}, is answered with {@code error} {@code
 * HANDLER_TIMEOUT} and 1011 meanwhile. On a method that takes a message, the message is the
 * receipt, before the method runs. On a method that takes a {@code CloseReason}, the delivery and
 * the connection end when the method has returned or thrown. A method that takes a {@code
 * Throwable} is left alone: not every error ends a connection.
 *
 * <p>The methods run on the thread that calls them. The first welcome goes out on that thread, too,
 * the others on managed threads.
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
public @interface Welcomed {}
