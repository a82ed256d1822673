package io.realtimevoice.impl.session;

import io.realtimevoice.EndReason;
import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.VoiceHandler;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An application that notes how it is called, and does in each call what a test wants. */
final class RecordingApplication implements VoiceHandler {

  /** What a call does beside being noted. */
  interface Action {
    Action NOTHING = () -> {};

    void run() throws Exception;

    default void runUnchecked() {
      try {
        run();
      } catch (Exception e) {
        RecordingApplication.<RuntimeException>sneak(e);
      }
    }
  }

  Action inOpen = Action.NOTHING;
  Action inAcceptsAudio = Action.NOTHING;
  Action inAudio = Action.NOTHING;
  Action inEnd = Action.NOTHING;
  Action inDetached = Action.NOTHING;
  Action inResumed = Action.NOTHING;
  Action inClose = Action.NOTHING;
  boolean takesAudio = true;
  boolean opensNull;
  CompletionStage<StreamSummary> summary =
      CompletableFuture.completedFuture(StreamSummary.of("text"));
  VoiceSession session;
  StartRequest request;

  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  /** The calls so far. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** The calls since the last time. */
  List<String> takeCalls() {
    List<String> taken = calls();
    calls.clear();
    return taken;
  }

  @Override
  public VoiceStream open(VoiceSession opened, StartRequest wanted) {
    session = opened;
    request = wanted;
    call("open", inOpen);
    return opensNull ? null : new Stream();
  }

  private void call(String name, Action action) {
    calls.add(name);
    action.runUnchecked();
  }

  /** As a handler in another language, or behind a proxy, may throw. */
  @SuppressWarnings("unchecked")
  private static <T extends Exception> void sneak(Exception e) throws T {
    throw (T) e;
  }

  private final class Stream implements VoiceStream {
    @Override
    public boolean acceptsAudio() {
      if (inAcceptsAudio != Action.NOTHING) {
        call("acceptsAudio", inAcceptsAudio);
      }
      return takesAudio;
    }

    @Override
    public void audio(ByteBuffer audio) {
      byte[] bytes = new byte[audio.remaining()];
      audio.get(bytes);
      call("audio " + HexFormat.of().formatHex(bytes), inAudio);
    }

    @Override
    public CompletionStage<StreamSummary> end() {
      call("end", inEnd);
      return summary;
    }

    @Override
    public void detached() {
      call("detached", inDetached);
    }

    @Override
    public void resumed() {
      call("resumed", inResumed);
    }

    @Override
    public void close(EndReason reason) {
      call("close " + reason, inClose);
    }
  }
}
