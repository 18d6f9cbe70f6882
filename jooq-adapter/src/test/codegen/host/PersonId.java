package host;

public record PersonId(Long value) {}
