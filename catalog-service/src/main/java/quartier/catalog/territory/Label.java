package quartier.catalog.territory;

/** A text for readers, in both languages. */
public record Label(String fr, String en) {}
