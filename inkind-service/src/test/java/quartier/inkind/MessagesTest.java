package quartier.inkind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(messages("messages_en.properties").keySet())
                .isEqualTo(messages("messages.properties").keySet());
    }

    /** A straight apostrophe is a quote to the message format, and swallows the places of arguments. */
    @Test
    void writesApostrophesAsPrintersDo() {
        for (String file : new String[] {"messages.properties", "messages_en.properties"}) {
            assertThat(messages(file).values())
                    .noneMatch(text -> text.toString().contains("'"));
        }
    }

    private static Properties messages(String file) {
        Properties messages = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
            messages.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return messages;
    }
}
