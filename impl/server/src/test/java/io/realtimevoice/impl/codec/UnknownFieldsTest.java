package io.realtimevoice.impl.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.realtimevoice.protocol.ClientMessage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownFieldsTest {

  @ParameterizedTest
  @ValueSource(strings = {"hello", "audio", "stop"})
  void areIgnored(String type) throws BadMessageException {
    ClientMessage bare = Json.CODEC.decode("{\"type\":\"" + type + "\"}");
    ClientMessage more =
        Json.CODEC.decode("{\"x\":{\"type\":3},\"type\":\"" + type + "\",\"token\":[7]}");

    assertEquals(bare, more);
  }

  @Test
  void areKeptAsPlainJavaValuesInStart() throws BadMessageException {
    Map<String, Object> nested = new HashMap<>();
    nested.put("deep", Arrays.asList(null, 2L, "三"));
    nested.put("nothing", null);
    Map<String, Object> expected = new HashMap<>(nested);
    expected.put("text", "t");
    expected.put("yes", true);
    expected.put("no", false);
    expected.put("whole", 3L);
    expected.put("alsoWhole", 4L);
    expected.put("half", -0.5);
    expected.put("nested", nested);

    assertEquals(
        expected,
        Json.start(
                """
                "deep":[null,2,"三"],"nothing":null,"text":"t","yes":true,"no":false,"whole":3,\
                "alsoWhole":4.0,"half":-5e-1,"nested":{"deep":[null,2,"三"],"nothing":null}\
                """)
            .others());
  }

  @Test
  void keepTheirOrder() throws BadMessageException {
    assertEquals(
        List.of("z", "a", "m"),
        List.copyOf(Json.start("\"z\":1,\"userId\":\"u\",\"a\":2,\"m\":3").others().keySet()));
  }

  @Test
  void cannotBeChanged() throws BadMessageException {
    Map<String, Object> others = Json.start("\"list\":[1],\"map\":{\"a\":1}").others();
    @SuppressWarnings("unchecked")
    List<Object> list = (List<Object>) others.get("list");
    @SuppressWarnings("unchecked")
    Map<String, Object> map = (Map<String, Object>) others.get("map");

    assertThrows(UnsupportedOperationException.class, () -> others.put("x", 1));
    assertThrows(UnsupportedOperationException.class, () -> list.add(1));
    assertThrows(UnsupportedOperationException.class, () -> map.put("x", 1));
  }

  @Test
  void makeTwoStartsDiffer() throws BadMessageException {
    assertEquals(Json.start("\"a\":1,\"b\":[2.0]"), Json.start("\"b\":[2],\"a\":1"));
    assertEquals(false, Json.start("\"a\":1").equals(Json.start("\"a\":2")));
  }
}
