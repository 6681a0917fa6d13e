package quartier.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser without scripts: keeps cookies, follows redirects, sends forms with their hidden fields. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("name=\"idempotencyKey\" value=\"([^\"]*)\"");

    /** What came back, and from where after redirects. */
    public record Page(int status, String body, URI address, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String path() {
            return address.getPath();
        }

        public String idempotencyKey() {
            Matcher found = FIELD.matcher(body);
            return found.find() ? found.group(1) : "";
        }
    }

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;
    private final HttpClient unguided;
    private String language = "fr";

    Browser(int port) {
        base = "http://localhost:" + port;
        http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        unguided = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    public Browser preferring(String acceptLanguage) {
        language = acceptLanguage;
        return this;
    }

    public String base() {
        return base;
    }

    public Page get(String path) {
        return send(http, request(path).GET().build());
    }

    /** Without going where a redirect leads. */
    public Page stay(String path) {
        return send(unguided, request(path).GET().build());
    }

    /** Sends a form with the token of the page that is looked at; pairs of names and values. */
    public Page submit(Page page, String action, String... pairs) {
        Matcher token = CSRF.matcher(page.body());
        List<String> all = new ArrayList<>(List.of(pairs));
        if (token.find()) {
            all.addAll(List.of("_csrf", token.group(1)));
        }
        return send(http, form(action, all));
    }

    /** The same, without going where the answer leads. */
    public Page submitAndStay(Page page, String action, String... pairs) {
        Matcher token = CSRF.matcher(page.body());
        List<String> all = new ArrayList<>(List.of(pairs));
        if (token.find()) {
            all.addAll(List.of("_csrf", token.group(1)));
        }
        return send(unguided, form(action, all));
    }

    /** Sends a form with one text and a file, with the token of the page that is looked at, and stays. */
    public Page upload(Page page, String action, String name, String text, byte[] file) {
        Matcher token = CSRF.matcher(page.body());
        String boundary = "----quartier";
        String head = part(boundary, name) + text + "\r\n"
                + (token.find() ? part(boundary, "_csrf") + token.group(1) + "\r\n" : "")
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"photo.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n";
        byte[] first = head.getBytes(StandardCharsets.UTF_8);
        byte[] last = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[first.length + file.length + last.length];
        System.arraycopy(first, 0, body, 0, first.length);
        System.arraycopy(file, 0, body, first.length, file.length);
        System.arraycopy(last, 0, body, first.length + file.length, last.length);
        return send(
                unguided,
                request(action)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    private static String part(String boundary, String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
    }

    /** A form that some other site made. */
    public Page forge(String action, String... pairs) {
        return send(unguided, form(action, List.of(pairs)));
    }

    public Page call(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = request(path).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(unguided, request.build());
    }

    public Page call(String method, String path, String json, String... headers) {
        return call(method, path, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json), headers);
    }

    public boolean hasCookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .anyMatch(cookie ->
                        cookie.getName().equals(name) && !cookie.getValue().isEmpty());
    }

    /** As when the session's time is over. */
    public void forgetCookie(String name) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(URI.create(base), cookie));
    }

    private HttpRequest form(String action, List<String> pairs) {
        StringBuilder body = new StringBuilder();
        for (int pair = 0; pair + 1 < pairs.size(); pair += 2) {
            body.append(pair == 0 ? "" : "&")
                    .append(encode(pairs.get(pair)))
                    .append('=')
                    .append(encode(pairs.get(pair + 1)));
        }
        return request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", language);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Page send(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Page(response.statusCode(), response.body(), response.uri(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
