package quartier.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** French, unless {@code ?lang=en} said otherwise once (a cookie remembers) or the browser prefers English. */
final class PageLanguage extends CookieLocaleResolver implements HandlerInterceptor {

    static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    PageLanguage() {
        super("langue");
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setRejectInvalidCookies(false);
        setDefaultLocaleFunction(PageLanguage::preferred);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && request.getQueryString().contains("lang=")) {
            known(request.getParameter("lang")).ifPresent(locale -> setLocale(request, response, locale));
        }
        return true;
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String cookie) {
        return known(cookie).orElse(null);
    }

    private static Optional<Locale> known(@Nullable String language) {
        return LANGUAGES.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static Locale preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.FRENCH;
        }
        for (Locale asked : java.util.Collections.list(request.getLocales())) {
            Optional<Locale> known = known(asked.getLanguage());
            if (known.isPresent()) {
                return known.get();
            }
        }
        return Locale.FRENCH;
    }
}
