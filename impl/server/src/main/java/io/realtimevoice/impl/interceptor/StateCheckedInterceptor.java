package io.realtimevoice.impl.interceptor;

import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.runtime.Channel;
import io.realtimevoice.impl.runtime.ChannelRuntime;
import io.realtimevoice.interceptor.StateChecked;
import io.realtimevoice.protocol.CloseCode;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Looks at the connection before a method that sends, and tries again later if it is not open. */
@StateChecked
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + Order.STATE_CHECKED)
public class StateCheckedInterceptor {

  @Inject ChannelRuntime runtime;

  /**
   * Stands around a method of an endpoint, or of a bean behind one.
   *
   * @param call with a session among its arguments, or it is let pass
   * @return what the method returns; for a method that is tried again null or a stage that follows
   * @throws Exception what the method throws, but for what a failed send throws
   */
  @AroundInvoke
  public @Nullable Object check(InvocationContext call) throws Exception {
    Optional<Session> session = Step.session(call);
    Step step = Step.of(call.getMethod());
    if (session.isEmpty() || step == Step.CLOSE || step == Step.ERROR) {
      return call.proceed();
    }
    return new Attempts(runtime.channel(), call, session.get(), step).first();
  }

  /** The tries of one call. */
  private static final class Attempts {

    private final Channel channel;
    private final InvocationContext call;
    private final Session session;
    private final Step step;
    private final Connection.Limits limits;
    private final CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    private final Arguments arguments;
    private int retries;

    Attempts(Channel channel, InvocationContext call, Session session, Step step) {
      this.channel = channel;
      this.call = call;
      this.session = session;
      this.step = step;
      this.limits = channel.settings().connection();
      this.arguments = limits.retries() > 0 ? Arguments.keptFrom(call) : Arguments.ofOneTry();
    }

    @Nullable Object first() throws Exception {
      try {
        requireOpen();
        return call.proceed();
      } catch (IOException | IllegalStateException e) {
        retryOrGiveUp(e);
        boolean stage = CompletionStage.class.isAssignableFrom(call.getMethod().getReturnType());
        return stage ? outcome : null;
      }
    }

    private void again() {
      try {
        requireOpen();
        arguments.restore(call);
        Object result = call.proceed();
        if (result instanceof CompletionStage<?> stage) {
          stage.whenComplete(this::settle);
        } else {
          outcome.complete(result);
        }
      } catch (IOException | IllegalStateException e) {
        retryOrGiveUp(e);
      } catch (Throwable e) {
        Message.STEP_FAILED.log(e, session.getId(), Step.name(call.getMethod()), 0);
        outcome.completeExceptionally(e);
      }
    }

    private void requireOpen() {
      if (!session.isOpen()) {
        throw new IllegalStateException("the connection is not open");
      }
    }

    private void retryOrGiveUp(Exception cause) {
      String name = Step.name(call.getMethod());
      if (retries < limits.retries()) {
        retries++;
        Message.STATE_RETRIED.log(session.getId(), name, retries);
        // Not on a timer's thread: the application's code may wait.
        channel
            .scheduler()
            .after(limits.retryDelay(), () -> channel.scheduler().perform(this::again));
        return;
      }
      Message.STATE_GIVEN_UP.log(cause, session.getId(), name, retries + 1);
      if (step == Step.OPEN) {
        channel.connections().of(session).close(CloseCode.INTERNAL_ERROR);
      }
      outcome.completeExceptionally(cause);
    }

    private void settle(@Nullable Object result, @Nullable Throwable failure) {
      if (failure == null) {
        outcome.complete(result);
      } else {
        outcome.completeExceptionally(failure);
      }
    }
  }
}
