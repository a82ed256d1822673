package io.realtimevoice.impl.session;

import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections whose clients want to go on with one session, and which of them may. They wait
 * for the session's turn, which the application may hold; so whoever waits is refused when the
 * session fails, and does not wait for ever. Used by any number of threads.
 */
final class Returning {

  private final Turns turns;
  private final SessionMachine machine;
  private final ResumeTokens tokens;
  private final Identity identity;
  private final Downlink downlink;
  private final BiConsumer<Line, ClientMessage.Resume> goOn;
  private final Set<Line> waiting = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String refused;

  /**
   * Nobody waits.
   *
   * @param goOn told, in the session's turn, of who may go on, with what it has said
   */
  Returning(
      Turns turns,
      SessionMachine machine,
      ResumeTokens tokens,
      Identity identity,
      Downlink downlink,
      BiConsumer<Line, ClientMessage.Resume> goOn) {
    this.turns = turns;
    this.machine = machine;
    this.tokens = tokens;
    this.identity = identity;
    this.downlink = downlink;
    this.goOn = goOn;
  }

  /** A client wants to go on. */
  void comes(Line line, ClientMessage.Resume request) {
    waiting.add(line);
    String why = refused;
    if (why != null) {
      refuse(line, why);
    } else {
      turns.leave(() -> inTurn(line, request));
    }
  }

  /** The session has failed: whoever waits is refused, and whoever comes from here on. */
  void refuseAll(String why) {
    refused = why;
    waiting.forEach(line -> refuse(line, why));
  }

  private void inTurn(Line line, ClientMessage.Resume request) {
    if (!line.connection().isOpen()) {
      waiting.remove(line);
      return;
    }
    Optional<String> refusal = refusal(line, request);
    if (!waiting.remove(line)) {
      // Refused meanwhile: the application was asked who it is, and has not answered in time.
      return;
    }
    if (refusal.isPresent()) {
      line.refuseResume(refusal.get());
    } else if (downlink.isFromTheFuture(request.received())) {
      Message.RESUME_REFUSED.log(line.connection().id(), "a count of what was never sent");
      line.refuse(ErrorCode.BAD_COUNT, Long.toString(request.received()), null);
    } else {
      goOn.accept(line, request);
    }
  }

  private Optional<String> refusal(Line line, ClientMessage.Resume request) {
    if (machine.over()) {
      return Optional.of("the session has ended");
    }
    return tokens.accept(request.resumeToken())
        ? identity.refusal(line.client().handshake(), request.token())
        : Optional.of("a wrong token, or one that was used");
  }

  private void refuse(Line line, String why) {
    if (waiting.remove(line)) {
      line.refuseResume(why);
    }
  }
}
