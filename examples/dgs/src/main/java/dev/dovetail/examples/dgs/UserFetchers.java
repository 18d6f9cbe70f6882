package dev.dovetail.examples.dgs;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import java.util.Map;

/** The fields that DGS answers. What is joined to them is declared in {@link DovetailConfiguration}. */
@DgsComponent
public class UserFetchers {

    private final Users users;

    UserFetchers(Users users) {
        this.users = users;
    }

    @DgsQuery
    public List<UserOutput> users(@InputArgument List<String> ids) {
        return ids.stream().map(UserOutput::new).toList();
    }

    @DgsMutation
    public UserOutput createUser(@InputArgument String name) {
        return new UserOutput(users.create(name).toString());
    }

    /** A field of the application's own on the type of a table. The row is a map. */
    @DgsData(parentType = "User")
    public String initials(DgsDataFetchingEnvironment environment) {
        Map<String, Object> row = environment.getSourceOrThrow();
        return String.valueOf(row.get("name")).substring(0, 1);
    }
}
