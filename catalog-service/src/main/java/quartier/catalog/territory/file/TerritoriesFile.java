package quartier.catalog.territory.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import quartier.catalog.territory.Centre;
import quartier.catalog.territory.GovernTerritories;
import quartier.catalog.territory.Governed;
import quartier.catalog.territory.Label;
import quartier.catalog.territory.Outline;
import quartier.catalog.territory.Policy;
import quartier.catalog.territory.TerritoryForm;
import quartier.catalog.territory.Theme;
import quartier.catalog.territory.Window;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the territories of the configured file at the start, parents first. A territory is written when it is absent,
 * or when the file's version is higher than the one it was last written from: what administrators changed since then
 * stays, until the file's version is raised.
 */
@Component
final class TerritoriesFile implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(TerritoriesFile.class);

    record Content(int version, List<Entry> territories) {}

    record Entry(
            String id,
            Label name,
            String kind,
            @Nullable String parent,
            @Nullable Centre centre,
            @Nullable String inseeCode,
            @Nullable List<String> districts,
            @Nullable List<Theme> themes,
            @Nullable String operatorName,
            @Nullable String orias,
            @Nullable Policy policy,
            @Nullable Integer population,
            @Nullable Outline outline,
            @Nullable Window window) {

        TerritoryForm form() {
            return new TerritoryForm(
                    name,
                    kind,
                    parent,
                    centre,
                    inseeCode,
                    districts,
                    themes,
                    operatorName,
                    orias,
                    policy,
                    population,
                    outline,
                    window);
        }
    }

    private final Resource file;
    private final GovernTerritories govern;
    private final JsonMapper json;

    TerritoriesFile(TerritoriesFileProperties properties, GovernTerritories govern, JsonMapper json) {
        this.file = properties.territoriesFile();
        this.govern = govern;
        // The file leaves the policy's version out: the service counts it.
        this.json = json.rebuild()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Content content = read();
        for (Entry entry : content.territories()) {
            switch (govern.configure(entry.id(), entry.form(), content.version())) {
                case Governed.Stored(var territory, var isNew) ->
                    log.info("Territory {} stands at version {}", territory.id(), territory.version());
                case Governed.RulesBroken(var breaches) ->
                    throw new IllegalStateException(file + ": territory " + entry.id() + " breaks " + breaches);
                // Another replica starts too, and writes the same.
                case Governed.Stale() -> log.info("Territory {} is being written by another replica", entry.id());
                case Governed.NotAllowed() -> throw new IllegalStateException("the configuration may do all");
                case Governed.Unknown() ->
                    throw new IllegalStateException("the configuration founds what is not there");
                case Governed.VersionMissing() -> throw new IllegalStateException("the configuration needs none");
            }
        }
    }

    private Content read() {
        try (InputStream stream = file.getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
            return json.convertValue(tree, Content.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
