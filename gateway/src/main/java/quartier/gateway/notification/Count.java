package quartier.gateway.notification;

/** How many there are. */
public record Count(int count) {}
