package quartier.catalog.territory;

/** @param id stable, for example {@code lien-social} */
public record Theme(String id, String fr, String en) {}
