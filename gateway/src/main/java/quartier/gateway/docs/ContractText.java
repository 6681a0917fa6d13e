package quartier.gateway.docs;

import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a contract's YAML as the JSON that it stands for: dates stay text, anchors are written out. */
final class ContractText {

    private static final int MAX_CHARACTERS = 2_000_000;
    private static final int MAX_ALIASES = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private ContractText() {}

    /** Throws IllegalArgumentException where it is no YAML object. */
    static ObjectNode read(String yaml) {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setAllowDuplicateKeys(false);
        var dumping = new DumperOptions();
        var loader = new Yaml(new SafeConstructor(limits), new Representer(dumping), dumping, limits, new JsonTypes());
        try {
            JsonNode tree = JSON.valueToTree(loader.<Map<String, Object>>load(yaml));
            if (tree instanceof ObjectNode contract) {
                return contract;
            }
        } catch (YAMLException | ClassCastException unreadable) {
            throw new IllegalArgumentException("a contract that is no YAML", unreadable);
        }
        throw new IllegalArgumentException("a contract that is no YAML object");
    }

    /** YAML 1.1 would make a moment of 2027-01-01, and a truth of "yes". */
    private static final class JsonTypes extends Resolver {

        private static final Pattern TRUTH = Pattern.compile("true|false");
        private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
        private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+([eE][-+]?[0-9]+)?");
        private static final Pattern NOTHING = Pattern.compile("null|~|");
        private static final Pattern MERGE = Pattern.compile("<<");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, TRUTH, "tf");
            addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
            addImplicitResolver(Tag.FLOAT, DECIMAL, "-0123456789");
            addImplicitResolver(Tag.NULL, NOTHING, "n~\0");
            addImplicitResolver(Tag.MERGE, MERGE, "<");
        }
    }
}
