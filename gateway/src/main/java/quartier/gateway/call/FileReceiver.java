package quartier.gateway.call;

import java.io.InputStream;
import org.springframework.http.HttpHeaders;

/** Takes a file that a service sends. */
public interface FileReceiver {

    /** @param headers the service's, of which only those about the content are of use */
    void receive(HttpHeaders headers, InputStream content);
}
