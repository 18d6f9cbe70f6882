package dev.dovetail.examples.sidebyside;

import java.util.List;

/** What the query {@code topCustomers} answers, as another service knows customers: by their ids. */
public record Customer(int userId) {

    /** All of them, and one without orders. */
    public static List<Customer> top() {
        return List.of(new Customer(1), new Customer(2), new Customer(3));
    }
}
