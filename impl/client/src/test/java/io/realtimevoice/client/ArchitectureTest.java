package io.realtimevoice.client;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.realtimevoice.client.doctor.Doctor;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The house rules that a compiler does not know. */
@AnalyzeClasses(packages = "io.realtimevoice.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  void packagesFormNoCycle(JavaClasses all) {
    slices().matching("io.realtimevoice.(client..)").should().beFreeOfCycles().check(all);
  }

  @ArchTest
  void onlyTheTransportKnowsWebSockets(JavaClasses all) {
    noClasses()
        .that()
        .resideInAnyPackage("..client.transport..", "..client.execution..")
        .or()
        .haveSimpleName("Machine")
        .or()
        .haveSimpleName("Attempt")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.websocket..", "org.glassfish..")
        .check(all);
  }

  @ArchTest
  void onlyTwoClassesKnowTyrus(JavaClasses all) {
    noClasses()
        .that()
        .doNotHaveSimpleName("Tyrus")
        .and()
        .doNotHaveSimpleName("SessionDefaults")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.glassfish..")
        .check(all);
  }

  @ArchTest
  void onlyTheExecutionPackageMakesThreads(JavaClasses all) {
    noClasses()
        .that()
        .resideOutsideOfPackage("..client.execution..")
        .should()
        .accessTargetWhere(targetOwner(assignableTo(Thread.class)).and(target(name("<init>"))))
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
  void nobodyUsesTheCommonPool(JavaClasses all) {
    noClasses()
        .should()
        .accessTargetWhere(
            targetOwner(assignableTo(CompletionStage.class))
                .and(target(nameEndingWith("Async").or(name("delayedExecutor"))))
                .and(target(takesNoExecutor())))
        .check(all);
  }

  @ArchTest
  void nobodyButTheCommandLineWritesToTheStandardStreams(JavaClasses all) {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(all.that(not(type(Doctor.class))));
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
