package quartier.gateway.city;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a territory says of itself and of its window, as it was typed. Lists are one entry a line. */
record SettingsForm(
        @Nullable String nameFr,
        @Nullable String nameEn,
        @Nullable String inseeCode,
        @Nullable String population,
        @Nullable String lat,
        @Nullable String lon,
        @Nullable String outline,
        @Nullable String districts,
        @Nullable String operatorName,
        @Nullable String orias,
        @Nullable String hosts,
        @Nullable String languages,
        @Nullable String brandName,
        @Nullable String colour,
        @Nullable String textColour,
        @Nullable String partner,
        @Nullable String legalFr,
        @Nullable String legalEn,
        @Nullable String accessibilityFr,
        @Nullable String accessibilityEn,
        @Nullable String version) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the territory says now, without what it inherits. */
    static SettingsForm of(ObjectNode own, long version) {
        return new SettingsForm(
                text(own, "/name/fr"),
                text(own, "/name/en"),
                text(own, "/inseeCode"),
                text(own, "/population"),
                text(own, "/centre/lat"),
                text(own, "/centre/lon"),
                own.path("outline").isMissingNode() ? "" : own.path("outline").toString(),
                lines(own.path("districts")),
                text(own, "/operatorName"),
                text(own, "/orias"),
                lines(own.at("/window/hosts")),
                String.join(" ", list(own.at("/window/languages"))),
                text(own, "/window/brand/name"),
                text(own, "/window/brand/colour"),
                text(own, "/window/brand/textColour"),
                text(own, "/window/brand/partner"),
                text(own, "/window/legalNotices/fr"),
                text(own, "/window/legalNotices/en"),
                text(own, "/window/accessibility/fr"),
                text(own, "/window/accessibility/en"),
                String.valueOf(version));
    }

    long versionOrZero() {
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }

    /** The message key of what cannot be read at all. */
    Optional<String> unreadable() {
        if (given(outline) && polygon().isEmpty()) {
            return Optional.of("city.wrong.outline");
        }
        boolean numbers = isNumber(population) && isNumber(lat) && isNumber(lon);
        return numbers ? Optional.empty() : Optional.of("city.wrong.number");
    }

    /** What the territory said before, changed by what was typed; what no field stands for stays. */
    ObjectNode body(ObjectNode own) {
        ObjectNode body = own.deepCopy();
        put(body.putObject("name"), "fr", nameFr);
        put((ObjectNode) body.path("name"), "en", given(nameEn) ? nameEn : nameFr);
        put(body, "inseeCode", inseeCode);
        put(body, "operatorName", operatorName);
        put(body, "orias", orias);
        body.remove(List.of("population", "centre", "outline", "window"));
        if (population != null && given(population)) {
            body.put("population", Integer.parseInt(population.replaceAll("\\s", "")));
        }
        if (lat != null && lon != null && given(lat) && given(lon)) {
            body.putObject("centre").put("lat", degrees(lat)).put("lon", degrees(lon));
        }
        polygon().ifPresent(polygon -> body.set("outline", polygon));
        lines(body.putArray("districts"), districts, "\\R");
        window(body.putObject("window"), own.at("/window/brand"));
        return body;
    }

    /** @param said the brand as it was: its logo is sent by a form of its own */
    private void window(ObjectNode window, JsonNode said) {
        lines(window.putArray("hosts"), hosts, "\\s+");
        lines(window.putArray("languages"), languages, "[\\s,]+");
        if (given(colour) || given(textColour) || given(brandName)) {
            ObjectNode brand = window.putObject("brand");
            put(brand, "name", brandName);
            put(brand, "colour", colour);
            put(brand, "textColour", textColour);
            put(brand, "logo", said.path("logo").asString(""));
            put(brand, "logoAlternative", said.path("logoAlternative").asString(""));
            put(brand, "partner", partner);
        }
        words(window, "legalNotices", legalFr, legalEn);
        words(window, "accessibility", accessibilityFr, accessibilityEn);
    }

    private Optional<JsonNode> polygon() {
        if (outline == null || !given(outline)) {
            return Optional.empty();
        }
        try {
            JsonNode read = JSON.readTree(outline);
            return read.path("type").asString("").equals("Polygon") ? Optional.of(read) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static void words(ObjectNode window, String field, @Nullable String fr, @Nullable String en) {
        if (given(fr)) {
            ObjectNode words = window.putObject(field);
            put(words, "fr", fr);
            put(words, "en", given(en) ? en : fr);
        }
    }

    private static boolean isNumber(@Nullable String typed) {
        return typed == null
                || !given(typed)
                || typed.strip().matches("-?[\\d\\s\\u00a0\\u202f]{1,11}([.,]\\d{1,12})?");
    }

    private static double degrees(String typed) {
        return Double.parseDouble(typed.strip().replace(',', '.'));
    }

    private static boolean given(@Nullable String typed) {
        return typed != null && !typed.isBlank();
    }

    private static void put(ObjectNode into, String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            into.remove(field);
        } else {
            into.put(field, typed.strip());
        }
    }

    private static void lines(ArrayNode into, @Nullable String typed, String separator) {
        if (typed != null) {
            for (String line : typed.strip().split(separator, -1)) {
                if (!line.isBlank()) {
                    into.add(line.strip());
                }
            }
        }
    }

    private static String text(ObjectNode own, String pointer) {
        return own.at(pointer).asString("");
    }

    private static String lines(JsonNode list) {
        return String.join("\n", list(list));
    }

    private static List<String> list(JsonNode list) {
        return list.valueStream().map(entry -> entry.asString("")).toList();
    }
}
