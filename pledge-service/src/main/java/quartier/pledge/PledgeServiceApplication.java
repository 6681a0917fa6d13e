package quartier.pledge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Escrows, pledges, payments and their settlement. */
@SpringBootApplication
public class PledgeServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PledgeServiceApplication.class, arguments);
    }
}
