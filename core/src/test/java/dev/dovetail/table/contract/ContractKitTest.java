package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.TableSource;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract's tests fail for sources that break it. */
final class ContractKitTest {

    /** What is tested now: the launcher makes the instances of the class below. */
    private static ContractDatabase wrong = new MemoryDatabase(UnaryOperator.identity());

    /** Is no test of its own, and so is not named like one. */
    static final class OfWrongSource extends TableSourceContract {
        @Override
        public ContractDatabase database() {
            return wrong;
        }
    }

    @Test
    void rowsMatchedByJava_areMissed() {
        assertCaught(WrongSource.answering(Mistakes::matchedByJava), "text_ofEachFlavour_matchesAsTheColumnDoes");
    }

    @Test
    void rowsMatchedInLowerCase_areTooMany() {
        assertCaught(
                WrongSource.answering(Mistakes::matchedInLowerCase),
                "text_hostile_findsItselfAlone",
                "key_ofEachKind_findsItsRowsAlone");
    }

    @Test
    void valuesInWhatIsTold_areNobodysBusiness() {
        assertCaught(
                WrongSource.asking(request -> {
                    request.report("read " + request.keys().get(0).values());
                    return request;
                }),
                "reportedStatements_haveNoValues_andWereSent");
    }

    @Test
    void limitOfAllKeysTogether_isNotThatOfEach() {
        assertCaught(
                WrongSource.answering(Mistakes::limitedTogether),
                "rows_orderedLimitedAndSkipped_areThoseOfEachKey",
                "rows_limitedInNoOrder_areAsManyOfEachKey",
                "aliases_haveTheirOwnArguments",
                "limitOfARule_boundsTheRowsOfEachParent_butNotTheAggregate");
    }

    @Test
    void nullsFirst_areInTheWrongPlace() {
        assertCaught(
                WrongSource.asking(Mistakes::nullsFirst),
                "order_ofEachKind_putsNullsWhereItSays",
                "position_ofEachRow_dividesTheRowsOfItsKey");
    }

    @Test
    void rowsWithoutDuplicates_areTooFew() {
        assertCaught(
                WrongSource.answering(Mistakes::withoutDuplicates),
                "rows_thatAreEqual_areAllThere",
                "rows_ofColumnsAsAsked_carryNoOthers");
    }

    @Test
    void valuesThroughDoubles_loseDigits() {
        assertCaught(
                WrongSource.answering(Mistakes::throughDoubles),
                "key_ofEachKind_findsItsRowsAlone",
                "value_ofEachKind_reachesTheClient");
    }

    @Test
    void rowsForWhichAFilterIsUnknown_areTooMany() {
        assertCaught(
                WrongSource.asking(Mistakes::withoutUnknown),
                "filter_nested_followsTheLogicOfThreeValues",
                "rule_thatNegates_hidesRowsOfWhichItIsUnknown");
    }

    @Test
    void batchesWithoutLimits_areTooLarge() {
        assertCaught(
                WrongSource.asking(Mistakes::unlimited),
                "rows_moreThanAllowed_failTheBatch",
                "bytes_moreThanAllowed_failTheBatch");
    }

    @Test
    void keysThatAreCutOff_findTooMuch() {
        assertCaught(
                WrongSource.asking(Mistakes::cutKeys), "text_ofManyBytes_isNotCut", "text_veryLong_isComparedInFull");
    }

    @Test
    void statementForEachKey_isTooMany() {
        wrong = new MemoryDatabase(StatementForEachKey::new);
        assertThat(failed("batch_ofAnySize_findsTheRowsOfEachKey", "key_ofEachKind_findsItsRowsAlone"))
                .containsExactly("batch_ofAnySize_findsTheRowsOfEachKey", "key_ofEachKind_findsItsRowsAlone");
    }

    private static void assertCaught(UnaryOperator<TableSource> mistake, String... tests) {
        wrong = new MemoryDatabase(mistake);
        assertThat(failed(tests)).containsExactlyInAnyOrder(tests);
    }

    /** Those of these tests that fail. */
    private static Set<String> failed(String... tests) {
        Set<String> wanted = Set.copyOf(Arrays.asList(tests));
        Set<String> failed = new TreeSet<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(OfWrongSource.class))
                .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(test.getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(source -> wanted.contains(((MethodSource) source).getMethodName()))
                        .orElse(true)))
                .build();
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(alone).execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failed.add(((MethodSource) test.getSource().orElseThrow()).getMethodName());
                }
            }
        });
        return failed;
    }
}
