package host;

import org.jooq.impl.AbstractConverter;

public final class YesNo extends AbstractConverter<String, Boolean> {

    private static final long serialVersionUID = 1L;

    public YesNo() {
        super(String.class, Boolean.class);
    }

    @Override
    public Boolean from(String stored) {
        if (stored == null) {
            return null;
        }
        return switch (stored) {
            case "Y" -> true;
            case "N" -> false;
            default -> throw new IllegalArgumentException("Neither Y nor N: " + stored);
        };
    }

    @Override
    public String to(Boolean yes) {
        return yes == null ? null : yes ? "Y" : "N";
    }
}
