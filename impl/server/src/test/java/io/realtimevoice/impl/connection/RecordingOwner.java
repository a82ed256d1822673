package io.realtimevoice.impl.connection;

import io.realtimevoice.protocol.CloseCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Notes what an outbox tells its owner. */
final class RecordingOwner implements Outbox.Owner {

  /** Whether the peer is told of a gap. */
  boolean notice;

  final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void closeReached(CloseCode code) {
    told.add("close " + code.code());
  }

  @Override
  public void retrying(int time, Throwable cause) {
    told.add("retry " + time + (cause == null ? " not open" : " " + cause.getMessage()));
  }

  @Override
  public void broken(CloseCode code, Throwable cause) {
    told.add("broken " + code.code() + (cause == null ? "" : " " + cause.getMessage()));
  }

  @Override
  public void audioDropped(int bytes) {
    told.add("dropped " + bytes);
  }

  @Override
  public String gap(long bytes) {
    return notice ? "gap " + bytes : null;
  }
}
