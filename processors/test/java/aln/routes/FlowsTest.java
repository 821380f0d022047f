package aln.routes;

import static aln.routes.Flows.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import aln.Services;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The flows of this repository keep every rule. */
class FlowsTest {

  @Test
  void areAllThere() {
    assertThat(SHIPPED.all()).hasSizeGreaterThan(40);
    assertThat(Services.KNOWN).containsAll(SHIPPED.services());
  }

  // Layout

  @Test
  void areNamedAfterTheirFiles() {
    assertThat(LayoutRules.misnamed(SHIPPED)).isEmpty();
  }

  @Test
  void haveAFileEach() {
    assertThat(LayoutRules.crowded(SHIPPED)).isEmpty();
  }

  @Test
  void shareTemplatesAndErrorHandlingInOnePlace() {
    assertThat(LayoutRules.homeless(SHIPPED)).isEmpty();
  }

  @Test
  void sayWhyTheyAreThere() {
    assertThat(LayoutRules.undescribed(SHIPPED)).isEmpty();
  }

  @Test
  void beginWithAComment() {
    assertThat(LayoutRules.uncommented(SHIPPED)).isEmpty();
  }

  @Test
  void areReadAtOneLook() {
    assertThat(LayoutRules.tooLong(SHIPPED)).isEmpty();
  }

  @Test
  void nameStepsOnce() {
    assertThat(LayoutRules.repeatedIds(SHIPPED)).isEmpty();
  }

  // Wiring

  @Test
  void callOnlyWhatExists() {
    assertThat(WiringRules.callsIntoNothing(SHIPPED)).isEmpty();
  }

  @Test
  void areCalled() {
    assertThat(WiringRules.neverCalled(SHIPPED)).isEmpty();
  }

  @Test
  void stayInTheirService() {
    assertThat(WiringRules.callsAcrossServices(SHIPPED)).isEmpty();
  }

  @Test
  void areReachedByTheirName() {
    assertThat(WiringRules.otherAddresses(SHIPPED)).isEmpty();
  }

  @Test
  void leaveFailuresToTheirCaller() {
    assertThat(WiringRules.swallowsFailures(SHIPPED)).isEmpty();
    assertThat(WiringRules.leavesFailuresToNobody(SHIPPED)).isEmpty();
  }

  @Test
  void nameErrorHandlingThatExists() {
    assertThat(WiringRules.unknownConfigurations(SHIPPED)).isEmpty();
    assertThat(WiringRules.workersWithoutErrorHandling(SHIPPED)).isEmpty();
  }

  @Test
  void answerFailuresInProblemDetails() {
    assertThat(WiringRules.unansweredFailures(SHIPPED)).isEmpty();
  }

  @Test
  void keepMessagesWhileTheDatabaseIsAway() {
    assertThat(WiringRules.forgetfulConsumers(SHIPPED)).isEmpty();
  }

  @Test
  void tickOneAfterTheOther() {
    assertThat(WiringRules.overlappingClocks(SHIPPED)).isEmpty();
  }

  // Safety

  @Test
  void sendToFixedAddresses() {
    assertThat(SafetyRules.interpolatedAddresses(SHIPPED)).isEmpty();
    assertThat(SafetyRules.computedAddresses(SHIPPED)).isEmpty();
  }

  @Test
  void bindEveryParameterOfSql() {
    assertThat(SafetyRules.interpolatedSql(SHIPPED)).isEmpty();
    assertThat(SafetyRules.inlineSql(SHIPPED)).isEmpty();
    assertThat(SafetyRules.uncountedParameters(SHIPPED)).isEmpty();
  }

  @Test
  void runProgramsWithOwnHeadersOnly() {
    assertThat(SafetyRules.unguardedPrograms(SHIPPED)).isEmpty();
  }

  @Test
  void trustNoHeaderOfAMessage() {
    assertThat(SafetyRules.trustsIncomingHeaders(SHIPPED)).isEmpty();
  }

  @Test
  void openNoTransaction() {
    assertThat(SafetyRules.transactedFlows(SHIPPED)).isEmpty();
  }

  @Test
  void keepNothingInMemoryOnly() {
    assertThat(SafetyRules.forgetfulQueues(SHIPPED)).isEmpty();
  }

  @Test
  void decideOneThingAtATime() {
    assertThat(SafetyRules.nestedChoices(SHIPPED)).isEmpty();
  }

  // Contract

  @Test
  void serveEveryFileOfTheContractOnce() {
    assertThat(ContractRules.notServedOnce(SHIPPED)).isEmpty();
    assertThat(ContractRules.looseDoors(SHIPPED)).isEmpty();
  }

  @Test
  void areTheOperationsOfTheContract() {
    assertThat(ContractRules.operationsElsewhere(SHIPPED)).isEmpty();
    assertThat(ContractRules.undeclared(SHIPPED)).isEmpty();
  }

  @Test
  void readAlikeInEveryFileOfTheContract() {
    var shared =
        List.of(
            "/securitySchemes/bearer",
            "/parameters/Cursor",
            "/parameters/Limit",
            "/parameters/Id",
            "/parameters/IdempotencyKey",
            "/headers/IdempotencyReplayed",
            "/responses/Problem",
            "/schemas/Problem");
    assertThat(ContractRules.unlikeComponents(SHIPPED, shared)).isEmpty();
    assertThat(ContractRules.brokenReferences(SHIPPED)).isEmpty();
  }

  // Messages

  @Test
  void takeFromTheQueuesThatTheBrokerHolds() {
    assertThat(MessageRules.unlikeQueues(SHIPPED)).isEmpty();
    assertThat(MessageRules.foreignQueues(SHIPPED)).isEmpty();
  }

  @Test
  void hearWhatAsyncApiSays() {
    assertThat(MessageRules.unlikeBindings(SHIPPED)).isEmpty();
    assertThat(MessageRules.unlikeSchemas(SHIPPED)).isEmpty();
  }

  @Test
  void announceOnlyWhatIsHeard() {
    assertThat(MessageRules.unlikeTypes(SHIPPED)).isEmpty();
    assertThat(MessageRules.unknownSpeakers(SHIPPED)).isEmpty();
    assertThat(MessageRules.unlikeAnnouncements(SHIPPED)).isEmpty();
  }
}
