package quartier.gateway.window;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Listing;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.call.ServiceUnavailable;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Calls;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Figures;
import quartier.gateway.catalog.FrontPage;
import quartier.gateway.catalog.Meetup;
import quartier.gateway.catalog.Meetups;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.ProjectSearch;
import quartier.gateway.catalog.ProjectsById;
import quartier.gateway.catalog.Sums;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.Structured;
import quartier.gateway.page.WindowHosts;
import quartier.gateway.signin.Viewer;

/** The front page of all territories, and the window of each. */
@Controller
class WindowPages {

    private static final int MOST = 100;
    private static final int MOST_LIVELY = 6;
    private static final int MOST_CALLS = 3;
    private static final int MOST_MEETUPS = 3;
    private static final int MOST_OF_A_CALL = 3;
    private static final Set<String> STATES =
            Set.of("live", "closing", "funded", "realised", "not_funded", "suspended", "cancelled");

    private final Catalog catalog;
    private final Calls calls;
    private final Meetups meetups;
    private final ProjectsById projects;
    private final Parts parts;
    private final Structured structured;
    private final WindowHosts hosts;

    WindowPages(
            Catalog catalog,
            Calls calls,
            Meetups meetups,
            ProjectsById projects,
            Parts parts,
            Structured structured,
            WindowHosts hosts) {
        this.catalog = catalog;
        this.calls = calls;
        this.meetups = meetups;
        this.projects = projects;
        this.parts = parts;
        this.structured = structured;
        this.hosts = hosts;
    }

    @GetMapping("/")
    String home(
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            @RequestParam(name = "connexion", required = false) @Nullable String signIn) {
        Optional<Territory> own = ofHost(request);
        if (own.isPresent()) {
            return window(own.get().id(), viewer, model, null, null, null, null, null, null);
        }
        Supplier<Part<List<Project>>> lively = parts.start(() -> catalog.nearlyThere(viewer, MOST_LIVELY));
        Supplier<Part<List<Territory>>> territories = parts.start(catalog::territories);
        Part<Sums> sums = parts.start(catalog::sums).get();
        model.addAttribute("signInRefused", "refusee".equals(signIn));
        model.addAttribute("lively", lively.get());
        model.addAttribute("figures", sums.map(Sums::everywhere));
        model.addAttribute("places", Place.all(territories.get().orElse(List.of()), sums));
        model.addAttribute("territoriesMissing", territories.get().isMissing());
        return "home";
    }

    /** Where nobody knows which window a host opens, it opens none. */
    private Optional<Territory> ofHost(HttpServletRequest request) {
        try {
            return hosts.at(request);
        } catch (ServiceUnavailable away) {
            return Optional.empty();
        }
    }

    @GetMapping("/{territory:[a-z][a-z0-9-]*}")
    String window(
            @PathVariable String territory,
            Viewer viewer,
            Model model,
            @RequestParam(name = "thematique", required = false) @Nullable String theme,
            @RequestParam(name = "quartier", required = false) @Nullable String district,
            @RequestParam(name = "etat", required = false) @Nullable String state,
            @RequestParam(name = "besoin", required = false) @Nullable String needKind,
            @RequestParam(name = "q", required = false) @Nullable String words,
            @RequestParam(name = "suite", required = false) @Nullable String cursor) {
        Territory window = catalog.territory(territory).orElseThrow(NotFound::new);
        var search = new ProjectSearch(
                territory,
                theme,
                district,
                state != null && STATES.contains(state) ? state : null,
                needKind,
                null,
                words,
                cursor,
                MOST);
        boolean narrowed = isNarrowed(search);
        Supplier<Part<Listing<Project>>> found =
                narrowed ? parts.start(() -> catalog.projects(viewer, search)) : Part::absent;
        Supplier<Part<List<CallForProjects>>> open =
                narrowed ? Part::absent : parts.start(() -> calls.reaching(territory, "open"));
        Supplier<Part<List<CallForProjects>>> choosing = narrowed
                ? Part::absent
                : parts.start(() -> calls.reaching(territory, "closed").stream()
                        .filter(CallForProjects::isChosenFrom)
                        .limit(MOST_CALLS)
                        .toList());
        Supplier<Part<List<Meetup>>> meeting =
                narrowed ? Part::absent : parts.start(() -> meetups.coming(viewer, territory));
        Supplier<Part<FrontPage>> front =
                narrowed ? Part::absent : parts.start(() -> meetups.frontPage(Bearer.none(), territory));
        Supplier<Part<Figures>> figures = parts.start(() -> catalog.figures(territory));
        Part<Listing<Project>> newest = parts.start(
                        () -> catalog.projects(viewer, ProjectSearch.in(territory, null, MOST)))
                .get();
        Part<List<Project>> all = newest.map(Listing::items);
        model.addAttribute("window", window);
        model.addAttribute("feed", "/fil/territoires/" + window.id() + ".atom");
        model.addAttribute("structured", structured.territory(window));
        model.addAttribute("search", search);
        model.addAttribute("narrowed", narrowed);
        model.addAttribute("found", found.get());
        model.addAttribute("all", all);
        model.addAttribute(
                "more", newest.getValue() != null && newest.getValue().next() != null);
        model.addAttribute("figures", figures.get());
        model.addAttribute("calls", answered(open.get().orElse(List.of()), viewer));
        model.addAttribute("callsMissing", open.get().isMissing());
        model.addAttribute("choosing", choosing.get().orElse(List.of()));
        model.addAttribute(
                "meetups",
                meeting.get().orElse(List.of()).stream().limit(MOST_MEETUPS).toList());
        model.addAttribute("front", Front.of(front.get(), liked(front.get(), all.orElse(List.of()), viewer)));
        model.addAttribute("shelf", Shelf.of(all.orElse(List.of())));
        model.addAttribute("neighbours", neighbours(window));
        model.addAttribute("inside", inside(window));
        return "window";
    }

    /** Those that the staff like, by their ids; most of them are among the newest, and the others are asked for. */
    private Map<String, Project> liked(Part<FrontPage> front, List<Project> newest, Viewer viewer) {
        FrontPage page = front.getValue();
        if (page == null || page.picks().isEmpty()) {
            return Map.of();
        }
        Map<String, Project> known = newest.stream()
                .collect(Collectors.toMap(Project::id, Function.identity(), (one, same) -> one, HashMap::new));
        known.putAll(projects.of(
                viewer, page.picks().stream().map(FrontPage.Pick::project).filter(id -> !known.containsKey(id))));
        return known;
    }

    /** Each call with the newest of its projects, from whatever city they come. */
    private List<Answered> answered(List<CallForProjects> open, Viewer viewer) {
        List<Supplier<Answered>> asked = open.stream()
                .limit(MOST_CALLS)
                .map(call -> {
                    var search = ProjectSearch.answering(call.id(), null, MOST_OF_A_CALL);
                    var projects =
                            parts.start(() -> catalog.projects(viewer, search).items());
                    return (Supplier<Answered>) () -> new Answered(call, projects.get());
                })
                .toList();
        return asked.stream().map(Supplier::get).toList();
    }

    private static boolean isNarrowed(ProjectSearch search) {
        return java.util.stream.Stream.of(
                        search.theme(),
                        search.district(),
                        search.state(),
                        search.needKind(),
                        search.q(),
                        search.cursor())
                .anyMatch(value -> value != null && !value.isBlank());
    }

    private List<Territory> neighbours(Territory window) {
        return catalog.territories().stream()
                .filter(other -> other.parent() != null
                        && other.parent().equals(window.parent())
                        && !other.id().equals(window.id()))
                .toList();
    }

    private List<Territory> inside(Territory window) {
        return catalog.territories().stream()
                .filter(other -> window.id().equals(other.parent()))
                .toList();
    }
}
