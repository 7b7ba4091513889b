package org.ldci.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2024, 2024-01-01, 2025-01-01",
        "' 2024 ', 2024-01-01, 2025-01-01",
        "2023-24, 2023-04-01, 2024-04-01",
        "2023/24, 2023-04-01, 2024-04-01",
        "1999-00, 1999-04-01, 2000-04-01",
        "2013-2015, 2013-01-01, 2016-01-01",
        "2013/2015, 2013-01-01, 2016-01-01",
        "2024-Q1, 2024-01-01, 2024-04-01",
        "2024Q4, 2024-10-01, 2025-01-01",
        "2024 Q2, 2024-04-01, 2024-07-01",
        "2024-07, 2024-07-01, 2024-08-01",
        "2024-M12, 2024-12-01, 2025-01-01",
        "2011-12, 2011-12-01, 2012-01-01", // a month, as the documentation says
        "2011/12, 2011-04-01, 2012-04-01",
        "2024-07-01, 2024-07-01, 2024-07-02",
        "2024-02-29, 2024-02-29, 2024-03-01",
        "2013-04-17/P1Y, 2013-04-17, 2014-04-17",
        "2013-04-17T00:00:00/P3M, 2013-04-17, 2013-07-17",
        "2013-04-17/P1Y6M2D, 2013-04-17, 2014-10-19"
    })
    void readsTheCommonWaysOfWritingATime(String text, LocalDate start, LocalDate end) {
        Period period = Period.parse(text);

        assertThat(period).isEqualTo(new Period(text.strip(), start, end));
        assertThat(Period.parse(period.toString())).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "20245",
                "2024-13",
                "2023-25",
                "2024-Q5",
                "Q1 2024",
                "July 2024",
                "2024-7",
                "2013-04-17/P",
                "٢٠٢٤"
            })
    void refusesOtherTextAndSaysWhatIsUnderstood(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period '" + text
                        + "' is none of 2024, 2023-24, 2013-2015, 2024-Q1, 2024-07, 2024-07-01, 2013-04-17/P1Y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "2023-13-01", "2013-04-17/P99999999999Y", "2015-2013"})
    void refusesDatesThatDoNotExistAndNamesThePeriod(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("period '" + text + "': ");
    }

    @Test
    void refusesAnEndThatIsNotAfterTheStart() {
        assertThatThrownBy(() -> Period.parse("2013-04-17/P0D"))
                .hasMessage("period '2013-04-17/P0D': the end 2013-04-17 must be after the start 2013-04-17");
        assertThatThrownBy(() -> new Period(" ", LocalDate.EPOCH, LocalDate.MAX))
                .hasMessage("the label of a period must not be blank");
    }

    @Test
    void isOrderedByStartThenEndThenLabel() {
        List<String> inOrder = List.of("2023", "2023-2025", "2023-07", "2024-Q1", "2024");

        assertThat(Stream.of("2024", "2023-07", "2024-Q1", "2023-2025", "2023")
                        .map(Period::parse)
                        .sorted()
                        .map(Period::label))
                .containsExactlyElementsOf(inOrder);
        assertThat(Period.parse("2024-Q1")).isLessThan(Period.parse("2024Q1")); // the same time under another label
    }

    @Test
    void aYearIsWhatParsesFromIt() {
        assertThat(Period.year(2024)).isEqualTo(Period.parse("2024"));
    }
}
