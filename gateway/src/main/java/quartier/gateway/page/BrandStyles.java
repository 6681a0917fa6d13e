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

    private static final String PAPER = "#fbf5ea";
    private static final String BLACK = "#000000";

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
        String colour = brand == null ? null : brand.colour();
        String textColour = brand == null ? null : brand.textColour();
        if (colour == null || !isColour(colour) || !isColour(textColour)) {
            return "";
        }
        return ":root, [data-territory] { --brick: %1$s; --brick-dark: %2$s; --brand: %1$s; --brand-soft: %3$s; --brick-line: %4$s; }%n"
                        .formatted(colour, mixed(colour, BLACK, 25), mixed(colour, PAPER, 90), mixed(colour, PAPER, 50))
                + ".button:not(.ghost):not(.danger), .button:not(.ghost):not(.danger):hover { color: %s; }%n"
                        .formatted(textColour);
    }

    /**
     * A colour and so many percent of another. What is readable on paper is all the more so when it is darker; and on
     * the palest tint of any such colour, ink and its softer kind can be read.
     */
    private static String mixed(String colour, String other, int percent) {
        var mixed = new StringBuilder("#");
        for (int at = 1; at < colour.length(); at += 2) {
            int own = Integer.parseInt(colour.substring(at, at + 2), 16);
            int added = Integer.parseInt(other.substring(at, at + 2), 16);
            mixed.append("%02x".formatted((own * (100 - percent) + added * percent) / 100));
        }
        return mixed.toString();
    }

    private static boolean isColour(@Nullable String text) {
        return text != null && COLOUR.matcher(text).matches();
    }
}
