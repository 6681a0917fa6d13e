package quartier.catalog.territory.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.catalog.territory.Brand;
import quartier.catalog.territory.Label;
import quartier.catalog.territory.Window;
import quartier.catalog.territory.web.TerritoryRequest.LabelJson;
import quartier.platform.web.Problem;

/** A window as it is read and written. */
record WindowJson(
        @Nullable List<String> hosts,
        @Nullable List<String> languages,
        @Nullable BrandJson brand,
        @Nullable LabelJson legalNotices,
        @Nullable LabelJson accessibility) {

    record BrandJson(
            @Nullable String name,
            @Nullable String colour,
            @Nullable String textColour,
            @Nullable String logo,
            @Nullable String logoAlternative,
            @Nullable String partner) {}

    static WindowJson of(Window window) {
        Brand brand = window.brand();
        return new WindowJson(
                window.hosts(),
                window.languages(),
                brand == null
                        ? null
                        : new BrandJson(
                                brand.name(),
                                brand.colour(),
                                brand.textColour(),
                                brand.logo(),
                                brand.logoAlternative(),
                                brand.partner()),
                label(window.legalNotices()),
                label(window.accessibility()));
    }

    void missing(List<Problem.Field> missing) {
        if (brand != null) {
            TerritoryRequest.need(missing, "window.brand.colour", brand.colour());
            TerritoryRequest.need(missing, "window.brand.textColour", brand.textColour());
        }
        if (legalNotices != null) {
            TerritoryRequest.need(missing, "window.legalNotices.fr", legalNotices.fr());
        }
        if (accessibility != null) {
            TerritoryRequest.need(missing, "window.accessibility.fr", accessibility.fr());
        }
    }

    /** Whose fields are all there. */
    Window window() {
        return new Window(
                Objects.requireNonNullElse(hosts, List.of()),
                Objects.requireNonNullElse(languages, List.of()),
                brand == null ? null : brand(brand),
                label(legalNotices),
                label(accessibility));
    }

    private static Brand brand(BrandJson brand) {
        return new Brand(
                brand.name(),
                TerritoryRequest.there(brand.colour()),
                TerritoryRequest.there(brand.textColour()),
                brand.logo(),
                brand.logoAlternative(),
                brand.partner());
    }

    private static @Nullable LabelJson label(@Nullable Label label) {
        return label == null ? null : new LabelJson(label.fr(), label.en());
    }

    /** French where the English text is left out. */
    private static @Nullable Label label(@Nullable LabelJson label) {
        if (label == null) {
            return null;
        }
        String fr = TerritoryRequest.there(label.fr());
        return new Label(fr, Objects.requireNonNullElse(label.en(), fr));
    }
}
