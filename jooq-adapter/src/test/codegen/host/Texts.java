package host;

import java.util.List;
import org.jooq.impl.AbstractConverter;

/** An array as a list. */
public final class Texts extends AbstractConverter<String[], List<String>> {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings({"unchecked", "rawtypes"}) // the class of a generic type
    public Texts() {
        super(String[].class, (Class) List.class);
    }

    @Override
    public List<String> from(String[] stored) {
        return stored == null ? null : List.of(stored);
    }

    @Override
    public String[] to(List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }
}
