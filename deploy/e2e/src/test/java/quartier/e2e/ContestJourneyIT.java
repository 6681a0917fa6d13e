package quartier.e2e;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A call that chooses: applications, a jury with a conflict of interest, the public's vote and the published result. */
class ContestJourneyIT extends AtABrowser {

    private static final String OVEN = "Le four du quai";
    private static final String PIANO = "Un piano dans la rue";

    @Test
    void aCallIsAnsweredJudgedVotedOnAndPublished() {
        for (String title : List.of(OVEN, PIANO)) {
            Campaign.launched(system, title, 400);
        }
        Visitor animator = chromium.signedIn("jules");
        Visitor owner = chromium.signedIn("alexis");
        Visitor juror = chromium.signedIn("remi");
        Visitor resident = chromium.signedIn("clement");

        announces(animator);
        String call = "/appels/" + animator.lastOfPath();
        for (String title : List.of(OVEN, PIANO)) {
            answers(owner, call, title);
        }
        takesASeat(animator, juror, call);

        system.moveClock("+3d");
        scoresOneAndDeclaresAConflict(juror, call);

        system.moveClock("+2d");
        resident.goesTo(call + "/vote")
                .waitsFor("Voter pour ce projet")
                .looks("vote")
                .presses("Voter pour ce projet")
                .sees("Votre vote est enregistré.");

        system.moveClock("+2d");
        publishes(animator, call);
        try (Visitor anybody = chromium.anybody()) {
            anybody.visits(call + "/resultat").sees("Les lauréats", "Le prix du quai");
            anybody.visits(call + "/resultat?lang=en");
            anybody.visits(call).sees(OVEN, PIANO);
        }
    }

    private void announces(Visitor animator) {
        animator.goesTo("/animation")
                .opens("Critères du jury")
                .opens("Questions aux porteurs")
                .looks("calls, with all that chooses")
                .chooses("Territoire", "Lyon")
                .fills("Titre en français", "Le quai en fête")
                .fills("Texte en français", "Que ferons-nous du quai cet été ?")
                .fills("Titre en anglais", "The quay in feast")
                .fills("Premier jour", today.toString())
                .fills("Dernier jour", today.plusDays(1).toString())
                .fills("Dernier jour du jury", today.plusDays(4).toString())
                .fills("Dernier jour du vote", today.plusDays(6).toString())
                .fills("Enveloppe", "1000")
                .fillsAt("f-criteria-0-label-fr", "Ce qu’il change sur le quai")
                .fillsAt("f-criteria-0-weightPercent", "60")
                .fillsAt("f-criteria-1-label-fr", "Qui y prend part")
                .fillsAt("f-criteria-1-weightPercent", "40")
                .fillsAt("f-questions-0-label-fr", "Combien de voisins ?")
                .choosesAt("f-questions-0-kind", "Nombre")
                .choosesAt("f-questions-0-required", "Oui")
                .presses("Publier l’appel")
                .sees("L’appel est publié.")
                .looks("call of its animator");
    }

    private static void answers(Visitor owner, String call, String title) {
        owner.goesTo(call)
                .chooses("Répondre avec un de mes projets", title)
                .fills("Combien de voisins ?", "12")
                .looks("call, to be answered")
                .presses("Répondre à l’appel")
                .sees("Votre projet répond à l’appel.");
    }

    private static void takesASeat(Visitor animator, Visitor juror, String call) {
        animator.goesTo(call)
                .follows("Jury")
                .fills("Nom, tel que tout le monde le lira", "Rémi Garnier")
                .presses("Nommer")
                .sees("La personne est nommée")
                .looks("jury of a call");
        String invitation = animator.page().locator("a.break").getAttribute("href");
        juror.visits(invitation)
                .presses("Accepter")
                .sees("Bienvenue dans le jury.")
                .looks("desk of a juror");
        animator.goesTo(call).follows("Modifier l’appel").looks("call, edited");
    }

    private static void scoresOneAndDeclaresAConflict(Visitor juror, String call) {
        juror.goesTo(call + "/jury")
                .waitsFor("Vous pouvez noter")
                .looks("desk of a juror, sitting")
                .follows("Noter : " + OVEN)
                .opens("J’ai un lien avec ce projet")
                .looks("sheet of a juror")
                .fills("Ce qu’il change sur le quai", "8")
                .fills("Qui y prend part", "9")
                .presses("Enregistrer la note")
                .sees("Votre note est enregistrée.")
                .follows("Noter : " + PIANO)
                .opens("J’ai un lien avec ce projet")
                .fills("Quel lien ?", "Mon frère en joue.")
                .presses("Déclarer ce lien")
                .sees("Votre lien est déclaré");
    }

    private static void publishes(Visitor animator, String call) {
        animator.goesTo(call)
                .waitsFor("Toutes les phases sont terminées")
                .follows("Classement et résultat")
                .looks("result, prepared")
                .fillsAt("f-prize-0", "Le prix du quai")
                .fillsAt("f-why-0", "Il réunit.")
                .fillsAt("f-sum-0", "600")
                .presses("Publier le résultat")
                .sees("Le résultat est publié.");
    }
}
