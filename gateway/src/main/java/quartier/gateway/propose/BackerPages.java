package quartier.gateway.propose;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import quartier.gateway.call.Listing;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Rewards;
import quartier.gateway.page.Csv;
import quartier.gateway.page.Format;
import quartier.gateway.page.NoFrame;
import quartier.gateway.page.NotFound;
import quartier.gateway.pledge.CampaignPledge;
import quartier.gateway.pledge.Pledges;
import quartier.gateway.signin.Member;

/** Who backs a project, for its owner: each as they wish to be shown, with what they gave and what became of its reward. */
@Controller
class BackerPages {

    private static final int SHOWN = 50;
    private static final int IN_A_FILE = 100;
    private static final int MOST_CALLS = 1_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Catalog catalog;
    private final Pledges pledges;
    private final Rewards rewards;
    private final Parts parts;
    private final Format format;
    private final MessageSource messages;

    BackerPages(Catalog catalog, Pledges pledges, Rewards rewards, Parts parts, Format format, MessageSource messages) {
        this.catalog = catalog;
        this.pledges = pledges;
        this.rewards = rewards;
        this.parts = parts;
        this.format = format;
        this.messages = messages;
    }

    @GetMapping("/mes-projets/{id}/contributeurs")
    String list(
            @PathVariable String id,
            @RequestParam(name = "contrepartie", required = false) @Nullable String tier,
            @RequestParam(name = "nom", required = false) @Nullable String name,
            @RequestParam(name = "suite", required = false) @Nullable String cursor,
            Member member,
            Model model) {
        Project project = owned(id, member);
        Pledges.Wanted wanted = wanted(tier, name);
        var found = parts.start(() -> pledges.ofCampaign(member, id, wanted, cursor, SHOWN));
        var sheet = parts.start(() -> rewards.sheet(member, id));
        model.addAttribute("project", project);
        model.addAttribute("chosen", wanted.tier() == null ? "" : wanted.tier());
        model.addAttribute("name", wanted.name() == null ? "" : wanted.name());
        model.addAttribute("found", found.get());
        model.addAttribute("rewards", rewardsOf(project));
        model.addAttribute("delivery", delivery(sheet.get()));
        return "backers";
    }

    /** To take away: the same, for a spreadsheet. */
    @GetMapping("/mes-projets/{id}/contributeurs.csv")
    @NoFrame
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @RequestParam(name = "contrepartie", required = false) @Nullable String tier,
            @RequestParam(name = "nom", required = false) @Nullable String name,
            Member member,
            Locale locale) {
        Project project = owned(id, member);
        Pledges.Wanted wanted = wanted(tier, name);
        Map<String, String> delivery =
                delivery(parts.start(() -> rewards.sheet(member, id)).get());
        Map<String, String> rewardsOf = rewardsOf(project);
        Csv csv = header(locale);
        String cursor = null;
        for (int call = 0; call == 0 || cursor != null; call++) {
            if (call == MOST_CALLS) {
                throw new IllegalStateException("more pledges than a file holds: " + id);
            }
            Listing<CampaignPledge> page = pledges.ofCampaign(member, id, wanted, cursor, IN_A_FILE);
            page.items().forEach(pledge -> row(csv, pledge, rewardsOf, delivery));
            cursor = page.next();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(project.slug() + ".csv")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body((BYTE_ORDER_MARK + csv).getBytes(StandardCharsets.UTF_8));
    }

    private Csv header(Locale locale) {
        return new Csv()
                .row(
                        List.of("at", "name", "amount", "currency", "kind", "state", "reward", "delivery", "reference")
                                .stream()
                                .map(column -> messages.getMessage("money.backers." + column, null, locale))
                                .toArray());
    }

    private void row(Csv csv, CampaignPledge pledge, Map<String, String> rewardsOf, Map<String, String> delivery) {
        String state = delivery.get(pledge.pledge());
        csv.row(
                pledge.at(),
                pledge.name(),
                BigDecimal.valueOf(pledge.amount().amount(), 2),
                pledge.amount().currency(),
                format.word("money.backers.kind", pledge.kind()),
                format.word("pledgeState", pledge.state()),
                pledge.rewardWaived() || pledge.tier() == null ? null : rewardsOf.get(pledge.tier()),
                state == null ? null : format.word("rewardState", state),
                pledge.pledge());
    }

    /** A form sends its empty fields too. */
    private static Pledges.Wanted wanted(@Nullable String tier, @Nullable String name) {
        return new Pledges.Wanted(
                tier == null || tier.isEmpty() ? null : tier, name == null || name.isBlank() ? null : name.strip());
    }

    /** Its owner's alone: to everybody else the list is not there. */
    private Project owned(String id, Member member) {
        Project project = catalog.project(member, id);
        if (!project.isOwnedBy(member.id())) {
            throw new NotFound();
        }
        return project;
    }

    private static Map<String, String> rewardsOf(Project project) {
        Map<String, String> rewards = new LinkedHashMap<>();
        for (Project.Tier tier : project.tiers()) {
            if (tier.id() != null) {
                rewards.put(tier.id(), tier.reward() == null ? tier.id() : tier.reward());
            }
        }
        return rewards;
    }

    /** The state of each pledge's reward; none where it is not known now. */
    private static Map<String, String> delivery(Part<Rewards.Sheet> sheet) {
        Map<String, String> states = new HashMap<>();
        Rewards.Sheet known = sheet.getValue();
        if (known != null && known.delivering()) {
            known.items().forEach(line -> states.put(line.pledge(), line.state()));
        }
        return states;
    }
}
