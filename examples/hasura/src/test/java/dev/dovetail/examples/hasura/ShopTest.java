package dev.dovetail.examples.hasura;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.hasura.Omission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The moved project answers as it did. */
final class ShopTest {

    private static final String ANN = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";
    private static final String BOB = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a12";

    private static Shop shop;

    @BeforeAll
    static void start() {
        assumeTrue(hasNode(), "The handlers need Node, and there is no 'node' on the PATH");
        shop = new Shop(Path.of("."));
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void login_forwardsHeaders_andJoinsRows() {
        assertThat(ask(HasuraExample.LOGIN, "customer", ANN))
                .isEqualTo("{data={login={id=" + ANN + ", device=phone, user={name=Ann}, "
                        + "orders=[{total=12.50, product={name=Lamp}}, {total=30.00, product={name=Map}}]}}}");
    }

    @Test
    void login_refused_hasTheHandlersError() {
        assertThat(ask("mutation { login(name: \"Eve\") { id } }", "anonymous", ANN))
                .contains("message=Nobody has that name", "code=user-unknown");
    }

    @Test
    void rows_areThoseOfTheRole() {
        assertThat(ask(HasuraExample.CANCEL, "customer", ANN))
                .isEqualTo("{data={cancelOrder={requestedBy=" + ANN + ", order={total=30.00, user={name=Ann}}}}}");
        assertThat(ask(HasuraExample.CANCEL, "customer", BOB))
                .isEqualTo("{data={cancelOrder={requestedBy=" + BOB + ", order=null}}}");
    }

    @Test
    void queryAction_keepsItsOrder() {
        assertThat(ask(HasuraExample.RECOMMEND, "customer", BOB))
                .isEqualTo("{data={recommend=[{reason=Others took it, product={name=Map}}, "
                        + "{reason=You had it before, product={name=Lamp}}]}}");
    }

    @Test
    void otherRoles_mayNotCall() {
        assertThat(ask(HasuraExample.RECOMMEND, "anonymous", ANN)).contains("code=access-denied");
        assertThat(ask("mutation { login(name: \"Ann\") { user { name } } }", "anonymous", ANN))
                .contains("code=access-denied", "user=null");
    }

    @Test
    void report_saysWhatIsNotTakenOver() {
        assertThat(shop.metadata().report())
                .extracting(Omission::toString)
                .containsExactly(
                        "databases/default/tables/public_orders.yaml: insert_permissions: Dovetail reads only");
    }

    private static String ask(String query, String role, String user) {
        return shop.answer(
                        query,
                        Map.of("x-hasura-role", role, "x-hasura-user-id", user),
                        Map.of("X-Device", List.of("phone")))
                .toString();
    }

    private static boolean hasNode() {
        try {
            return new ProcessBuilder("node", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
