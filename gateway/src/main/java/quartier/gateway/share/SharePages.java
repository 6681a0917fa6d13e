package quartier.gateway.share;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;
import quartier.gateway.catalog.Atlas;
import quartier.gateway.catalog.Project;
import quartier.gateway.page.Format;
import quartier.gateway.page.NoFrame;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.PublicAddress;
import quartier.gateway.page.TerritoryNames;

/**
 * What carries a project elsewhere: a picture, a widget, an embed, a poster. Each is asked for in nobody's name, so that
 * what is not public cannot leave by it, whoever asks.
 */
@Controller
class SharePages {

    static final int WIDGET_WIDTH = 360;
    static final int WIDGET_HEIGHT = 420;
    private static final int SMALLEST = 240;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Pattern PROJECT = Pattern.compile("/projets/([a-z0-9-]{1,200})/?");

    private final Atlas atlas;
    private final PublicAddress here;
    private final Format format;
    private final TerritoryNames territories;
    private final MessageSource messages;
    private final Pictures pictures;
    private final Poster poster;

    SharePages(
            Atlas atlas,
            PublicAddress here,
            Format format,
            TerritoryNames territories,
            MessageSource messages,
            Pictures pictures) {
        this.atlas = atlas;
        this.here = here;
        this.format = format;
        this.territories = territories;
        this.messages = messages;
        this.pictures = pictures;
        this.poster = new Poster(pictures.letters());
    }

    @GetMapping(value = "/projets/{slug}/image.png", produces = MediaType.IMAGE_PNG_VALUE)
    @NoFrame
    ResponseEntity<byte[]> picture(@PathVariable String slug, Locale locale) {
        Project project = atlas.bySlug(slug);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(pictures.of(project, place(project), figures(project, locale)));
    }

    @GetMapping(value = "/projets/{slug}/affiche.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @NoFrame
    ResponseEntity<byte[]> poster(@PathVariable String slug, Locale locale) {
        Project project = atlas.bySlug(slug);
        byte[] sheet = poster.print(new Poster.Text(
                project.titleOrSlug(),
                project.pitch() == null ? "" : project.pitch(),
                place(project),
                messages.getMessage("share.scan", null, locale),
                address(project),
                locale.getLanguage()));
        return ResponseEntity.ok()
                .header("Content-Disposition", "inline; filename=\"" + project.slug() + ".pdf\"")
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(sheet);
    }

    @GetMapping("/projets/{slug}/encart")
    String widget(@PathVariable String slug, Model model, Locale locale) {
        Project project = atlas.bySlug(slug);
        model.addAttribute("project", project);
        model.addAttribute("address", address(project));
        model.addAttribute("lang", locale.getLanguage());
        return "widget";
    }

    /** As oembed.com says: 404 for what is not ours or not public, 501 for another form than JSON. */
    @GetMapping(value = "/oembed", produces = MediaType.APPLICATION_JSON_VALUE)
    @NoFrame
    ResponseEntity<Map<String, Object>> oembed(
            @RequestParam String url,
            @RequestParam(name = "format", required = false) @Nullable String wanted,
            @RequestParam(required = false) @Nullable Integer maxwidth,
            @RequestParam(required = false) @Nullable Integer maxheight) {
        if (wanted != null && !wanted.equals("json")) {
            throw new ResponseStatusException(HttpStatus.NOT_IMPLEMENTED);
        }
        Project project = atlas.bySlug(slug(url).orElseThrow(NotFound::new));
        int width = within(WIDGET_WIDTH, maxwidth);
        int height = within(WIDGET_HEIGHT, maxheight);
        String frame = here.of("/projets/{slug}/encart", project.slug());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", "1.0");
        answer.put("type", "rich");
        answer.put("title", project.titleOrSlug());
        answer.put("provider_name", "Quartier");
        answer.put("provider_url", here.of("/"));
        answer.put("cache_age", KEPT.toSeconds());
        answer.put("thumbnail_url", here.of("/projets/{slug}/image.png", project.slug()));
        answer.put("thumbnail_width", SharePicture.WIDTH);
        answer.put("thumbnail_height", SharePicture.HEIGHT);
        answer.put(
                "html",
                "<iframe src=\"%s\" width=\"%d\" height=\"%d\" title=\"%s\" loading=\"lazy\"></iframe>"
                        .formatted(frame, width, height, HtmlUtils.htmlEscape(project.titleOrSlug())));
        answer.put("width", width);
        answer.put("height", height);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(answer);
    }

    private static int within(int usual, @Nullable Integer most) {
        return most == null ? usual : Math.clamp(most, SMALLEST, usual);
    }

    private Optional<String> slug(String url) {
        try {
            URI address = new URI(url);
            Matcher path = PROJECT.matcher(address.getPath() == null ? "" : address.getPath());
            boolean ours = address.getScheme() != null && address.getHost() != null && here.isOurs(address);
            return ours && path.matches() ? Optional.of(path.group(1)) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private String address(Project project) {
        return here.of("/projets/{slug}", project.slug());
    }

    private String place(Project project) {
        String city = territories.name(project.territory());
        return project.district() == null ? city : city + " · " + project.district();
    }

    private String figures(Project project, Locale locale) {
        var totals = project.totalsOrNothing();
        String of = messages.getMessage("card.of", new Object[] {format.money(project.goalOrNothing())}, locale);
        return format.money(totals.collected()) + " " + of + " · " + format.percent(totals.percent());
    }
}
