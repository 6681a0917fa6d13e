package quartier.e2e;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import quartier.e2e.Chromium.Member;

/**
 * A city that nobody has heard of: founded, set up by its own staff, with a call, a project that meets the guard rails,
 * its review, its questions, a meetup, and a window that shows it all in both languages. Everything is done on its pages.
 */
class CityJourneyIT extends AtABrowser {

    private static final String CITY = "rive-de-gier";
    private static final String LOGO = "Un soleil de verre sur la rivière";
    private static final String PROJECT = "Le banc des verriers";
    private static final String CALL = "Un banc dans chaque rue";
    private static final String MEETUP = "Le café des projets";

    @Test
    void aCityIsSetUpFromNothingUntilItsWindowIsComplete() throws IOException {
        Visitor admin = appointed("Maya Colin", "territory-admin:" + CITY, "moderator:" + CITY);
        Visitor reviewer = appointed("Theo Masson", "moderator:" + CITY);
        Visitor owner = chromium.signedIn(chromium.signUp("Lina Ferrand"));
        Visitor resident = chromium.signedIn(chromium.signUp("Sami Petit"));
        var staff = new CityStaff(admin, CITY, "Rive-de-Gier", today);

        staff.isFoundedBy(chromium.signedIn("odile"));
        staff.setUpTheWindow();
        staff.showALogo(LOGO);
        staff.giveRulesAndWords();
        String call = staff.openACall(CALL, "A bench in every street");

        CityProject project = CityProject.written(owner, PROJECT, call, today);
        project.isStoppedByTheGuardRails();
        project.isCorrectedAndSubmitted();
        project.isReturnedWithANote(reviewer, CITY);
        project.isApprovedByTwo(reviewer, admin);
        String page = project.isLaunched();
        aQuestionIsAskedAndAnswered(page, resident, owner);

        staff.putInFront(PROJECT);
        staff.announceAMeetup(MEETUP, "Project coffee");
        oneComesAndTheNextWaits(resident, owner, admin);
        theWindowShowsAllOfItInBothLanguages(page);
    }

    /** Roles live at the identity provider; they hold from the next sign-in. */
    private Visitor appointed(String name, String... roles) {
        Member member = chromium.signUp(name);
        system.appoint(member.email(), roles);
        return chromium.signedIn(member);
    }

    private static void aQuestionIsAskedAndAnswered(String page, Visitor resident, Visitor owner) {
        resident.visits(page)
                .fills("Votre question", "Peut-on venir avec des enfants ?")
                .presses("Envoyer")
                .sees("Votre question est publiée.");
        owner.goesTo(page)
                .fills("Répondre", "Oui, dès huit ans.")
                .presses("Envoyer")
                .sees("La réponse est publiée.")
                .looks("campaign of its owner");
        resident.goesTo(page).sees("Oui, dès huit ans.");
    }

    private static void oneComesAndTheNextWaits(Visitor resident, Visitor owner, Visitor admin) {
        resident.visits("/rencontres?territoire=" + CITY)
                .follows(MEETUP)
                .looks("meetup")
                .presses("Je viens")
                .sees("Vous êtes inscrit : à bientôt.");
        owner.goesTo("/rencontres/" + resident.lastOfPath())
                .presses("M’inscrire sur la liste d’attente")
                .sees("Tout est pris : vous êtes sur la liste d’attente.");
        admin.goesTo("/animation/rencontres")
                .follows("Modifier, voir qui vient")
                .sees("Sami Petit", "Lina Ferrand")
                .looks("meetup of its staff");
    }

    private void theWindowShowsAllOfItInBothLanguages(String page) {
        try (Visitor anybody = chromium.anybody()) {
            anybody.visits("/" + CITY)
                    .sees("Rive Ensemble", CALL, MEETUP, PROJECT, "On y sera assis au printemps.")
                    .sees("La rue est à tout le monde.", "Coups de cœur")
                    .seesPicture(LOGO);
            anybody.visits("/" + CITY + "?lang=en")
                    .sees("A bench in every street", "Project coffee", "We will sit on it in spring.")
                    .sees("The street belongs to everyone.", PROJECT);
            anybody.visits(page + "?lang=en").sees("A bench in every street");
            anybody.goesTo("/explorer?territoire=" + CITY + "&lang=fr")
                    .waitsFor(PROJECT)
                    .looks("explorer");
        }
    }
}
