package dev.dovetail.examples.sidebyside.bydgs;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsQuery;
import dev.dovetail.examples.sidebyside.Customer;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application of DGS. */
@SpringBootApplication
@DgsComponent
public class WithDgs {

    @DgsQuery
    public List<Customer> topCustomers() {
        return Customer.top();
    }
}
