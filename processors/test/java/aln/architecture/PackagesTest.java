package aln.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.camel.Processor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;

/** What the packages of the hub may know of each other and of frameworks. */
@AnalyzeClasses(packages = "aln", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

  private static final String[] CAMEL_EDGE = {
    "aln.web..", "aln.ffmpeg..", "aln.tracing..", "aln.workers..", "aln.consumers.."
  };
  private static final String[] WEB_EDGE = {"aln.web..", "aln.gateway..", "aln.notifications.."};
  private static final String[] WEB = {
    "org.springframework.web..",
    "org.springframework.http.server..",
    "org.springframework.http.client..",
    "org.springframework.http.converter..",
    "jakarta.servlet.."
  };

  @ArchTest
  static final ArchRule capabilitiesFormNoCycle =
      slices().matching("aln.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule partsOfMediaFormNoCycle =
      slices().matching("aln.media.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule camelStaysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages(CAMEL_EDGE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..")
          .because("beans take and return records; a route calls them as they are");

  @ArchTest
  static final ArchRule stepsAreBeansAndNoProcessors =
      noClasses()
          .that()
          .resideOutsideOfPackage("aln.tracing..") // wraps every step, is none
          .should()
          .implement(Processor.class);

  @ArchTest
  static final ArchRule webStaysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages(WEB_EDGE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(WEB);

  @ArchTest
  static final ArchRule mediaIsPureCalculation =
      noClasses()
          .that()
          .resideInAPackage("aln.media..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.camel..",
              "org.springframework.web..",
              "org.springframework.http..",
              "org.springframework.jdbc..",
              "org.springframework.amqp..",
              "java.sql..",
              "aln.sql..");

  @ArchTest
  static final ArchRule statementsComeFromFiles =
      noClasses()
          .that()
          .resideOutsideOfPackages("aln.sql..", "aln.embedded..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(DataSource.class, Connection.class, Statement.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(JdbcOperations.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(JdbcClient.class)
          .because("aln.sql.Sql finds a statement in config/sql by its name");

  @ArchTest
  static final ArchRule rowsAreReadIntoLists =
      noClasses()
          .should()
          .callMethod(MappedQuerySpec.class, "stream")
          .because("a stream of rows that nobody closes keeps its connection for ever");

  @ArchTest
  static final ArchRule collaboratorsComeThroughTheConstructor =
      noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);
}
