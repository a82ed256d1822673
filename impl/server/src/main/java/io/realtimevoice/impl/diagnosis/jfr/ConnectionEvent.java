package io.realtimevoice.impl.diagnosis.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A connection, at its end. */
@Name("io.realtimevoice.ConnectionEvent")
@Label("Connection")
@Category("Realtime Voice")
@Description("A connection that has ended, and why")
@StackTrace(false)
final class ConnectionEvent extends Event {

  @Label("Connection")
  String connectionId = "";

  @Label("Open for")
  @Timespan(Timespan.MILLISECONDS)
  long openFor;

  @Label("Close code")
  int closeCode;

  @Label("Verdict")
  String verdict = "";

  @Label("Confidence")
  String confidence = "";

  @Label("Welcome acknowledged after")
  @Timespan(Timespan.MILLISECONDS)
  long welcomeAcknowledged;

  @Label("Binary bytes in")
  long bytesIn;

  @Label("Binary bytes out")
  long bytesOut;
}
