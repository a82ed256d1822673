package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.AudioFormat;
import io.realtimevoice.EndReason;
import io.realtimevoice.RecognitionOptions;
import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input in every state: the whole table, good and bad. */
class SessionMachineTransitionsTest {

  private static final StartRequest REQUEST = request("16k_zh");

  /** How a state is reached. */
  enum From {
    IDLE,
    OPENING,
    STREAMING,
    STREAMING_WITHOUT_AUDIO,
    FINISHING,
    OVER;

    SessionMachine machine() {
      SessionMachine machine = new SessionMachine(100);
      if (this == OVER) {
        machine.disconnected(EndReason.COMPLETED);
      } else if (this != IDLE) {
        machine.received(new ClientMessage.Start(REQUEST));
        if (this != OPENING) {
          machine.opened(this != STREAMING_WITHOUT_AUDIO);
        }
        if (this == FINISHING) {
          machine.received(new ClientMessage.Stop());
        }
      }
      return machine;
    }
  }

  /** What comes in. */
  enum Input {
    HELLO {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.received(new ClientMessage.Hello(1, Locale.ENGLISH, null));
      }
    },
    HELLO_2 {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.received(new ClientMessage.Hello(2, null, null));
      }
    },
    START {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.received(new ClientMessage.Start(request("16k_zh")));
      }
    },
    OTHER_START {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.received(new ClientMessage.Start(request("loopback")));
      }
    },
    STOP {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.received(new ClientMessage.Stop());
      }
    },
    AUDIO {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.received(new ClientMessage.Audio(ByteBuffer.allocate(4), false));
      }
    },
    LAST_AUDIO {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.received(new ClientMessage.Audio(ByteBuffer.allocate(4), true));
      }
    },
    ODD_AUDIO {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.received(new ClientMessage.Audio(ByteBuffer.allocate(3), false));
      }
    },
    END_OF_AUDIO {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.received(new ClientMessage.Audio(ByteBuffer.allocate(0), true));
      }
    },
    BINARY {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.takes(4) ? List.of() : machine.refusedAudio();
      }
    },
    WRONG {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.wrong(Problem.of(ErrorCode.MALFORMED));
      }
    },
    TOO_BIG {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.wrong(Problem.of(ErrorCode.TOO_BIG));
      }
    },
    FINISHED {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.finished(StreamSummary.of(""));
      }
    },
    REFUSED {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.refused(Problem.of(ErrorCode.STREAM_REFUSED));
      }
    },
    FAILED {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.failed(Problem.of(ErrorCode.HANDLER_FAILED), EndReason.FAILED);
      }
    },
    GONE {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.disconnected(EndReason.COMPLETED);
      }
    },
    LOST {
      @Override
      List<Effect> to(SessionMachine machine) {
        return machine.disconnected(EndReason.CONNECTION_LOST);
      }
    };

    abstract List<Effect> to(SessionMachine machine);
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @MethodSource("table")
  void everyInputInEveryState(From from, Input input, String effects) {
    assertEquals(effects, inShort(input.to(from.machine())));
  }

  static Stream<Arguments> table() {
    List<String> lines =
        """
        IDLE                    | HELLO        | welcome
        IDLE                    | HELLO_2      | error UNSUPPORTED_VERSION, close 4406, end REFUSED
        IDLE                    | START        | open
        IDLE                    | OTHER_START  | open
        IDLE                    | STOP         | error NOT_STARTED
        IDLE                    | AUDIO        | error AUDIO_WITHOUT_START
        IDLE                    | LAST_AUDIO   | error AUDIO_WITHOUT_START
        IDLE                    | ODD_AUDIO    | error AUDIO_WITHOUT_START
        IDLE                    | END_OF_AUDIO |
        IDLE                    | BINARY       | error AUDIO_WITHOUT_START
        IDLE                    | WRONG        | error MALFORMED
        IDLE                    | TOO_BIG      | error TOO_BIG, close 1009, end REFUSED
        IDLE                    | FINISHED     |
        IDLE                    | REFUSED      |
        IDLE                    | FAILED       | error HANDLER_FAILED, close 1011, end FAILED
        IDLE                    | GONE         | end COMPLETED
        IDLE                    | LOST         | end CONNECTION_LOST
        OPENING                 | HELLO        | welcome
        OPENING                 | HELLO_2      | error UNSUPPORTED_VERSION, close 4406, release REFUSED, end REFUSED
        OPENING                 | START        | error ALREADY_STARTED
        OPENING                 | OTHER_START  | error ALREADY_STARTED
        OPENING                 | STOP         | error NOT_STARTED
        OPENING                 | AUDIO        | error AUDIO_WITHOUT_START
        OPENING                 | LAST_AUDIO   | error AUDIO_WITHOUT_START
        OPENING                 | ODD_AUDIO    | error AUDIO_WITHOUT_START
        OPENING                 | END_OF_AUDIO |
        OPENING                 | BINARY       | error AUDIO_WITHOUT_START
        OPENING                 | WRONG        | error MALFORMED
        OPENING                 | TOO_BIG      | error TOO_BIG, close 1009, release REFUSED, end REFUSED
        OPENING                 | FINISHED     |
        OPENING                 | REFUSED      | error STREAM_REFUSED, release REFUSED
        OPENING                 | FAILED       | error HANDLER_FAILED, close 1011, release FAILED, end FAILED
        OPENING                 | GONE         | release ABANDONED, end ABANDONED
        OPENING                 | LOST         | release CONNECTION_LOST, end CONNECTION_LOST
        STREAMING               | HELLO        | welcome
        STREAMING               | HELLO_2      | error UNSUPPORTED_VERSION, close 4406, release REFUSED, end REFUSED
        STREAMING               | START        | ready
        STREAMING               | OTHER_START  | error ALREADY_STARTED
        STREAMING               | STOP         | finish
        STREAMING               | AUDIO        | feed 4
        STREAMING               | LAST_AUDIO   | feed 4, finish
        STREAMING               | ODD_AUDIO    | error BAD_AUDIO
        STREAMING               | END_OF_AUDIO | finish
        STREAMING               | BINARY       |
        STREAMING               | WRONG        | error MALFORMED
        STREAMING               | TOO_BIG      | error TOO_BIG, close 1009, release REFUSED, end REFUSED
        STREAMING               | FINISHED     |
        STREAMING               | REFUSED      | error STREAM_REFUSED, release REFUSED
        STREAMING               | FAILED       | error HANDLER_FAILED, close 1011, release FAILED, end FAILED
        STREAMING               | GONE         | release ABANDONED, end ABANDONED
        STREAMING               | LOST         | release CONNECTION_LOST, end CONNECTION_LOST
        STREAMING_WITHOUT_AUDIO | AUDIO        | error AUDIO_NOT_WANTED
        STREAMING_WITHOUT_AUDIO | LAST_AUDIO   | error AUDIO_NOT_WANTED, finish
        STREAMING_WITHOUT_AUDIO | ODD_AUDIO    | error AUDIO_NOT_WANTED
        STREAMING_WITHOUT_AUDIO | END_OF_AUDIO | finish
        STREAMING_WITHOUT_AUDIO | BINARY       | error AUDIO_NOT_WANTED
        STREAMING_WITHOUT_AUDIO | STOP         | finish
        FINISHING               | HELLO        | welcome
        FINISHING               | HELLO_2      | error UNSUPPORTED_VERSION, close 4406, release REFUSED, end REFUSED
        FINISHING               | START        | error ALREADY_STARTED
        FINISHING               | OTHER_START  | error ALREADY_STARTED
        FINISHING               | STOP         |
        FINISHING               | AUDIO        |
        FINISHING               | LAST_AUDIO   |
        FINISHING               | ODD_AUDIO    |
        FINISHING               | END_OF_AUDIO |
        FINISHING               | BINARY       |
        FINISHING               | WRONG        | error MALFORMED
        FINISHING               | TOO_BIG      | error TOO_BIG, close 1009, release REFUSED, end REFUSED
        FINISHING               | FINISHED     | stopped, release COMPLETED
        FINISHING               | REFUSED      | error STREAM_REFUSED, release REFUSED
        FINISHING               | FAILED       | error HANDLER_FAILED, close 1011, release FAILED, end FAILED
        FINISHING               | GONE         | release ABANDONED, end ABANDONED
        FINISHING               | LOST         | release CONNECTION_LOST, end CONNECTION_LOST
        """
            .lines()
            .toList();
    List<Arguments> rows = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split("\\|", -1);
      rows.add(
          Arguments.of(
              From.valueOf(cells[0].strip()), Input.valueOf(cells[1].strip()), cells[2].strip()));
    }
    for (Input input : Input.values()) {
      rows.add(Arguments.of(From.OVER, input, ""));
    }
    return rows.stream();
  }

  static String inShort(List<Effect> effects) {
    return String.join(", ", effects.stream().map(SessionMachineTransitionsTest::inShort).toList());
  }

  private static String inShort(Effect effect) {
    if (effect instanceof Effect.Report report) {
      return "error " + report.problem().code();
    } else if (effect instanceof Effect.Close close) {
      return "close " + close.code().code();
    } else if (effect instanceof Effect.Release release) {
      return "release " + release.reason();
    } else if (effect instanceof Effect.End end) {
      return "end " + end.reason();
    } else if (effect instanceof Effect.Feed feed) {
      return "feed " + feed.data().remaining();
    }
    return effect.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  static StartRequest request(String engineType) {
    return new StartRequest(
        null, null, engineType, AudioFormat.DEFAULT, RecognitionOptions.DEFAULT, Map.of());
  }
}
