package io.realtimevoice.impl.execution;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagedThreadsWhereThereAreSomeTest {

  private static final long GENEROUS = 60;
  private static final String TIMERS = "java:comp/DefaultManagedScheduledExecutorService";
  private static final String WORKERS = "java:comp/DefaultManagedExecutorService";

  private final LogCapture log = new LogCapture();

  @AfterEach
  void forgetTheNamingContext() {
    System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    log.close();
  }

  @Test
  void areUsed() throws Exception {
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Managed.class.getName());
    ChannelScheduler scheduler = ChannelScheduler.find();

    assertEquals("managed", threadNameOf(scheduler));
    assertEquals("work", workerOf(scheduler));
    assertEquals(List.of(), log.lines(Message.OWN_THREADS));
  }

  @Test
  void areNotStopped() throws Exception {
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Managed.class.getName());
    ChannelScheduler scheduler = ChannelScheduler.find();
    scheduler.stop();

    assertEquals("managed", threadNameOf(scheduler));
  }

  @Test
  void closeOnTheThreadsOfTheApplication() throws Exception {
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Managed.class.getName());
    CompletableFuture<String> name = new CompletableFuture<>();
    ChannelScheduler.find().closing(() -> name.complete(Thread.currentThread().getName()));

    assertEquals("work", name.get(GENEROUS, SECONDS));
  }

  @Test
  void thatRefuseATimerAreReplacedForIt() throws Exception {
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Refusing.class.getName());
    ChannelScheduler scheduler = ChannelScheduler.find();

    assertEquals("realtime-voice-spare-1", threadNameOf(scheduler));
    assertEquals(1, log.lines(Message.TASK_REJECTED).size());
    scheduler.stop();
  }

  @Test
  void thatRefuseATimerOnceTheApplicationHasStoppedAreNot() {
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Refusing.class.getName());
    ChannelScheduler scheduler = ChannelScheduler.find();
    scheduler.stop();
    CompletableFuture<String> ran = new CompletableFuture<>();
    scheduler.after(Duration.ZERO, () -> ran.complete("ran")).cancel();

    assertEquals(1, log.lines(Message.TASK_REJECTED).size());
    assertFalse(ran.isDone());
  }

  @Test
  void areReplacedWhereTheNameHasNone() throws Exception {
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Unmanaged.class.getName());
    ChannelScheduler scheduler = ChannelScheduler.find();

    assertEquals("realtime-voice-1", threadNameOf(scheduler));
    scheduler.stop();
  }

  private static String threadNameOf(ChannelScheduler scheduler) throws Exception {
    CompletableFuture<String> name = new CompletableFuture<>();
    scheduler.after(Duration.ZERO, () -> name.complete(Thread.currentThread().getName()));
    return name.get(GENEROUS, SECONDS);
  }

  private static String workerOf(ChannelScheduler scheduler) throws Exception {
    CompletableFuture<String> name = new CompletableFuture<>();
    scheduler.perform(() -> name.complete(Thread.currentThread().getName()));
    return name.get(GENEROUS, SECONDS);
  }

  /** A naming context with the default managed executors. */
  public static final class Managed implements InitialContextFactory {
    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
      ScheduledThreadPoolExecutor executor =
          new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "managed"));
      executor.setKeepAliveTime(100, MILLISECONDS);
      executor.allowCoreThreadTimeOut(true);
      ThreadPoolExecutor workers =
          new ThreadPoolExecutor(
              1,
              1,
              100,
              MILLISECONDS,
              new LinkedBlockingQueue<>(),
              task -> new Thread(task, "work"));
      workers.allowCoreThreadTimeOut(true);
      return context(Map.of(TIMERS, executor, WORKERS, workers));
    }
  }

  /** A naming context with executors that take nothing. */
  public static final class Refusing implements InitialContextFactory {
    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
      ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
      executor.shutdown();
      return context(Map.of(TIMERS, executor, WORKERS, executor));
    }
  }

  /** A naming context that has something else under that name. */
  public static final class Unmanaged implements InitialContextFactory {
    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
      return context(Map.of(TIMERS, "no executor", WORKERS, "none either"));
    }
  }

  private static Context context(Map<String, Object> values) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("lookup")) {
                throw new UnsupportedOperationException(method.getName());
              } else if (!values.containsKey(arguments[0])) {
                throw new NameNotFoundException((String) arguments[0]);
              }
              return values.get(arguments[0]);
            });
  }
}
