package quartier.e2e;

import static quartier.e2e.Campaign.ok;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages of a city beside its main road: an appeal, reports, deliveries, a team, what is searched and what is kept. */
class CityPagesIT extends AtABrowser {

    @Test
    void aRefusedProjectIsAppealedAndDecidedBySomebodyElse() {
        String id = Campaign.submitted(system, "Le manège d’hiver", 700);
        try (Visitor nadia = chromium.signedIn("nadia");
                Visitor alexis = chromium.signedIn("alexis");
                Visitor lea = chromium.signedIn("lea")) {
            nadia.goesTo("/relecture/" + id)
                    .fills("Raisons du refus", "Trop cher pour un hiver.")
                    .ticks("Refuser")
                    .ticks("Je confirme")
                    .presses("Enregistrer la décision")
                    .sees("Projet refusé.");
            alexis.visits("/mes-projets/" + id + "/tableau")
                    .sees("Trop cher pour un hiver.")
                    .fills("Pourquoi revoir la décision", "Le manège est prêté.")
                    .presses("Envoyer le recours")
                    .sees("Votre recours attend");
            lea.visits("/relecture?territoire=lyon&situation=appeal").follows("Le manège d’hiver");
            lea.sees("Le manège est prêté.").opens("Historique").looks("review of an appeal");
        }
    }

    @Test
    void aReportIsSentByAnybodyAndClosedByTheOffice() {
        Campaign campaign = Campaign.launched(system, "La fresque du pont", 400);
        String page = "/projets/" + campaign.slug();
        try (Visitor anybody = chromium.anybody();
                Visitor nadia = chromium.signedIn("nadia")) {
            anybody.visits(page + "/signaler")
                    .ticks("Je crains une fraude")
                    .fills("Dites-en plus", "Le pont n’existe plus.")
                    .presses("Envoyer")
                    .sees("Merci, c’est noté.");
            nadia.visits("/lyon/bureau/signalements")
                    .fills("Note pour l’équipe", "Vu sur place : il existe.")
                    .presses("Écarter")
                    .sees("Le signalement est traité.");
            nadia.visits("/lyon/bureau/signalements?suite=dismissed").sees("Vu sur place");
            nadia.visits("/relecture/" + campaign.id());
        }
    }

    @Test
    void aRewardIsPreparedSentAndReceived() {
        Campaign campaign = Campaign.launched(system, "Le bal des balcons", 100);
        String tier = campaign.project().at("/tiers/0/id").asString();
        ok(system.as("remi").withKey().post("/api/pledge/v1/pledges", campaign.pledgeForReward(100, tier)));
        try (Visitor alexis = chromium.signedIn("alexis");
                Visitor remi = chromium.signedIn("remi")) {
            String sheet = "/mes-projets/" + campaign.id() + "/remises";
            alexis.visits(sheet)
                    .opens("Ce qu’il faut demander")
                    .fills("Questions, une par ligne", "Couleur : bleu / jaune")
                    .presses("Enregistrer les questions")
                    .sees("Les questions sont enregistrées.");
            system.moveClock("+32d");
            campaign.awaitProjectState("funded");
            alexis.goesTo(sheet).waitsFor("Une réponse manque encore").looks("rewards, an answer is missing");
            remi.goesTo("/moi")
                    .waitsFor("Votre réponse manque encore")
                    .looks("account, an answer is missing")
                    .follows("Répondre")
                    .waitsFor("Couleur")
                    .looks("expected rewards")
                    .chooses("Couleur", "jaune")
                    .presses("Envoyer à l’équipe")
                    .sees("L’équipe a ce qu’il lui faut.");
            alexis.visits(sheet).sees("jaune");
            alexis.page().locator("input[name=contribution]").first().check();
            alexis.presses("Marquer comme parties ou remises").sees("C’est noté.");
            remi.goesTo("/moi/contreparties").presses("J’ai bien reçu").sees("Merci, c’est noté.");
            alexis.visits("/mes-projets/" + campaign.id() + "/tableau");
            alexis.visits("/mes-projets/" + campaign.id() + "/contributeurs")
                    .fills("Nom", "introuvable")
                    .presses("Filtrer")
                    .sees("Personne ne se montre sous ce nom.")
                    .looks("backers, nobody of that name");
        }
    }

    @Test
    void aTeamMateFollowsALinkAndWhatIsTypedIsSavedByItself() {
        String id = Campaign.drafted(system, "Le jardin des toits", 500);
        try (Visitor alexis = chromium.signedIn("alexis");
                Visitor clement = chromium.signedIn("clement")) {
            alexis.goesTo("/mes-projets/" + id + "/equipe").presses("Créer un lien d’invitation");
            String link = alexis.page().locator("#lien").inputValue();
            clement.visits(link.replaceFirst("^https?://[^/]+", ""))
                    .presses("Rejoindre l’équipe")
                    .sees("Bienvenue dans l’équipe !");
            String idea = "/mes-projets/" + id + "/idee";
            clement.goesTo(idea).onlyTypes("En une phrase", "Des salades sur les toits");
            alexis.goesTo(idea)
                    .finds("En une phrase", "Des salades sur les toits")
                    .typesAndPressesWhileThePageSaves("En une phrase", "Des radis aussi", "Enregistrer le brouillon")
                    .sees("Le brouillon est enregistré.")
                    .finds("En une phrase", "Des radis aussi");
        }
    }

    @Test
    void aTerritoryThatTakesNothingNewSaysSoAndAnArchivedOneStaysReadable() {
        try (Visitor operator = chromium.signedIn("odile")) {
            operator.goesTo("/bureaux")
                    .fills("Identifiant", "le-vieux-bourg")
                    .fills("Nom en français", "Le Vieux-Bourg")
                    .chooses("Sorte de territoire", "Ville")
                    .chooses("Fait partie de", "Auvergne-Rhône-Alpes")
                    .presses("Fonder un territoire");
            stands(operator, "Suspendu", "Ce territoire ne prend pas de nouveaux projets pour le moment.");
            stands(operator, "Archivé", "Ce territoire est archivé.");
        }
    }

    private static void stands(Visitor operator, String standing, String told) {
        operator.goesTo("/le-vieux-bourg/bureau")
                .opens("Participation du territoire")
                .ticks(standing)
                .presses("Changer")
                .sees("La participation du territoire est changée.");
        operator.goesTo("/le-vieux-bourg").sees(told).looks("window, " + standing);
    }

    @Test
    void whatIsSharedAndSearchedIsForEverybody() {
        Campaign campaign = Campaign.launched(system, "La boîte à livres bleue", 300);
        try (Visitor anybody = chromium.anybody();
                Visitor lea = chromium.signedIn("lea")) {
            for (String language : List.of("fr", "en")) {
                anybody.visits("/donnees?lang=" + language);
                anybody.visits("/rencontres?lang=" + language);
                anybody.visits("/lyon?q=livres&lang=" + language);
                anybody.visits("/lyon/regles?lang=" + language);
            }
            anybody.goesTo("/explorer?q=livers%20bleue&lang=fr")
                    .waitsFor("La boîte à livres bleue")
                    .looks("explorer, typo");
            anybody.visits("/explorer?territoire=lyon&carte=4.7,45.7,4.95,45.82");
            anybody.visits("/explorer?q=introuvablement");
            anybody.visits("/projets/" + campaign.slug() + "/encart");
            lea.visits("/lyon/bureau/cosoutiens")
                    .visits("/proposer")
                    .visits("/moi")
                    .visits("/moi/avis");
        }
    }
}
