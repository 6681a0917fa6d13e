package quartier.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MergedContractTest {

    private static final String SMALL = """
            openapi: 3.1.0
            info: {title: Small, version: 1.0.0}
            security: [{token: []}]
            tags: [{name: things}]
            paths:
              /v1/things:
                get:
                  tags: [things]
                  operationId: listThings
                  security: []
                  responses: &all
                    "200": {description: Things., content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
                post:
                  tags: [things]
                  operationId: makeThing
                  responses: *all
            components:
              securitySchemes:
                token: {type: http, scheme: bearer}
              schemas:
                Thing: {type: object, properties: {since: {type: string, example: 2027-01-01}, next: {$ref: "#/components/schemas/Thing"}}}
            """;

    @Test
    void everyServiceHasItsAddressesAndItsOwnWords() {
        JsonNode merged = merge(Map.of(Service.CATALOG, SMALL, Service.SUPPORT, SMALL));

        assertThat(merged.path("paths").propertyNames())
                .containsExactly("/api/catalog/v1/things", "/api/support/v1/things");
        JsonNode post = merged.path("paths").path("/api/support/v1/things").path("post");
        assertThat(post.path("operationId").asString()).isEqualTo("support.makeThing");
        assertThat(post.at("/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/support.Thing");
        assertThat(merged.path("components").path("schemas").propertyNames())
                .containsExactly("catalog.Thing", "support.Thing");
    }

    @Test
    void operationsKeepTheSignInThatTheirContractAsksFor() {
        JsonNode things = merge(Map.of(Service.CATALOG, SMALL)).path("paths").path("/api/catalog/v1/things");

        assertThat(things.path("get").path("security").isEmpty()).isTrue();
        assertThat(things.path("post").path("security").get(0).has("catalog.token"))
                .isTrue();
    }

    @Test
    void namesTheServicesThatCouldNotBeAsked() {
        JsonNode merged = merge(Map.of(Service.CATALOG, SMALL));

        assertThat(merged.path(MergedContract.MISSING).values())
                .extracting(JsonNode::asString)
                .containsExactly("pledge", "inkind", "support", "notification");
        assertThat(merge(Map.of()).path("paths").isEmpty()).isTrue();
    }

    @Test
    void datesStayTheTextThatTheyAre() {
        assertThat(ContractText.read(SMALL)
                        .at("/components/schemas/Thing/properties/since/example")
                        .asString())
                .isEqualTo("2027-01-01");
    }

    @Test
    void refusesWhatIsNoContract() {
        assertThatIllegalArgumentException().isThrownBy(() -> ContractText.read("- one\n- two"));
        assertThatIllegalArgumentException().isThrownBy(() -> ContractText.read("a: [1"));
        assertThatIllegalArgumentException().isThrownBy(() -> ContractText.read("a: !!java.net.URL [\"x\"]"));
    }

    @Test
    void allReferencesOfTheServicesContractsLeadSomewhere() {
        JsonNode merged = MergedContract.of(ownContracts()).document();

        List<String> lost = new ArrayList<>();
        List<String> operations = new ArrayList<>();
        walk(merged, merged, lost, operations);
        assertThat(lost).isEmpty();
        assertThat(operations).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(merged.path("components").propertyNames())
                .allSatisfy(
                        kind -> assertThat(merged.path("components").path(kind).propertyNames())
                                .allMatch(name -> name.matches(
                                        "(catalog|pledge|inkind|support|notification)\\.[A-Za-z0-9._-]+")));
    }

    @Test
    void readersFindTheFieldsOfRequestsAndAnswers() {
        ApiReference reference = ReferenceReader.read(MergedContract.of(ownContracts()));

        var support = reference.chapters().stream()
                .filter(chapter -> chapter.service().equals("support"))
                .findFirst()
                .orElseThrow();
        var offer = support.operations().stream()
                .filter(operation ->
                        operation.method().equals("POST") && operation.path().endsWith("/v1/offers"))
                .findFirst()
                .orElseThrow();
        assertThat(offer.open()).isFalse();
        assertThat(offer.parameters()).anyMatch(field -> field.name().equals("Idempotency-Key") && field.required());
        assertThat(offer.request()).isNotNull();
        var form = support.shapes().stream()
                .filter(shape -> shape.name().equals("OfferForm"))
                .findFirst()
                .orElseThrow();
        assertThat(form.fields())
                .filteredOn(ApiReference.Field::required)
                .extracting(ApiReference.Field::name)
                .contains("supporter", "project", "kind", "title");
    }

    private static ObjectNode merge(Map<Service, String> contracts) {
        Map<Service, ObjectNode> read = new EnumMap<>(Service.class);
        contracts.forEach((service, yaml) -> read.put(service, ContractText.read(yaml)));
        return MergedContract.of(read).document();
    }

    private static Map<Service, ObjectNode> ownContracts() {
        Map<Service, ObjectNode> read = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Path contract = Path.of("..", service.segment() + "-service", "contracts", "openapi.yaml");
            if (Files.exists(contract)) {
                try {
                    read.put(service, ContractText.read(Files.readString(contract)));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return read;
    }

    private static void walk(JsonNode node, JsonNode document, List<String> lost, List<String> operations) {
        String reference = node.path("$ref").asString("");
        if (reference.startsWith("#/") && document.at(reference.substring(1)).isMissingNode()) {
            lost.add(reference);
        }
        if (node.path("operationId").isString()) {
            operations.add(node.path("operationId").asString());
        }
        node.values().forEach(child -> walk(child, document, lost, operations));
    }
}
