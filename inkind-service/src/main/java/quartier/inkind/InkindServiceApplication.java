package quartier.inkind;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Needs, the offers that answer them, and the commitments that both sides agree on. */
@SpringBootApplication
public class InkindServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(InkindServiceApplication.class, arguments);
    }
}
