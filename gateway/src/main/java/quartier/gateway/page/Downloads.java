package quartier.gateway.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import quartier.gateway.call.FileReceiver;

/** Streams a service's file to a browser. It is about people and money: nobody keeps it on the way. */
@Component
public class Downloads {

    private static final List<String> ABOUT_THE_CONTENT =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_LENGTH);

    /** @param file a client's method that passes one on */
    public void send(Consumer<FileReceiver> file, HttpServletResponse response) {
        file.accept((headers, content) -> write(headers, content, response));
    }

    private static void write(HttpHeaders headers, InputStream content, HttpServletResponse response) {
        for (String name : ABOUT_THE_CONTENT) {
            String value = headers.getFirst(name);
            if (value != null) {
                response.setHeader(name, value);
            }
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        try {
            content.transferTo(response.getOutputStream());
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }
}
