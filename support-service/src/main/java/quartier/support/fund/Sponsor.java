package quartier.support.fund;

/** The organisation whose money it is. */
public record Sponsor(String id, String name, boolean isPublic) {}
