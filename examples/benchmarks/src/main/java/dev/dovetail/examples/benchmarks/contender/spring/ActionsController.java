package dev.dovetail.examples.benchmarks.contender.spring;

import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.examples.benchmarks.request.Actions.ForumKey;
import dev.dovetail.examples.benchmarks.request.Actions.Ranked;
import dev.dovetail.examples.benchmarks.request.Actions.Report;
import dev.dovetail.examples.benchmarks.request.Actions.Sensor;
import dev.dovetail.examples.benchmarks.request.Actions.Shelf;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The actions. */
@Controller
class ActionsController {

    @QueryMapping
    List<Ranked> ranking(@Argument int rows) {
        return Actions.ranking(rows);
    }

    @QueryMapping
    List<ForumKey> forums(@Argument int rows) {
        return Actions.forums(rows);
    }

    @QueryMapping
    List<Shelf> shelves(@Argument int rows) {
        return Actions.shelves(rows);
    }

    @QueryMapping
    List<Sensor> sensors(@Argument int rows) {
        return Actions.sensors(rows);
    }

    @QueryMapping
    List<Report> reports(@Argument int rows) {
        return Actions.reports(rows);
    }
}
