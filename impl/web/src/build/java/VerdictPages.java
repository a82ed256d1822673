import io.realtimevoice.diagnosis.Actor;
import io.realtimevoice.diagnosis.Fix;
import io.realtimevoice.diagnosis.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the catalogue of diagnoses as a page for people, and as data for programs. */
final class VerdictPages {

  public static void main(String... arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("verdicts.html"), page());
    Files.writeString(directory.resolve("verdicts.json"), json());
  }

  private static String page() {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>realtime-voice: verdicts · 诊断</title>
        <link rel="stylesheet" href="verdicts.css">
        </head>
        <body>
        <header>
        <h1>realtime-voice: verdicts <span lang="zh-CN">诊断</span></h1>
        <p><a href="#en">English</a> · <a href="#zh" lang="zh-CN">中文</a> · <a href="verdicts.json">JSON</a></p>
        </header>
        <main>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(joined(List.of(Tongue.values()), VerdictPages::part));
  }

  private static String part(Tongue tongue) {
    List<Verdict> verdicts = List.of(Verdict.values());
    String intro =
        tongue.of(
            "Servers, clients and tools name what does not work by these verdicts. HOST, CONTEXT"
                + " and BACKEND stand for your own.",
            "服务器、客户端和工具用这些诊断说明哪里不工作。HOST、CONTEXT 和 BACKEND 请换成您自己的。");
    return """
        <section lang="%1$s" id="%2$s" aria-labelledby="%2$s-title">
        <h2 id="%2$s-title">%3$s</h2>
        <p>%4$s</p>
        <nav aria-labelledby="%2$s-title">
        <ul>
        %5$s
        </ul>
        </nav>
        %6$s
        </section>\
        """
        .formatted(
            tongue.tag,
            tongue.id,
            tongue.of("What the verdicts mean", "各诊断的含义"),
            intro,
            joined(verdicts, verdict -> entry(verdict, tongue)),
            joined(verdicts, verdict -> article(verdict, tongue)));
  }

  private static String entry(Verdict verdict, Tongue tongue) {
    return "<li><a href=\"#%s\"><code>%s</code> %s</a></li>"
        .formatted(tongue.anchor(verdict), verdict, html(verdict.title(tongue.locale)));
  }

  private static String article(Verdict verdict, Tongue tongue) {
    return """
        <article id="%1$s" aria-labelledby="%1$s-title">
        <h3 id="%1$s-title">%2$s</h3>
        <p class="id"><code>%3$s</code> <a href="#%4$s" lang="%5$s">%6$s</a> <a href="#%7$s">%8$s</a></p>
        <dl>
        %9$s
        </dl>
        %10$s
        </article>\
        """
        .formatted(
            tongue.anchor(verdict),
            html(verdict.title(tongue.locale)),
            verdict,
            tongue.other().anchor(verdict),
            tongue.other().tag,
            tongue.of("中文", "English"),
            tongue.id,
            tongue.of("All verdicts", "全部诊断"),
            facts(verdict, tongue),
            fixes(verdict, tongue));
  }

  private static String facts(Verdict verdict, Tongue tongue) {
    String actors =
        verdict.actors().stream()
            .map(actor -> name(actor, tongue))
            .collect(Collectors.joining(tongue.of(", ", "、")));
    return String.join(
        "\n",
        fact(tongue.of("What to do", "该做什么"), verdict.advice(tongue.locale)),
        fact(tongue.of("Who can mend it", "谁能解决"), actors),
        fact(tongue.of("How it comes about", "怎么发生的"), verdict.explanation(tongue.locale)),
        fact(tongue.of("How it is recognised", "如何识别"), verdict.evidence(tongue.locale)));
  }

  private static String name(Actor actor, Tongue tongue) {
    return switch (actor) {
      case USER -> tongue.of("user", "用户");
      case DEVELOPER -> tongue.of("developer", "开发者");
      case OPERATOR -> tongue.of("operator of the server and its proxies", "服务器和代理的运维人员");
      case NETWORK -> tongue.of("operator of the network between", "中间网络的运维人员");
      case NOBODY -> tongue.of("nobody has to", "无需处理");
    };
  }

  private static String fact(String name, String text) {
    return "<dt>%s</dt>\n<dd>%s</dd>".formatted(name, html(text));
  }

  private static String fixes(Verdict verdict, Tongue tongue) {
    return verdict.fixes().isEmpty()
        ? ""
        : "<h4>%s</h4>\n%s"
            .formatted(
                tongue.of("What to write where", "在哪里写什么"),
                joined(verdict.fixes(), VerdictPages::fix));
  }

  private static String fix(Fix fix) {
    return "<p class=\"place\">%s</p>\n<pre><code>%s</code></pre>"
        .formatted(html(fix.place().shown()), html(fix.setting()));
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String json() {
    return """
        {
          "verdicts": [
        %s
          ]
        }
        """
        .formatted(
            Arrays.stream(Verdict.values())
                .map(VerdictPages::json)
                .collect(Collectors.joining(",\n")));
  }

  private static String json(Verdict verdict) {
    return "    { \"id\": %s, \"actors\": [%s], \"en\": %s, \"zh\": %s, \"fixes\": [%s] }"
        .formatted(
            quoted(verdict.name()),
            list(verdict.actors(), actor -> quoted(actor.name())),
            json(verdict, Locale.ENGLISH),
            json(verdict, Locale.CHINESE),
            list(verdict.fixes(), VerdictPages::json));
  }

  private static String json(Verdict verdict, Locale locale) {
    return "{ \"title\": %s, \"advice\": %s, \"explanation\": %s, \"evidence\": %s }"
        .formatted(
            quoted(verdict.title(locale)),
            quoted(verdict.advice(locale)),
            quoted(verdict.explanation(locale)),
            quoted(verdict.evidence(locale)));
  }

  private static String json(Fix fix) {
    return "{ \"place\": %s, \"name\": %s, \"setting\": %s }"
        .formatted(
            quoted(fix.place().name()), quoted(fix.place().shown()), quoted(fix.setting()));
  }

  private static String quoted(String text) {
    return text.chars()
        .mapToObj(unit -> quoted((char) unit))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String quoted(char unit) {
    if (unit == '"' || unit == '\\') {
      return "\\" + unit;
    }
    return unit < ' ' ? "\\u%04x".formatted((int) unit) : String.valueOf(unit);
  }

  private static <T> String joined(List<T> values, Function<T, String> text) {
    return values.stream().map(text).collect(Collectors.joining("\n"));
  }

  private static <T> String list(List<T> values, Function<T, String> text) {
    return values.stream().map(text).collect(Collectors.joining(", "));
  }

  /** A language of the page. */
  private enum Tongue {
    EN(Locale.ENGLISH, "en", "en", ""),
    ZH(Locale.CHINESE, "zh-CN", "zh", "-zh");

    private final Locale locale;
    private final String tag;
    private final String id;
    private final String suffix;

    Tongue(Locale locale, String tag, String id, String suffix) {
      this.locale = locale;
      this.tag = tag;
      this.id = id;
      this.suffix = suffix;
    }

    private String of(String english, String chinese) {
      return this == EN ? english : chinese;
    }

    private Tongue other() {
      return this == EN ? ZH : EN;
    }

    private String anchor(Verdict verdict) {
      return verdict + suffix;
    }
  }
}
