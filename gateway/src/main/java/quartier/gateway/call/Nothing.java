package quartier.gateway.call;

/** The value of an answer whose body nobody reads. */
public record Nothing() {}
