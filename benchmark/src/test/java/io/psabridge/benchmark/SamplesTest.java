package io.psabridge.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void theMedianIsTheOneInTheMiddle() {
        assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Samples.of(List.of(8.0, 1.0, 4.0, 2.0)).median()).isEqualTo(3);
    }

    @Test
    void percentilesAreValuesThatOccurred() {
        Samples hundred = Samples.of(IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray());

        assertThat(hundred.percentile(50)).isEqualTo(50);
        assertThat(hundred.percentile(95)).isEqualTo(95);
        assertThat(hundred.percentile(100)).isEqualTo(100);
        assertThat(Samples.of(7).percentile(1)).isEqualTo(7);
    }

    @Test
    void oneSlowAnswerInTwentyIsAboveTheNinetyFifth() {
        double[] values = IntStream.range(0, 20).mapToDouble(i -> i == 3 ? 1000 : 1).toArray();

        assertThat(Samples.of(values).percentile(95)).isEqualTo(1);
        assertThat(Samples.of(values).most()).isEqualTo(1000);
    }

    @Test
    void differencesAreTakenPairByPair() {
        Samples more = Samples.differences(new double[] {5, 10, 20}, new double[] {4, 7, 10});

        assertThat(more.median()).isEqualTo(3);
        assertThat(more.least()).isEqualTo(1);
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(Samples::of);
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(1).percentile(101));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.differences(new double[] {1}, new double[] {}));
    }
}
