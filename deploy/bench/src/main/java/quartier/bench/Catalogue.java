package quartier.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;

/** Public projects as catalog-service stores them, made up with a seed: the same ones each time. */
final class Catalogue {

    private static final int AT_ONCE = 1_000;
    private static final Instant FIRST = Instant.parse("2026-01-01T09:00:00Z");
    private static final List<String> CITIES = List.of("lyon", "saint-etienne", "clermont-ferrand");
    private static final List<String> DISTRICTS = List.of("Guillotière", "Vaise", "Gerland", "Carnot", "Montferrand");
    private static final List<String> THEMES =
            List.of("alimentation", "culture", "dechets", "lien-social", "nature", "numerique", "reemploi", "sport");
    private static final List<String> NEEDS = List.of("labour", "skill", "tool", "material", "space", "advice");
    private static final List<String> STATES = List.of("LIVE", "LIVE", "FUNDED", "NOT_FUNDED", "REALISED");
    private static final List<String> BEGINNINGS =
            List.of("ba", "cha", "dou", "fré", "gui", "jo", "lu", "mé", "nou", "pla", "qua", "ri", "sau", "tro", "vé");
    private static final List<String> ENDINGS = List.of(
            "bère", "cole", "dage", "fin", "gnon", "lier", "mière", "nade", "ption", "quet", "rité", "seau", "tte");
    private static final int WORDS = BEGINNINGS.size() * BEGINNINGS.size() * ENDINGS.size();

    private Catalogue() {}

    static void fill(MongoDatabase database, int projects) {
        MongoCollection<Document> stored = database.getCollection("projects");
        MongoCollection<Document> slugs = database.getCollection("slugs");
        for (int from = 0; from < projects; from += AT_ONCE) {
            List<Document> some = new ArrayList<>();
            List<Document> addresses = new ArrayList<>();
            for (int number = from; number < Math.min(projects, from + AT_ONCE); number++) {
                some.add(new Document("_id", "p" + number)
                        .append("version", 1L)
                        .append("state", new Document("project", project(number)))
                        .append("outbox", List.of()));
                addresses.add(new Document("_id", slug(number)).append("project", "p" + number));
            }
            stored.insertMany(some);
            slugs.insertMany(addresses);
        }
    }

    static String slug(int number) {
        return "projet-" + number;
    }

    /** Two words, common ones more often: as people write, so they ask. */
    static String words(long number) {
        var random = new Random(number);
        return URLEncoder.encode(word(random) + " " + word(random), UTF_8);
    }

    static String theme(long number) {
        return THEMES.get((int) (number % THEMES.size()));
    }

    private static Document project(int number) {
        var random = new Random(number);
        String city = CITIES.get(random.nextInt(CITIES.size()));
        return new Document("id", "p" + number)
                .append("version", 4L)
                .append("slug", slug(number))
                .append("state", one(STATES, random))
                .append("owner", new Document("memberId", "m-" + number % 5_000).append("name", "Alexis"))
                .append("form", form(number, city, random))
                .append("territoryPath", List.of("auvergne-rhone-alpes", city))
                .append("creation", new Document("at", Date.from(FIRST)).append("fingerprint", "print"))
                .append("submittedAt", Date.from(FIRST))
                .append("campaign", campaign(number, random))
                .append("updates", List.of())
                .append("history", List.of())
                .append("removals", List.of());
    }

    private static Document form(int number, String city, Random random) {
        return new Document("territory", city)
                .append("title", text(random, 4) + " " + number)
                .append("pitch", text(random, 12))
                .append("story", text(random, 150))
                .append("district", one(DISTRICTS, random))
                .append(
                        "place",
                        new Document("label", "ici")
                                .append("latitude", 45.70 + random.nextDouble() * 0.12)
                                .append("longitude", 4.75 + random.nextDouble() * 0.18))
                .append("theme", one(THEMES, random))
                .append("ownerKind", "association")
                .append("goal", euros(400_000))
                .append("stretchGoals", List.of())
                .append("durationDays", 45)
                .append("otherFunding", List.of())
                .append("tiers", List.of())
                .append("needs", List.of(need("n1", random), need("n2", random)));
    }

    private static Document need(String id, Random random) {
        return new Document("id", id)
                .append("kind", one(NEEDS, random))
                .append("title", text(random, 3))
                .append("quantity", 3);
    }

    private static Document campaign(int number, Random random) {
        Instant launch = FIRST.plusSeconds(60L * number);
        int percent = random.nextInt(130);
        return new Document("launchedAt", Date.from(launch))
                .append(
                        "terms",
                        new Document("currency", "EUR")
                                .append("goalMinorUnits", 400_000L)
                                .append("capMinorUnits", 600_000L)
                                .append("deadline", Date.from(launch.plusSeconds(45L * 86_400)))
                                .append("policyVersion", 1)
                                .append("commissionBasisPoints", 600)
                                .append("vatBasisPoints", 2000)
                                .append("pledgeKinds", List.of("gift"))
                                .append("stretchGoalsMinorUnits", List.of())
                                .append("tiers", List.of())
                                .append("support", new Document("minimumPercent", 30).append("minimumBackers", 10)))
                .append(
                        "totals",
                        new Document("collectedMinorUnits", percent * 4_000L)
                                .append("percent", percent)
                                .append("backers", percent))
                .append("sequence", 1L);
    }

    private static Document euros(long cents) {
        return new Document("amount", cents).append("currency", "EUR");
    }

    private static String text(Random random, int words) {
        return String.join(
                " ", IntStream.range(0, words).mapToObj(each -> word(random)).toList());
    }

    /** By Zipf's law, as in any language: the second word is half as frequent as the first, the third a third. */
    private static String word(Random random) {
        int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS)) - 1;
        int second = rank / BEGINNINGS.size();
        return at(BEGINNINGS, rank) + at(BEGINNINGS, second) + at(ENDINGS, second / BEGINNINGS.size());
    }

    private static String at(List<String> of, int place) {
        return of.get(place % of.size());
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
