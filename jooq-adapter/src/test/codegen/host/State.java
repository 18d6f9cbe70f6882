package host;

public enum State {
    OPEN,
    CLOSED
}
