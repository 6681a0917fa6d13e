package quartier.catalog.project;

/** @param latitude degrees, WGS 84
 * @param longitude degrees, WGS 84 */
public record Place(String label, double latitude, double longitude) {}
