package io.realtimevoice.impl;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** The house rules that a compiler does not know, for the API and the drop-in jar. */
@AnalyzeClasses(
    packages = "io.realtimevoice",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTheContracts.class})
class ArchitectureTest {

  /** The tests that the API publishes come in a jar, and so look like what is not a test. */
  static final class WithoutTheContracts implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/spi/contract/");
    }
  }

  @ArchTest
  void packagesFormNoCycle(JavaClasses all) {
    slices().matching("io.realtimevoice.impl.(*)..").should().beFreeOfCycles().check(all);
  }

  @ArchTest
  void apiImportsNoImplementation(JavaClasses all) {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.realtimevoice.impl..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.realtimevoice.impl..")
        .check(all);
  }

  @ArchTest
  void nobodyImportsTheEndpoint(JavaClasses all) {
    noClasses()
        .that()
        .resideOutsideOfPackage("..impl.endpoint..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..impl.endpoint..")
        .check(all);
  }

  @ArchTest
  void onlyTheEndpointImportsTheInterceptors(JavaClasses all) {
    classes()
        .that()
        .resideInAPackage("..impl.interceptor..")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage("..impl.interceptor..", "..impl.endpoint..")
        .check(all);
  }

  @ArchTest
  void connectionImportsNoSession(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage("..impl.connection..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..impl.session..")
        .check(all);
  }

  @ArchTest
  void connectionImportsNoJakartaApi(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage("..impl.connection..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta..")
        .check(all);
  }

  @ArchTest
  void sessionImportsNoJakartaApi(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage("..impl.session..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta..")
        .check(all);
  }

  @ArchTest
  void nobodyWritesToTheStandardStreams(JavaClasses all) {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(all);
  }

  @ArchTest
  void nobodyUsesJavaUtilLogging(JavaClasses all) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .because("System.Logger goes to whatever the server logs with")
        .check(all);
  }

  @ArchTest
  void nobodySleeps(JavaClasses all) {
    noClasses()
        .should()
        .accessTargetWhere(targetOwner(type(Thread.class)).and(target(name("sleep"))))
        .check(all);
  }

  @ArchTest
  void onlyTheExecutionPackageMakesThreads(JavaClasses all) {
    noClasses()
        .that()
        .resideOutsideOfPackage("..impl.execution..")
        .should()
        .accessTargetWhere(
            targetOwner(assignableTo(Thread.class).or(type(Timer.class)))
                .and(target(name("<init>"))))
        .orShould()
        .accessTargetWhere(targetOwner(type(Executors.class)))
        .check(all);
  }

  @ArchTest
  void nobodyUsesTheCommonPool(JavaClasses all) {
    noClasses()
        .should()
        .accessTargetWhere(
            targetOwner(assignableTo(CompletionStage.class))
                .and(target(nameEndingWith("Async").or(name("delayedExecutor"))))
                .and(target(takesNoExecutor())))
        .orShould()
        .accessTargetWhere(targetOwner(type(ForkJoinPool.class)))
        .orShould()
        .accessTargetWhere(
            targetOwner(resideInAPackage("java.util..")).and(target(name("parallelStream"))))
        .check(all);
  }

  @ArchTest
  void staticFieldsAreFinal(JavaClasses all) {
    fields().that().areStatic().should().beFinal().check(all);
  }

  private static DescribedPredicate<AccessTarget> takesNoExecutor() {
    return describe(
        "takes no executor",
        accessed ->
            accessed instanceof CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream()
                    .noneMatch(parameter -> parameter.isAssignableTo(Executor.class)));
  }
}
