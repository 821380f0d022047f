package aln.payments.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

  private static final Instant AT = Instant.parse("2026-11-05T10:00:00Z");

  @Test
  void tellsEveryEntryWithWhatItTakesToRecomputeIt() {
    Entry sale =
        new Entry(7, AT, "sale", "Lagos", "ref-1", "NGN", 1000L, 1000, 100L, 6000, 540L, 0L, 540);
    Entry refund =
        new Entry(
            9, AT, "refund", "Lagos", "ref-1", "NGN", 1000L, 1000, 100L, 6000, 540L, 500L, -270);
    assertThat(Statement.of(Map.of("NGN", 100L), List.of(sale, refund)))
        .isEqualTo(
            """
            date,entry,event,work,reference,currency,paid,fee_bps,fee,share_bps,share,returned,amount,balance
            ,,opening,,,NGN,,,,,,,,1.00
            2026-11-05T10:00:00Z,7,sale,Lagos,ref-1,NGN,10.00,1000,1.00,6000,5.40,0.00,5.40,6.40
            2026-11-05T10:00:00Z,9,refund,Lagos,ref-1,NGN,10.00,1000,1.00,6000,5.40,5.00,-2.70,3.70
            ,,closing,,,NGN,,,,,,,,3.70
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void writesEveryCurrencyWithItsOwnDecimals() {
    Map<String, Long> opening = new LinkedHashMap<>();
    opening.put("JPY", 0L);
    opening.put("KWD", -1500L);
    Entry payout =
        new Entry(3, AT, "payout", null, null, "JPY", null, null, null, null, null, null, -80);
    assertThat(Statement.of(opening, List.of(payout)))
        .contains("3,payout,,,JPY,,,,,,,-80,-80\r\n")
        .contains(",,closing,,,JPY,,,,,,,,-80\r\n,,opening,,,KWD,,,,,,,,-1.500\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "|calc", "%0", "＝1"})
  void keepsSpreadsheetsFromRunningTitles(String title) {
    Csv csv = new Csv();
    csv.add(List.of(title));
    assertThat(csv.toString().replaceFirst("^\"", "")).startsWith("'" + title.charAt(0));
  }

  @Test
  void quotesAsTheStandardSays() {
    Csv csv = new Csv();
    csv.add(Arrays.asList("a,b", "say \"ẹ káàárọ̀\"", "two\r\nlines", "plain - text", null, -5));
    assertThat(csv.toString())
        .isEqualTo("\"a,b\",\"say \"\"ẹ káàárọ̀\"\"\",\"two\r\nlines\",plain - text,,-5\r\n");
  }
}
