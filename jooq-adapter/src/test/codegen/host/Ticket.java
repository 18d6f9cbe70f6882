package host;

import java.util.UUID;

public record Ticket(UUID id) {}
