package quartier.gateway.city;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The logo that a territory shows itself; a window without one shows that of the territory above.
 *
 * @param possible whether the window has colours of its own, which a logo stands beside
 * @param address empty where there is none
 */
record Logo(boolean possible, String address, String alternative) {

    static Logo of(ObjectNode own) {
        JsonNode brand = own.at("/window/brand");
        return new Logo(
                brand.isObject(),
                brand.path("logo").asString(""),
                brand.path("logoAlternative").asString(""));
    }

    public boolean isShown() {
        return !address.isEmpty();
    }
}
