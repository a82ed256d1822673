package io.realtimevoice.impl.diagnosis.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A step of a connection. */
@Name("io.realtimevoice.StepEvent")
@Label("Step")
@Category("Realtime Voice")
@Description("A step of a connection")
@StackTrace(false)
final class StepEvent extends Event {

  @Label("Connection")
  String connectionId = "";

  @Label("Step")
  String step = "";

  @Label("Number")
  @Description("Which attempt, how much, or what code")
  int number;
}
