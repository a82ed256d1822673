package io.realtimevoice.it.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a test, with the reason, where the proxies or the browser are missing; but not in
 * continuous integration ({@code CI=true}), where it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsLaboratory.Condition.class)
@interface NeedsLaboratory {

  /** Looks for everything, which Debian's packages of these names bring. */
  final class Condition implements ExecutionCondition {

    /** Whether what is missing is a failure. */
    static boolean nothingMayMiss() {
      return Boolean.parseBoolean(System.getenv("CI"));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Map<Path, String> needed = new LinkedHashMap<>();
      needed.put(Proxies.NGINX, "nginx");
      needed.put(Proxies.HAPROXY, "haproxy");
      needed.put(Proxies.APACHE, "apache2");
      needed.put(Path.of("/usr/bin/openssl"), "openssl");
      needed.put(Path.of("/usr/bin/chromium"), "chromium");
      needed.put(Path.of("/usr/bin/chromedriver"), "chromium-driver");
      List<String> missing =
          needed.entrySet().stream()
              .filter(each -> !Files.isExecutable(each.getKey()))
              .map(Map.Entry::getValue)
              .toList();
      if (missing.isEmpty() || nothingMayMiss()) {
        return ConditionEvaluationResult.enabled("missing: " + missing);
      }
      String reason = "these of Debian's packages are needed: " + missing;
      System.out.println("SKIPPED " + context.getDisplayName() + ": " + reason);
      return ConditionEvaluationResult.disabled(reason);
    }
  }
}
