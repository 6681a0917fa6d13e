package quartier.gateway.opendata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.PublicAddress;

/**
 * What a territory publishes, in the words of DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/), so that
 * data portals can fetch it. All its addresses are ours as they are configured.
 */
final class DcatCatalogue {

    private static final String FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/CONT";

    private record Dataset(String id, String fr, String en, List<String> files) {}

    private static final List<Dataset> DATASETS = List.of(
            new Dataset(
                    "projets",
                    "Projets citoyens et leurs collectes",
                    "Residents’ projects and their campaigns",
                    List.of("projets.geojson", "projets.csv")),
            new Dataset("appels", "Appels à projets", "Calls for projects", List.of("appels.csv")),
            new Dataset(
                    "resultats",
                    "Résultats des collectes par thématique",
                    "Results of campaigns by theme",
                    List.of("resultats.csv")));

    private final PublicAddress here;
    private final Territory territory;
    private final Locale locale;

    DcatCatalogue(PublicAddress here, Territory territory, Locale locale) {
        this.here = here;
        this.territory = territory;
        this.locale = locale;
    }

    Map<String, Object> document() {
        Map<String, Object> catalogue = new LinkedHashMap<>();
        catalogue.put(
                "@context",
                Map.of(
                        "dcat",
                        "http://www.w3.org/ns/dcat#",
                        "dct",
                        "http://purl.org/dc/terms/",
                        "foaf",
                        "http://xmlns.com/foaf/0.1/"));
        catalogue.put("@id", address("catalogue.jsonld"));
        catalogue.put("@type", "dcat:Catalog");
        catalogue.put("dct:title", words(name(Locale.FRENCH), name(Locale.ENGLISH)));
        catalogue.put(
                "dct:description",
                words("Données ouvertes : " + name(Locale.FRENCH), "Open data: " + name(Locale.ENGLISH)));
        catalogue.put("dct:publisher", publisher());
        catalogue.put("dct:license", Map.of("@id", OpenDataPages.LICENCE));
        catalogue.put("foaf:homepage", Map.of("@id", here.of("/donnees")));
        catalogue.put("dcat:dataset", DATASETS.stream().map(this::dataset).toList());
        return catalogue;
    }

    private Map<String, Object> dataset(Dataset dataset) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("@id", here.of("/donnees") + "#" + territory.id() + "-" + dataset.id());
        described.put("@type", "dcat:Dataset");
        described.put(
                "dct:title",
                words(
                        dataset.fr() + " (" + name(Locale.FRENCH) + ")",
                        dataset.en() + " (" + name(Locale.ENGLISH) + ")"));
        described.put("dct:description", words(dataset.fr(), dataset.en()));
        described.put("dct:publisher", publisher());
        described.put("dct:license", Map.of("@id", OpenDataPages.LICENCE));
        described.put("dct:accrualPeriodicity", Map.of("@id", FREQUENCY));
        described.put(
                "dcat:distribution",
                dataset.files().stream().map(this::distribution).toList());
        return described;
    }

    private Map<String, Object> distribution(String file) {
        boolean isMap = file.endsWith(".geojson");
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("@type", "dcat:Distribution");
        described.put("dcat:accessURL", Map.of("@id", address(file)));
        described.put("dcat:downloadURL", Map.of("@id", address(file)));
        described.put("dcat:mediaType", isMap ? "application/geo+json" : "text/csv");
        described.put("dct:format", Map.of("@id", FILE_TYPES + (isMap ? "GEOJSON" : "CSV")));
        described.put("dct:license", Map.of("@id", OpenDataPages.LICENCE));
        return described;
    }

    private Map<String, Object> publisher() {
        String operator = territory.operatorName();
        return Map.of("@type", "foaf:Agent", "foaf:name", operator == null ? territory.name(locale) : operator);
    }

    private String address(String file) {
        return here.of("/donnees/{territory}/{file}", territory.id(), file);
    }

    private String name(Locale language) {
        return territory.name(language);
    }

    private static List<Map<String, String>> words(String french, String english) {
        return Stream.of(Map.of("@language", "fr", "@value", french), Map.of("@language", "en", "@value", english))
                .toList();
    }
}
