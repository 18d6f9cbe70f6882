package dev.dovetail.examples.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ShardsTest {

    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
    private static final PrintStream OUT = new PrintStream(PRINTED, true, StandardCharsets.UTF_8);

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void demo_showsPlansAndPartialAnswers() {
        new Demo(shop, OUT).run();

        assertThat(PRINTED.toString(StandardCharsets.UTF_8))
                .contains("Remote SQL: SELECT id, name FROM public.users WHERE ((id = ANY (")
                .contains(", user=null, orders=null}")
                .contains("/user]: The lookup of relationship Customer.user failed {code=table-lookup-failed}"
                        .replace("/user", ", user"));
    }

    @Test
    void load_whileShardsAreKilled_losesAndFalsifiesNothing() throws InterruptedException {
        Tally tally = new Load(shop, new Options(10, 50), OUT).run();

        assertThat(tally.isGood()).as(tally.toString()).isTrue();
        assertThat(tally.requests.sum()).isGreaterThan(300);
    }

    @Test
    void options_areChecked() {
        assertThat(Options.parse()).isEqualTo(new Options(60, 200));
        assertThat(Options.parse("--seconds", "10", "--rate", "5")).isEqualTo(new Options(10, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--seconds", "9"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--rate"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--fast"));
    }
}
