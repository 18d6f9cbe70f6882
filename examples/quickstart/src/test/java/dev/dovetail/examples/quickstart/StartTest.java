package dev.dovetail.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.examples.quickstart.database.StatementLog;
import dev.dovetail.examples.quickstart.web.Requests;
import dev.dovetail.examples.quickstart.web.Transcript;
import dev.dovetail.examples.quickstart.web.WebServer;
import graphql.GraphQL;
import graphql.schema.idl.SchemaGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line does. */
final class StartTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void demo_readyQueries_printsQueriesAnswersAndStatements() {
        new Demo(RunningQuickstart.SERVICES.requests(), new Transcript(out)).run();

        assertThat(printed())
                .containsSubsequence(
                        "createUser(name: \"Hodor\")",
                        "\"name\" : \"Hodor\"",
                        "3 SQL statements:",
                        "\n  from \"public\".\"users\" as \"t\"",
                        "topCustomers(limit: 3)",
                        "3 SQL statements:",
                        "auth0_profile",
                        "2 SQL statements:",
                        "largest: orders(",
                        "4 SQL statements:",
                        "\n  cross join lateral (select",
                        "\n      where ((\"t\".\"user_id\" = \"k\".\"k0\")",
                        "query AsSupport",
                        "\nx-role: support\n",
                        "edmure.dayne@example.com",
                        "query AsCustomer",
                        "\nx-role: customer\nx-user-id: 294a0fc6",
                        "access-denied")
                .doesNotContain("startMillis");
    }

    @Test
    void demo_answersWithErrors_fails() {
        GraphQL broken = GraphQL.newGraphQL(SchemaGenerator.createdMockedSchema("type Query { shop: String }"))
                .build();
        Requests requests = new Requests(broken, new StatementLog());

        assertThatThrownBy(() -> new Demo(requests, new Transcript(out)).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Queries that were not answered as they should be: 9");
    }

    @Test
    void serve_portIsTaken_takesAFreeOneAndSaysSo() {
        int taken = RunningQuickstart.port();

        try (WebServer server = RunningQuickstart.SERVICES.serve(out, taken)) {
            assertThat(server.port()).isNotEqualTo(taken);
            assertThat(printed())
                    .contains("Port " + taken + " is in use", "Open http://127.0.0.1:" + server.port() + "/");
        }
    }

    @Test
    void serve_otherMachines_cannotConnect() throws Exception {
        List<InetAddress> addresses = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        for (InetAddress address : addresses) {
            assertThatThrownBy(() -> connect(new InetSocketAddress(address, RunningQuickstart.port())))
                    .isInstanceOf(IOException.class);
        }
        connect(new InetSocketAddress("127.0.0.1", RunningQuickstart.port()));
    }

    @Test
    void options_given_areRead() {
        assertThat(Options.parse()).isEqualTo(new Options(8080, false));
        assertThat(Options.parse("--demo")).isEqualTo(new Options(8080, true));
        assertThat(Options.parse("--port=9090", "--demo")).isEqualTo(new Options(9090, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--port=", "--port=x", "--port=65536", "--port=-1"})
    void options_unknown_refusedWithUsage(String argument) {
        assertThatThrownBy(() -> Options.parse(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Options.USAGE);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void connect(InetSocketAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, 5_000);
        }
    }
}
