package pro.cryptotrader.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of an order's life, and the document that shows it. */
class OrderTransitionTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "order-life.md");

    @Test
    void theDocumentShowsTheTable() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .as("docs/order-life.md must contain exactly this table")
                .contains("\n\n" + OrderTransition.markdown() + "\n");
    }

    @Test
    void onlyEvidenceOfTheVenueOrOurOwnHandEndsAnOrder() {
        var endsOfTheUnknown =
                OrderTransition.TABLE.stream()
                        .filter(line -> line.from() == OrderStatus.UNKNOWN)
                        .flatMap(line -> line.to().stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrderStatus.class)));

        assertThat(endsOfTheUnknown)
                .as("what may have been sent is never 'not sent'")
                .doesNotContain(OrderStatus.NOT_SENT, OrderStatus.INTENDED);
    }

    @Test
    void filledAfterCanceledIsLegalAndNothingFollowsIt() {
        assertThat(OrderStatus.CANCELED.mayBecome(OrderStatus.FILLED)).isTrue();
        assertThat(OrderStatus.EXPIRED.mayBecome(OrderStatus.FILLED)).isTrue();
        assertThat(OrderTransition.TABLE).noneMatch(line -> line.from() == OrderStatus.FILLED);
    }

    @Test
    void nothingComesBackFromAnEndToWaiting() {
        assertThat(OrderTransition.TABLE)
                .noneMatch(line ->
                        line.to().contains(OrderStatus.INTENDED)
                                || (line.from().isEnd()
                                        && line.to().contains(OrderStatus.UNKNOWN)));
    }

    @Test
    void everyStatusCanBeReached() {
        var reached =
                OrderTransition.TABLE.stream()
                        .flatMap(line -> line.to().stream())
                        .collect(Collectors.toSet());

        assertThat(Arrays.stream(OrderStatus.values()).filter(s -> s != OrderStatus.INTENDED))
                .allMatch(reached::contains);
    }
}
