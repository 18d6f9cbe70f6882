package dev.dovetail.examples.benchmarks.request;

/** What a request joins; the number of the action's rows is its variable {@code rows}. */
public enum Shape {
    OBJECT("object", "ranking(rows: $rows) { rank user { id name email city age } }"),
    CHILDREN("10 children", "ranking(rows: $rows) { rank orders { id status total quantity } }"),
    TOP_3("top 3 of 1,000", "forums(rows: $rows) { forumId posts(limit: 3) { id title score createdAt } }"),
    LEVELS(
            "3 levels",
            "ranking(rows: $rows) { rank user { name orders { id status items { product quantity price } } } }"),
    COMPOSITE("uuid + text key", "shelves(rows: $rows) { sku stock { quantity reserved price bin } }"),
    AGGREGATES(
            "aggregates",
            "ranking(rows: $rows) { rank ordersAggregate { aggregate { count sum { total } max { quantity } } } }"),
    SIBLINGS(
            "3 side by side",
            "ranking(rows: $rows) { rank user { name } orders { id status }"
                    + " ordersAggregate { aggregate { count sum { total } } } }"),
    THIRTY_COLUMNS("3 of 30 columns", "sensors(rows: $rows) { device { name model amountA } }"),
    WIDE(
            "10,000 rows of 10 columns",
            "reports(rows: $rows) { reportId lines { id account partner booked amount currency quantity rate settled"
                    + " createdAt } }");

    private final String title;
    private final String query;

    Shape(String title, String selection) {
        this.title = title;
        this.query = "query($rows: Int!) { " + selection + " }";
    }

    /** What tables and charts call it. */
    public String title() {
        return title;
    }

    /** The text of the request. */
    public String query() {
        return query;
    }
}
