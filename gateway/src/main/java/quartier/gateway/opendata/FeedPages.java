package quartier.gateway.opendata;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import quartier.gateway.catalog.Atlas;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.ProjectUpdate;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.NoFrame;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.PublicAddress;
import quartier.gateway.page.TerritoryNames;

/** Atom for each territory, theme and project. */
@Controller
class FeedPages {

    private static final String ATOM = "application/atom+xml;charset=UTF-8";
    private static final int ENTRIES = 50;

    private final Atlas atlas;
    private final Catalog catalog;
    private final TerritoryNames names;
    private final PublicAddress here;
    private final MessageSource messages;

    FeedPages(Atlas atlas, Catalog catalog, TerritoryNames names, PublicAddress here, MessageSource messages) {
        this.atlas = atlas;
        this.catalog = catalog;
        this.names = names;
        this.here = here;
        this.messages = messages;
    }

    @GetMapping("/fil/territoires/{id}.atom")
    @NoFrame
    ResponseEntity<byte[]> ofTerritory(@PathVariable String id, Locale locale) {
        Territory territory = catalog.territory(id).orElseThrow(NotFound::new);
        return answer(new Feed(
                here.of("/fil/territoires/{id}.atom", id),
                title(territory.name(locale), locale),
                here.of("/{id}", id),
                here.of("/fil/territoires/{id}.atom", id),
                projects(atlas.newest(id, null, ENTRIES))));
    }

    @GetMapping("/fil/thematiques/{id}.atom")
    @NoFrame
    ResponseEntity<byte[]> ofTheme(@PathVariable String id, Locale locale) {
        boolean known = catalog.territories().stream()
                .flatMap(territory -> territory.themes().stream())
                .anyMatch(theme -> theme.id().equals(id));
        if (!known) {
            throw new NotFound();
        }
        return answer(new Feed(
                here.of("/fil/thematiques/{id}.atom", id),
                title(names.theme(id), locale),
                here.of("/explorer") + "?thematique=" + id,
                here.of("/fil/thematiques/{id}.atom", id),
                projects(atlas.newest(null, id, ENTRIES))));
    }

    @GetMapping("/fil/projets/{slug}.atom")
    @NoFrame
    ResponseEntity<byte[]> ofProject(@PathVariable String slug, Locale locale) {
        Project project = atlas.bySlug(slug);
        String page = here.of("/projets/{slug}", project.slug());
        List<Feed.Entry> news = atlas.updates(project.id()).stream()
                .map(update -> entry(update, project, page))
                .toList();
        return answer(new Feed(
                "urn:quartier:project:" + project.id(),
                title(project.titleOrSlug(), locale),
                page,
                here.of("/fil/projets/{slug}.atom", project.slug()),
                news));
    }

    private List<Feed.Entry> projects(List<Project> projects) {
        return projects.stream()
                .map(project -> new Feed.Entry(
                        "urn:quartier:project:" + project.id(),
                        project.titleOrSlug(),
                        here.of("/projets/{slug}", project.slug()),
                        when(project.launchedAt()),
                        project.pitch(),
                        null))
                .toList();
    }

    private static Feed.Entry entry(ProjectUpdate update, Project project, String page) {
        return new Feed.Entry(
                "urn:quartier:project:" + project.id() + ":update:" + update.id(),
                update.title(),
                page + "#actualites",
                when(update.at()),
                null,
                update.html());
    }

    private static Instant when(@Nullable Instant told) {
        return Objects.requireNonNullElse(told, Instant.EPOCH);
    }

    private String title(String name, Locale locale) {
        return Objects.requireNonNull(messages.getMessage("feed.title", new Object[] {name}, locale));
    }

    private static ResponseEntity<byte[]> answer(Feed feed) {
        return Validated.document(ATOM, feed.xml());
    }
}
