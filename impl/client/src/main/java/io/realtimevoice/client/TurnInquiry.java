package io.realtimevoice.client;

import io.realtimevoice.client.transport.Inquiry;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Answers in the client's turn, whatever the thread. */
final class TurnInquiry implements Inquiry {

  private final Inquiry inquiry;
  private final Executor turns;

  TurnInquiry(Inquiry inquiry, Executor turns) {
    this.inquiry = inquiry;
    this.turns = turns;
  }

  @Override
  public void ask(String nonce, Consumer<Answer> answer) {
    inquiry.ask(nonce, told -> turns.execute(() -> answer.accept(told)));
  }

  @Override
  public void report(String json) {
    inquiry.report(json);
  }
}
