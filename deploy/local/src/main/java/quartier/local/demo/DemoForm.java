package quartier.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What an owner types into the form. */
final class DemoForm {

    private static final int HELPING_HANDS = 5;

    private DemoForm() {}

    static Map<String, Object> money(long euros) {
        return Map.of("amount", euros * 100, "currency", "EUR");
    }

    static Map<String, Object> of(DemoProject project, LocalDate today) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("territory", project.territory());
        form.put("title", project.title());
        form.put("pitch", capitalised(project.pitch()) + ".");
        form.put("story", story(project));
        form.put("district", project.district());
        form.put("place", Map.of("label", project.district(), "lat", project.latitude(), "lon", project.longitude()));
        form.put("theme", project.theme());
        form.put("ownerKind", project.ownerKind());
        form.put("goal", money(project.goalEuros()));
        form.put("stretchGoals", List.of(money(project.stretchGoalEuros())));
        form.put("durationDays", project.durationDays());
        form.put("otherFunding", otherFunding(project));
        form.put(
                "tiers",
                tiers(
                        project,
                        YearMonth.from(today.plusDays(project.durationDays())).plusMonths(2)));
        form.put("needs", needs(project));
        if (project.ownerKind().equals("public_body")) {
            form.put(
                    "publicBody",
                    Map.of(
                            "mandateReference", "Convention de mandat 2026-041",
                            "mandateDate", today.minusMonths(2).toString(),
                            "accountantApproval", "Avis conforme du comptable public, 2026-118",
                            "beyondMission", "Rien n’y oblige : les habitants l’ont demandé et y participent."));
        }
        return form;
    }

    /** As a draft that its owner has only begun. */
    static Map<String, Object> begun(DemoProject project, LocalDate today) {
        Map<String, Object> form = new LinkedHashMap<>(of(project, today));
        form.remove("story");
        form.put("tiers", List.of());
        return form;
    }

    private static List<Map<String, Object>> otherFunding(DemoProject project) {
        return switch (project.number()) {
            case 1 -> List.of(Map.of("source", "Fonds propres de l’association", "amount", money(1_500)));
            case 8 -> List.of(Map.of("source", "Prêt de la banque coopérative", "amount", money(18_000)));
            case 13 -> List.of(Map.of("source", "Parts des premiers coopérateurs", "amount", money(6_000)));
            default -> List.of();
        };
    }

    private static List<Map<String, Object>> tiers(DemoProject project, YearMonth delivery) {
        return IntStream.range(0, project.tiers().size())
                .mapToObj(i -> {
                    DemoProject.Tier tier = project.tiers().get(i);
                    Map<String, Object> form = new LinkedHashMap<>();
                    form.put("id", "t" + (i + 1));
                    form.put("amount", money(tier.euros()));
                    form.put("reward", tier.reward());
                    if (tier.stock() != null) {
                        form.put("stock", tier.stock());
                    }
                    form.put("deliveryMonth", delivery.toString());
                    return form;
                })
                .toList();
    }

    private static List<Map<String, Object>> needs(DemoProject project) {
        return IntStream.range(0, project.needs().size())
                .mapToObj(i -> {
                    DemoProject.Need need = project.needs().get(i);
                    return Map.<String, Object>of(
                            "id",
                            "n" + (i + 1),
                            "kind",
                            need.kind(),
                            "title",
                            need.title(),
                            "quantity",
                            need.kind().equals("labour") ? HELPING_HANDS : 1);
                })
                .toList();
    }

    private static String story(DemoProject project) {
        return """
            ## L’idée

            %s : voilà ce que nous voulons faire à %s. L’envie est née de discussions entre voisins, et des \
            premiers essais que nous avons menés avec les moyens du bord.

            ## Ce que votre argent permettra

            - **%d €** : le projet se fait, dans sa forme la plus simple ;
            - **%d €** : nous allons plus loin, avec du matériel qui dure et de quoi accueillir davantage de monde.

            Si l’objectif n’est pas atteint, chacun est remboursé.

            ## Et sans argent

            %s : nous cherchons aussi des coups de main et des prêts. Dites-nous ce que vous pouvez apporter !
            """.formatted(
                capitalised(project.pitch()),
                project.district(),
                project.goalEuros(),
                project.stretchGoalEuros(),
                String.join(
                        ", ",
                        project.needs().stream().map(DemoProject.Need::title).toList()));
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
    }
}
