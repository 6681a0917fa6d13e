package quartier.gateway.propose;

import org.springframework.stereotype.Component;

/** Tells templates where a field stands; they call it {@code @wizardSteps}. */
@Component("wizardSteps")
public class WizardSteps {

    public String of(String field) {
        return Step.of(field).path();
    }
}
