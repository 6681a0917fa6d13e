package quartier.support;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Organisations that help projects: who they are, what they see emerge, and what they offer. */
@SpringBootApplication
public class SupportServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SupportServiceApplication.class, arguments);
    }
}
