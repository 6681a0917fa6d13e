package quartier.gateway.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the pages that many look at without having signed in, for one second: what somebody pledges is seen within two.
 * Only what is the same for everybody is kept: who has a session is never answered from here, and a page that began one
 * (a form's token) is not stored. Behind it stands the whole chain, whose headers are kept with the page.
 */
final class PageCache extends OncePerRequestFilter {

    private static final int MOST_PAGES = 1_000;
    private static final int LARGEST = 512 * 1024;
    private static final int LONGEST_QUERY = 300;
    private static final String SESSION = "quartier";
    private static final Pattern LOOKED_AT =
            Pattern.compile("/|/[a-z][a-z0-9-]*|/projets/[a-z0-9-]+|/appels/[a-z0-9-]+");
    private static final Set<String> OF_ONE_ANSWER = Set.of(
            "date",
            "connection",
            "keep-alive",
            "transfer-encoding",
            "content-length",
            "cache-control",
            "pragma",
            "expires",
            "etag",
            "vary");

    private record Key(String host, String path, @Nullable String query, String language) {}

    private record Header(String name, String value) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stored(byte[] body, String etag, List<Header> headers, long atNanos) {
        boolean isYoungerThan(Duration age) {
            return System.nanoTime() - atNanos < age.toNanos();
        }
    }

    /** One page: who draws it lets the others wait, so that a crowd costs one drawing. */
    private static final class Slot {
        private final ReentrantLock drawing = new ReentrantLock();
        private volatile @Nullable Stored stored;
        private volatile long apartUntilNanos = System.nanoTime();

        @Nullable
        Stored youngerThan(Duration age) {
            Stored last = stored;
            return last != null && last.isYoungerThan(age) ? last : null;
        }

        boolean isApart() {
            return System.nanoTime() < apartUntilNanos;
        }
    }

    private final LocaleResolver languages;
    private final Map<Key, Slot> slots = new ConcurrentHashMap<>();
    private final Duration keptFor;

    PageCache(LocaleResolver languages, Duration keptFor) {
        this.keptFor = keptFor;
        this.languages = languages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String query = request.getQueryString();
        return !"GET".equals(request.getMethod())
                || !LOOKED_AT.matcher(request.getRequestURI()).matches()
                || (query != null && (query.length() > LONGEST_QUERY || query.contains("lang=")))
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || hasSession(request);
    }

    private static boolean hasSession(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(SESSION)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Slot slot = slot(request);
        Stored kept = slot == null ? null : slot.youngerThan(keptFor);
        if (kept != null) {
            answer(kept, request, response);
        } else if (slot == null || slot.isApart()) {
            chain.doFilter(request, response);
        } else {
            draw(slot, request, response, chain);
        }
    }

    private @Nullable Slot slot(HttpServletRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        var key = new Key(
                host == null ? "" : host,
                request.getRequestURI(),
                request.getQueryString(),
                languages.resolveLocale(request).getLanguage());
        Slot known = slots.get(key);
        if (known != null) {
            return known;
        }
        if (slots.size() >= MOST_PAGES) {
            slots.values().removeIf(slot -> slot.youngerThan(keptFor) == null);
        }
        return slots.size() >= MOST_PAGES ? null : slots.computeIfAbsent(key, none -> new Slot());
    }

    private void draw(Slot slot, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        slot.drawing.lock();
        try {
            Stored meanwhile = slot.youngerThan(keptFor);
            if (meanwhile != null) {
                answer(meanwhile, request, response);
                return;
            }
            // What it shows was read after this moment.
            long at = System.nanoTime();
            var drawn = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, drawn);
            if (isForEverybody(drawn)) {
                Stored made = stored(drawn, at);
                slot.stored = made;
                answer(made, request, response);
            } else {
                slot.apartUntilNanos = System.nanoTime() + keptFor.toNanos();
                drawn.copyBodyToResponse();
            }
        } finally {
            slot.drawing.unlock();
        }
    }

    private static boolean isForEverybody(ContentCachingResponseWrapper drawn) {
        String type = drawn.getContentType();
        return drawn.getStatus() == HttpServletResponse.SC_OK
                && !drawn.isCommitted()
                && type != null
                && MediaType.TEXT_HTML.isCompatibleWith(MediaType.parseMediaType(type))
                && drawn.getContentSize() <= LARGEST
                && drawn.getHeaders(HttpHeaders.SET_COOKIE).isEmpty();
    }

    private static Stored stored(ContentCachingResponseWrapper drawn, long at) {
        List<Header> headers = new ArrayList<>();
        for (String name : Set.copyOf(drawn.getHeaderNames())) {
            if (!OF_ONE_ANSWER.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                drawn.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
            }
        }
        byte[] body = drawn.getContentAsByteArray();
        return new Stored(body, etag(body), List.copyOf(headers), at);
    }

    /** A reader may keep the page, and asks each time whether it is still the same. */
    private static void answer(Stored page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        page.headers().forEach(header -> response.setHeader(header.name(), header.value()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.PRAGMA, null);
        response.setHeader(HttpHeaders.EXPIRES, null);
        response.setHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        response.setHeader(HttpHeaders.ETAG, page.etag());
        if (page.etag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentLength(page.body().length);
        response.getOutputStream().write(page.body());
    }

    private static String etag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
