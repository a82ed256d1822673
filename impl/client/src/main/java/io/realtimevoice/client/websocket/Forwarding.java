package io.realtimevoice.client.websocket;

import java.util.AbstractQueue;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What Tyrus takes for the queue of its busy threads, and is always empty: each task that is
 * offered goes to an executor.
 *
 * <p>The executor of Tyrus 2.1.5 ({@code TransportFilter.QueuingExecutor}) takes back what it has
 * just queued and tries again for as long as one of its threads is about to wait: on a busy machine
 * that is a recursion of hundreds of calls, each with an exception, on the thread that sends, while
 * all connections wait for seconds.
 */
final class Forwarding extends AbstractQueue<Runnable> {

  private final Executor executor;

  Forwarding(Executor executor) {
    this.executor = executor;
  }

  @Override
  public boolean offer(Runnable task) {
    executor.execute(task);
    return true;
  }

  @Override
  public @Nullable Runnable poll() {
    return null;
  }

  @Override
  public @Nullable Runnable peek() {
    return null;
  }

  @Override
  public Iterator<Runnable> iterator() {
    return Collections.emptyIterator();
  }

  @Override
  public int size() {
    return 0;
  }
}
