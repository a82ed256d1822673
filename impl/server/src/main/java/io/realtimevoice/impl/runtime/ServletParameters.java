package io.realtimevoice.impl.runtime;

import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.function.Function;

/** The parameters of the servlet context, where there is one. */
public final class ServletParameters {

  private ServletParameters() {}

  /**
   * A source of settings.
   *
   * @param context what came with the application scope's begin: in a servlet container its context
   * @return gives nothing outside a servlet container
   */
  public static Function<String, Optional<String>> of(Object context) {
    try {
      if (context instanceof ServletContext servlet) {
        return name -> Optional.ofNullable(servlet.getInitParameter(name));
      }
    } catch (NoClassDefFoundError e) {
      // Outside a servlet container its API need not be there.
    }
    return name -> Optional.empty();
  }

  /**
   * What the container calls itself.
   *
   * @param context as in {@link #of}
   * @return such as {@code WildFly 39}; none outside a servlet container
   */
  public static String container(Object context) {
    try {
      if (context instanceof ServletContext servlet) {
        return servlet.getServerInfo();
      }
    } catch (NoClassDefFoundError e) {
      // As above.
    }
    return "none";
  }
}
