package quartier.catalog.territory;

/** @param lat degrees, WGS 84
 * @param lon degrees, WGS 84 */
public record Centre(double lat, double lon) {}
