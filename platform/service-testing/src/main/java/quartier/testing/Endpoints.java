package quartier.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import quartier.platform.security.AllowedTo;

/** Walks all endpoints of the service under test. */
public final class Endpoints {

    private Endpoints() {}

    /** The endpoints that declare no role and so answer 403 to everybody. */
    public static List<String> withoutRoles(ApplicationContext context) {
        return mapping(context).getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getMethodAnnotation(AllowedTo.class) == null)
                .map(entry -> entry.getKey() + " " + entry.getValue().getShortLogMessage())
                .toList();
    }

    /**
     * Where the code and {@code contracts/openapi.yaml} differ, as {@code "POST /v1/pledges: not in the contract"} or
     * {@code ": not in the code"}.
     */
    public static List<String> differencesFromContract(ApplicationContext context) {
        var coded = new TreeSet<String>();
        mapping(context).getHandlerMethods().keySet().forEach(info -> coded.addAll(operations(info)));
        coded.removeIf(operation -> operation.endsWith(" /error") || operation.endsWith(" /v1/openapi.yaml"));
        var described = described();
        var differences = new TreeSet<String>();
        coded.stream()
                .filter(one -> !described.contains(one))
                .forEach(one -> differences.add(one + ": not in the contract"));
        described.stream()
                .filter(one -> !coded.contains(one))
                .forEach(one -> differences.add(one + ": not in the code"));
        return List.copyOf(differences);
    }

    private static RequestMappingHandlerMapping mapping(ApplicationContext context) {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    private static List<String> operations(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path))
                .toList();
    }

    private static Set<String> described() {
        var operations = new TreeSet<String>();
        try (var contract = Files.newInputStream(Path.of("contracts", "openapi.yaml"))) {
            Map<String, Map<String, Map<String, Object>>> root = new Yaml().load(contract);
            var methods = List.of("get", "put", "post", "delete", "patch");
            root.getOrDefault("paths", Map.of())
                    .forEach((path, item) -> item.keySet().stream()
                            .filter(methods::contains)
                            .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return operations;
    }
}
