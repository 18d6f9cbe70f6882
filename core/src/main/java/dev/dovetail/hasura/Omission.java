package dev.dovetail.hasura;

/**
 * Something in Hasura's metadata that is not taken over, or only with a difference.
 *
 * @param place the file, and where in it
 * @param reason why, and what to do instead
 */
public record Omission(String place, String reason) {

    @Override
    public String toString() {
        return place + ": " + reason;
    }
}
