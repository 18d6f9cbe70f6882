package dev.dovetail.examples.sidebyside.bydovetail;

import dev.dovetail.examples.sidebyside.Customer;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** An application of Spring for GraphQL alone. */
@SpringBootApplication(
        excludeName = {
            "com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration",
            "com.netflix.graphql.dgs.apq.DgsAPQSupportAutoConfiguration"
        })
@Controller
public class WithDovetail {

    @QueryMapping
    List<Customer> topCustomers() {
        return Customer.top();
    }
}
