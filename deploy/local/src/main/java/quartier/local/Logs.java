package quartier.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the ends of logs, and what is added to them. */
final class Logs {

    private static final int LINES = 60;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Installation installation;
    private final Console console;

    Logs(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    void show(List<Part> parts) {
        List<Part> written = parts.stream()
                .filter(part -> Files.exists(installation.log(part)))
                .toList();
        if (written.isEmpty()) {
            throw new CommandFailed("There is no log yet: ./quartier up writes them.");
        }
        for (Part part : written) {
            if (parts.size() > 1) {
                console.say("\n== " + part.title() + "  " + installation.log(part));
            }
            console.say(LogLines.tail(installation.log(part), LINES));
        }
    }

    /** Until Ctrl-C. */
    void follow(List<Part> parts) throws InterruptedException {
        Map<Part, BufferedReader> readers = new LinkedHashMap<>();
        try {
            for (Part part : parts) {
                Path log = installation.log(part);
                if (Files.exists(log)) {
                    var reader = Files.newBufferedReader(log);
                    reader.skip(Files.size(log));
                    readers.put(part, reader);
                }
            }
            while (true) {
                for (var entry : readers.entrySet()) {
                    for (String line = entry.getValue().readLine();
                            line != null;
                            line = entry.getValue().readLine()) {
                        console.say((parts.size() > 1 ? entry.getKey().title() + "  " : "") + LogLines.readable(line));
                    }
                }
                Thread.sleep(POLL);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
