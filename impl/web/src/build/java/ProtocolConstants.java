import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the constants and texts of the API as TypeScript, so that they stand in one place only. */
final class ProtocolConstants {

  public static void main(String... arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, typeScript());
  }

  private static String typeScript() {
    return """
        export const PROTOCOL_VERSION = %d;
        export const STREAM_PATH = %s;
        export const TEST_PATH = %s;
        export interface CloseCode {
          readonly name: string;
          readonly reason: string;
          readonly retryable: boolean;
          readonly resumable: boolean;
          readonly retryAfterMs: number;
        }
        export const CLOSE_CODES: Readonly<Record<number, CloseCode>> = {
        %s
        };
        export interface VerdictText {
          readonly title: string;
          readonly advice: string;
        }
        export type VerdictId =
        %s;
        export const VERDICTS: Readonly<
          Record<VerdictId, { readonly en: VerdictText; readonly zh: VerdictText }>
        > = {
        %s
        };
        """
        .formatted(
            Protocol.VERSION,
            quoted(Protocol.STREAM_PATH),
            quoted(Protocol.TEST_PATH),
            lines(CloseCode.values(), ProtocolConstants::closeCode),
            lines(Verdict.values(), verdict -> "  | " + quoted(verdict.name())),
            lines(Verdict.values(), ProtocolConstants::verdict));
  }

  private static String closeCode(CloseCode code) {
    return "  %d: { name: %s, reason: %s, retryable: %s, resumable: %s, retryAfterMs: %d },"
        .formatted(
            code.code(),
            quoted(code.name()),
            quoted(code.reason()),
            code.retryable(),
            code.resumable(),
            code.retryAfter().toMillis());
  }

  private static String verdict(Verdict verdict) {
    return "  %s: { en: %s, zh: %s },"
        .formatted(verdict, text(verdict, Locale.ENGLISH), text(verdict, Locale.CHINESE));
  }

  private static String text(Verdict verdict, Locale locale) {
    return "{ title: %s, advice: %s }"
        .formatted(quoted(verdict.title(locale)), quoted(verdict.advice(locale)));
  }

  private static <T> String lines(T[] values, java.util.function.Function<T, String> line) {
    return Arrays.stream(values).map(line).collect(Collectors.joining("\n"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
