package quartier.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("<[a-z][^<>]*?(?:\"[^\"]*\"[^<>]*?)*>", Pattern.DOTALL);

    /** A tag is replaced before its condition is looked at, so that what should be missing sometimes is always there. */
    @Test
    void putNoConditionOnATagThatIsReplaced() throws IOException {
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            for (Path template : templates.toList()) {
                List<String> conditional = TAG.matcher(Files.readString(template))
                        .results()
                        .map(MatchResult::group)
                        .filter(tag -> tag.contains("th:replace=") || tag.contains("th:insert="))
                        .filter(tag -> tag.contains("th:if=") || tag.contains("th:unless="))
                        .toList();
                assertThat(conditional).as(template.getFileName().toString()).isEmpty();
            }
        }
    }
}
