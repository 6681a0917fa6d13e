package quartier.gateway.catalog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A name in both languages of the pages; French where the English one is missing. */
public record Words(@Nullable String fr, @Nullable String en) {

    public String in(Locale locale) {
        String wanted = "en".equals(locale.getLanguage()) ? en : fr;
        String any = fr == null ? en : fr;
        return wanted != null ? wanted : any == null ? "" : any;
    }
}
