package quartier.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Log files for people: the services write JSON (ECS), of which a reader wants the time, the level and the message. */
final class LogLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LogLines() {}

    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        JsonNode event;
        try {
            event = JSON.readTree(line);
        } catch (JacksonException notOurs) {
            return line;
        }
        String text = event.path("@timestamp").asString("") + " "
                + event.path("log").path("level").asString("") + " "
                + event.path("message").asString("");
        String trace = event.path("error").path("stack_trace").asString("");
        return (trace.isEmpty() ? text : text + "\n" + trace).stripTrailing();
    }

    static String tail(Path file, int lines) {
        try {
            List<String> all = Files.readAllLines(file);
            return String.join(
                    "\n",
                    all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                            .map(LogLines::readable)
                            .toList());
        } catch (NoSuchFileException nothing) {
            return "(nothing was written)";
        } catch (IOException unreadable) {
            return "(" + file + " can't be read)";
        }
    }
}
