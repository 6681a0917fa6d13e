package quartier.e2e;

import static quartier.e2e.Campaign.ok;

import org.junit.jupiter.api.Test;

/** The pages about money, checked for those who see them. */
class MoneyPagesIT extends AtABrowser {

    private final Campaign campaign = Campaign.launched(system, "La bibliothèque de rue", 500);

    @Test
    void aBackersPagesHaveNoFault() {
        String pledge = ok(campaign.pledge(system.as("remi").withKey(), 25, Campaign.GOOD_CARD))
                .at("/id");
        String given = ok(campaign.pledge(system.as("remi").withKey(), 10, Campaign.GOOD_CARD))
                .at("/id");
        ok(system.as("remi").post("/api/pledge/v1/pledges/" + given + "/cancel"));

        check(
                "remi",
                "/moi",
                "/moi/recus",
                "/contributions/" + pledge,
                "/contributions/" + given,
                "/contributions/" + pledge + "/changer",
                "/contributions/" + pledge + "/recu-fiscal",
                "/projets/" + campaign.slug() + "/contribuer/paiement?montant=25");
    }

    @Test
    void anOwnersPagesHaveNoFault() {
        check(
                "alexis",
                "/mes-projets/" + campaign.id() + "/tableau",
                "/mes-projets/" + campaign.id() + "/comptes",
                "/proposer?territoire=lyon");
    }

    @Test
    void theOperatorsPagesHaveNoFault() {
        check(
                "odile",
                "/exploitation",
                "/exploitation/denouement",
                "/exploitation/previsions",
                "/exploitation/remboursements",
                "/exploitation/versements",
                "/exploitation/contestations",
                "/exploitation/examens",
                "/exploitation/rapprochement",
                "/exploitation/audit",
                "/exploitation/organismes");
    }

    private void check(String person, String... paths) {
        try (Visitor visitor = chromium.signedIn(person)) {
            for (String path : paths) {
                visitor.visits(path);
            }
        }
    }
}
