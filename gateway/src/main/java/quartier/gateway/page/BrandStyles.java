package quartier.gateway.page;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Territory;

/** A territory's colours as a stylesheet of its own: the content policy allows no style within a page. */
@Controller
class BrandStyles {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private final Catalog catalog;

    BrandStyles(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/marques/{territory}.css")
    @NoFrame
    ResponseEntity<String> style(@PathVariable String territory) {
        Territory.Brand brand =
                catalog.territory(territory).map(Territory::brand).orElse(null);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css"))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(css(brand));
    }

    /** The catalog has checked that both colours can be read; here only that they are colours. */
    static String css(Territory.@Nullable Brand brand) {
        if (brand == null || !isColour(brand.colour()) || !isColour(brand.textColour())) {
            return "";
        }
        return ":root, [data-territory] { --brick: %1$s; --brick-dark: %1$s; --brand: %1$s; }%n"
                        .formatted(brand.colour())
                + ".button:not(.ghost):not(.danger), .button:not(.ghost):not(.danger):hover { color: %s; }%n"
                        .formatted(brand.textColour());
    }

    private static boolean isColour(@Nullable String text) {
        return text != null && COLOUR.matcher(text).matches();
    }
}
