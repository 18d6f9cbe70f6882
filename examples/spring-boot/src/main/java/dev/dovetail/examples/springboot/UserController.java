package dev.dovetail.examples.springboot;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields that Spring answers. What is joined to them is declared in {@link DovetailConfiguration}. */
@Controller
class UserController {

    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    @QueryMapping
    List<UserOutput> users(@Argument List<String> ids) {
        return ids.stream().map(UserOutput::new).toList();
    }

    @MutationMapping
    UserOutput createUser(@Argument String name) {
        return new UserOutput(users.create(name).toString());
    }

    /** A field of the application's own on the type of a table. The row is a map. */
    @SchemaMapping(typeName = "User")
    String initials(Map<String, Object> row) {
        return String.valueOf(row.get("name")).substring(0, 1);
    }
}
