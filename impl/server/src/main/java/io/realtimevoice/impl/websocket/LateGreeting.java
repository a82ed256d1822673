package io.realtimevoice.impl.websocket;

import io.realtimevoice.impl.connection.WelcomeText;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A welcome that is put together when it is needed, and only once: the application is asked for its
 * text, and may take its time.
 */
public final class LateGreeting implements WelcomeText {

  private final Supplier<Greeting> maker;
  private @Nullable Greeting made;

  /**
   * A welcome of which nothing is known yet.
   *
   * @param maker puts it together
   */
  public LateGreeting(Supplier<Greeting> maker) {
    this.maker = maker;
  }

  @Override
  public void prepare() {
    made();
  }

  @Override
  public String of(int attempt, @Nullable String nonce) {
    return made().of(attempt, nonce);
  }

  private synchronized Greeting made() {
    Greeting known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }
}
