package dev.crossdock.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jspecify.annotations.NullMarked;

/// What the compiler does not hold by itself. None fails because a package is still empty.
@SuppressWarnings("ImmutableEnumChecker") // ArchRule is immutable, only not marked so.
enum HouseRule {
    ARROWS(classes().should(new Arrows())),

    MODEL_USES_ONLY_THE_JDK(
            classes()
                    .that()
                    .resideInAPackage("dev.crossdock.model..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.crossdock.model..", "java..", "org.jspecify.annotations")),

    TRANSFER_SEES_ONLY_THE_PORT_OF_QUEUE(
            noClasses()
                    .that()
                    .resideInAPackage("dev.crossdock.transfer..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.crossdock.queue..").and(not(portOfQueue())))),

    NO_CYCLES(slices().matching("dev.crossdock.(**)").should().beFreeOfCycles()),

    JAVAFX_ONLY_IN_UI_AND_APP(
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.crossdock.ui..", "dev.crossdock.app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp.ikonli..")),

    NO_NODES_IN_VIEW_MODELS(
            noClasses()
                    .that()
                    .haveNameMatching(".*ViewModel(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx.scene..")),

    SOCKETS_AND_TLS_ONLY_IN_NET_AND_DEMO(
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.crossdock.net..",
                            "dev.crossdock.demo..",
                            "dev.crossdock.instance..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("javax.net..").or(socket()))),

    INSTANCE_TALKS_ONLY_WITHIN_THIS_COMPUTER(
            noClasses()
                    .that()
                    .resideInAPackage("dev.crossdock.instance..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("javax.net..").or(internet()))),

    PLATFORM_ONLY_IN_PUMP_AND_APP(
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.crossdock.ui.pump..", "dev.crossdock.app..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("javafx.application.Platform")),

    STANDARD_STREAMS_ONLY_IN_CLI(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.crossdock.cli..")
                    .and()
                    .doNotHaveFullyQualifiedName("dev.crossdock.app.Launcher")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .orShould()
                    .accessField(System.class, "in")
                    .orShould()
                    .callMethod(System.class, "console")
                    .orShould()
                    .callMethodWhere(printsItsTrace())),

    EVERY_PACKAGE_IS_NULL_MARKED(classes().should(new BeInANullMarkedPackage()));

    private final ArchRule rule;

    HouseRule(ArchRule rule) {
        this.rule = rule.allowEmptyShould(true);
    }

    ArchRule rule() {
        return rule;
    }

    private static DescribedPredicate<JavaClass> portOfQueue() {
        return describe(
                "are the port",
                type ->
                        type.getName()
                                .matches(
                                        "dev\\.crossdock\\.queue\\.(JobRunner|JobContext|CancelSignal|Meter|ExistsPrompt|Slot|Traces|Begun)(\\$.*)?"));
    }

    private static DescribedPredicate<JavaClass> socket() {
        return describe(
                "are sockets",
                type ->
                        type.getName()
                                .matches(
                                        "java\\.(net\\.(Server|Datagram)?Socket|nio\\.channels\\..*SocketChannel)"));
    }

    /// Any address or socket but those of Unix domain sockets.
    private static DescribedPredicate<JavaClass> internet() {
        return describe(
                "reach other computers",
                type ->
                        type.getName()
                                .matches(
                                        "java\\.(net\\.((Server|Datagram)?Socket|Inet.*)|nio\\.channels\\.(Datagram|Asynchronous).*)"));
    }

    /// To the standard error stream, that is, not into a writer.
    private static DescribedPredicate<JavaMethodCall> printsItsTrace() {
        return describe(
                "is printStackTrace()",
                call ->
                        call.getTarget().getName().equals("printStackTrace")
                                && call.getTarget().getRawParameterTypes().isEmpty()
                                && call.getTargetOwner().isAssignableTo(Throwable.class));
    }

    private static final class BeInANullMarkedPackage extends ArchCondition<JavaClass> {

        BeInANullMarkedPackage() {
            super("be in a package whose package-info.java says @NullMarked");
        }

        @Override
        public void check(JavaClass item, ConditionEvents events) {
            boolean marked =
                    item.getPackage()
                            .tryGetPackageInfo()
                            .map(info -> info.isAnnotatedWith(NullMarked.class))
                            .orElse(false);
            if (!marked) {
                events.add(
                        SimpleConditionEvent.violated(
                                item,
                                item.getPackageName() + " of " + item.getSimpleName() + " is not"));
            }
        }
    }
}
