package io.psabridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameContaining;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.psabridge.http.Call;
import io.psabridge.http.Outbound;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.PsaAccess;
import io.psabridge.spi.PsaProvider;

/** The rules that keep the house safe and in order. */
@AnalyzeClasses(
        packages = "io.psabridge",
        importOptions = {DoNotIncludeTests.class, NoKit.class, WrittenByHand.class})
class ArchitectureTest {

    @ArchTest
    static final ArchRule theVocabularyDependsOnNothing =
            classes()
                    .that(resideInAPackage("io.psabridge.spi.."))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage("io.psabridge.spi..", "java..", "org.jspecify.."))
                    .because("what every provider speaks must not drag a library into it");

    @ArchTest
    static final ArchRule vendorsAreNamedByTheirProviderOnly =
            noClasses()
                    .that(
                            not(
                                    resideInAnyPackage(
                                            "io.psabridge.connectwise..",
                                            "io.psabridge.sandbox..",
                                            "io.psabridge.standalone..")))
                    .and()
                    .doNotHaveSimpleName("SupportedProviders")
                    .should()
                    .dependOnClassesThat(
                            simpleNameContaining("ConnectWise")
                                    .or(simpleNameContaining("Autotask")))
                    .because("everything above the provider line is the same for every PSA");

    @ArchTest
    static final ArchRule onlyPsaHttpTalksToTheWorldThroughApache =
            noClasses()
                    .that(not(resideInAPackage("io.psabridge.http..")))
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.apache.hc.."))
                    .because("the guard of outbound addresses is in psa-http");

    @ArchTest
    static final ArchRule onlyTheKmsKeyWrapperUsesKms =
            noClasses()
                    .that(
                            not(
                                    resideInAPackage("io.psabridge.platform.keys..")
                                            .and(simpleNameContaining("Kms"))))
                    .should()
                    .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.services.kms.."))
                    .because(
                            "whoever does not seal under KMS loads nothing of it, and one class knows its rules");

    @ArchTest
    static final ArchRule onlyTheSqsQueueUsesSqs =
            noClasses()
                    .that(
                            not(
                                    resideInAPackage("io.psabridge.platform.queue..")
                                            .and(simpleNameContaining("Sqs"))))
                    .and(not(resideInAPackage("io.psabridge.testing..")))
                    .should()
                    .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.services.sqs.."))
                    .because(
                            "who announces nothing loads nothing of it; the state of work is in PostgreSQL");

    @ArchTest
    static final ArchRule onlyApiClassesCallAPsa =
            noClasses()
                    .that(not(resideInAPackage("io.psabridge.http..")))
                    .and(not(simpleNameContaining("Api")))
                    .should()
                    .callMethod(Outbound.class, "send", Call.class)
                    .because("one class a provider knows paths, headers and keys");

    @ArchTest
    static final ArchRule onlyConnectionsOpensAPsa =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.psabridge.core.connection.Connections")
                    .should()
                    .callMethod(PsaProvider.class, "open", PsaAccess.class)
                    .because("credentials come out of the vault in one place");

    @ArchTest
    static final ArchRule functionsHoldNoRepository =
            noClasses()
                    .that(resideInAnyPackage("io.psabridge.functions.."))
                    .should()
                    .dependOnClassesThat(
                            assignableTo(Sql.class).or(simpleNameContaining("Repository")))
                    .because("HTTP goes in, a service of core comes out");

    @ArchTest
    static final ArchRule functionsDoNotKnowEachOther =
            slices().matching("io.psabridge.functions.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("each is an artifact of its own");

    @ArchTest
    static final ArchRule coreHasNoCircle =
            slices().matching("io.psabridge.core.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("the packages of core follow one direction");

    @ArchTest
    static final ArchRule connectionsKnowNothingOfWhatUsesThem =
            noClasses()
                    .that(resideInAPackage("io.psabridge.core.connection.."))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "io.psabridge.core.ticket..",
                                    "io.psabridge.core.link..",
                                    "io.psabridge.core.note..",
                                    "io.psabridge.core.callback.."))
                    .because("connection ← ticket ← link ← note ← callback");

    @ArchTest
    static final ArchRule ticketsKnowNothingOfLinksAndNotes =
            noClasses()
                    .that(resideInAPackage("io.psabridge.core.ticket.."))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "io.psabridge.core.link..",
                                    "io.psabridge.core.note..",
                                    "io.psabridge.core.callback.."))
                    .because("connection ← ticket ← link ← note ← callback");

    @ArchTest
    static final ArchRule nobodyKnowsOfCallbacks =
            noClasses()
                    .that(resideInAPackage("io.psabridge.core.."))
                    .and(not(resideInAPackage("io.psabridge.core.callback..")))
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.psabridge.core.callback.."))
                    .because("connection ← ticket ← link ← note ← callback");

    @ArchTest
    static final ArchRule platformKnowsNothingOfTheProduct =
            noClasses()
                    .that(resideInAPackage("io.psabridge.platform.."))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "io.psabridge.core..",
                                    "io.psabridge.functions..",
                                    "io.psabridge.spi..",
                                    "io.psabridge.http.."))
                    .because("platform is technology that could serve another product");

    @ArchTest
    static final ArchRule repositoriesTakeTheTenantFirst =
            methods()
                    .that()
                    .areDeclaredInClassesThat(simpleNameContaining("Repository"))
                    .and()
                    .areNotPrivate()
                    .and()
                    .areNotStatic()
                    .should(takeTheTenantFirst())
                    .because("the application's own wall is in every statement");

    @ArchTest
    static final ArchRule onlyRepositoriesAndOurOwnKeysHoldSql =
            noClasses()
                    .that(resideInAPackage("io.psabridge.core.."))
                    .and(not(simpleNameContaining("Repository")))
                    // our own keys belong to no tenant
                    .and(not(simpleNameContaining("TokenKeys")))
                    // the list of tenants is read without one
                    .and(not(simpleNameContaining("Tenants")))
                    // whose connection a callback's address means is found before its tenant is
                    // known
                    .and(not(simpleNameContaining("Routes")))
                    .should()
                    .dependOnClassesThat(assignableTo(Sql.class))
                    .because(
                            "what is read and written stands where the rule of the tenant is checked");

    @ArchTest
    static final ArchRule theSandboxIsForStandaloneOnly =
            noClasses()
                    .that(
                            not(
                                    resideInAnyPackage(
                                            "io.psabridge.sandbox..", "io.psabridge.standalone..")))
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.psabridge.sandbox.."))
                    .because("a stand-in must never ship in a function");

    @ArchTest
    static void theRulesReachWhatTheySpeakOf(JavaClasses imported) {
        assertThat(imported.stream().filter(it -> it.getSimpleName().endsWith("Repository")))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(imported.stream().map(it -> it.getPackageName()))
                .contains(
                        "io.psabridge.spi",
                        "io.psabridge.http",
                        "io.psabridge.connectwise",
                        "io.psabridge.sandbox",
                        "io.psabridge.platform.db",
                        "io.psabridge.core.note",
                        "io.psabridge.functions.tickets");
    }

    private static ArchCondition<JavaMethod> takeTheTenantFirst() {
        return new ArchCondition<>("take the tenant as the first parameter") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean first =
                        !method.getRawParameterTypes().isEmpty()
                                && method.getRawParameterTypes()
                                        .getFirst()
                                        .isEquivalentTo(TenantId.class);
                events.add(
                        new SimpleConditionEvent(
                                method, first, method.getFullName() + " takes another first"));
            }
        };
    }
}
