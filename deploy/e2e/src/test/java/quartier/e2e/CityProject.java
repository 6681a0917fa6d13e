package quartier.e2e;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;

/** A project of a city, from its first line to its launch, on the pages of its owner and of its reviewers. */
final class CityProject {

    private final Visitor owner;
    private final String title;
    private final LocalDate today;
    private final String id;

    private CityProject(Visitor owner, String title, LocalDate today, String id) {
        this.owner = owner;
        this.title = title;
        this.today = today;
        this.id = id;
    }

    /** Through the ten steps, with what no territory would take. */
    static CityProject written(Visitor owner, String title, String call, LocalDate today) throws IOException {
        owner.visits(call)
                .follows("Proposer un projet pour cet appel")
                .looks("wizard, new project")
                .fills("Titre", title)
                .chooses("Thématique", "Espace public")
                .presses("Enregistrer et continuer")
                .looks("wizard, story")
                .gives("Image", Drawing.png("banc.png"))
                .fills("Ce que l’image montre", "Un banc de verre bleu au bord du Gier")
                .presses("Ajouter l’image")
                .sees("L’image est ajoutée.")
                .fills("L’histoire", "Un banc fait de **verre** par les anciens verriers.")
                .presses("Enregistrer et continuer")
                .looks("wizard, budget")
                .fills("Poste", "Verre et bois")
                .fills("Montant", "3000")
                .presses("Enregistrer et continuer")
                .looks("wizard, goals")
                .fills("Objectif minimal", "20000")
                .fills("Durée de la collecte", "5")
                .presses("Calculer mon net")
                .looks("wizard, what is left")
                .presses("Enregistrer et continuer")
                .looks("wizard, rewards")
                .presses("Enregistrer et continuer")
                .looks("wizard, needs")
                .presses("Enregistrer et continuer")
                .looks("wizard, place")
                .chooses("Quartier", "Couzon")
                .presses("Enregistrer et continuer")
                .looks("wizard, team")
                .presses("Créer un lien d’invitation")
                .sees("Transmettez ce lien")
                .looks("wizard, invitation")
                .follows("Enregistrer et continuer")
                .looks("wizard, identity")
                .chooses("Vous êtes", "organisme public")
                .presses("Enregistrer et continuer")
                .looks("wizard, review");
        String id = owner.page().url().replaceAll(".*/mes-projets/([^/]+)/.*", "$1");
        return new CityProject(owner, title, today, id);
    }

    /** Twice, for some rails stand behind others. What each of them says is read, in the owner's language. */
    void isStoppedByTheGuardRails() {
        owner.presses("Envoyer en relecture")
                .sees("À remplir.")
                .sees("8 000 € au plus : le règlement du territoire vise les petits projets.")
                .sees("Une collecte dure de 30 à 60 jours.")
                .sees("Proposez une contrepartie au moins")
                .sees("Demandez aussi autre chose que de l’argent")
                .sees("Un organisme public doit indiquer sa convention de mandat")
                .sees("Le budget ne s’équilibre pas")
                .looks("wizard, stopped by the guard rails");
        at("idee").fills("En une phrase", "Un banc de verre").presses("Enregistrer le brouillon");
        at("objectifs")
                .fills("Objectif minimal", "3000")
                .fills("Durée de la collecte", "45")
                .presses("Enregistrer le brouillon");
        at("contreparties")
                .fills("Dès", "10000")
                .fills("Contrepartie", "5 % d’intérêts par an")
                .fills("Valeur de la contrepartie", "9000")
                .presses("Enregistrer le brouillon");
        at("identite")
                .fills("Référence de la convention", "2026-12")
                .fills("Date de la convention", today.minusDays(40).toString())
                .fills("Accord du comptable", "Avis n° 7")
                .presses("Enregistrer le brouillon");
        at("relecture")
                .presses("Envoyer en relecture")
                .sees("Une contrepartie ne peut dépasser")
                .sees("Une contrepartie reste symbolique : elle vaut au plus 25 % du montant.")
                .sees("ni intérêts, ni parts, ni dividendes")
                .sees("Dites en quoi le projet va au-delà de ce que l’organisme doit financer lui-même.");
    }

    void isCorrectedAndSubmitted() {
        at("contreparties")
                .fills("Dès", "10")
                .fills("Contrepartie", "Votre prénom gravé dans le verre")
                .fills("Valeur de la contrepartie", "0")
                .presses("Enregistrer le brouillon");
        at("besoins")
                .fills("Quoi", "Porter le banc jusqu’au quai")
                .fills("Nombre", "4")
                .presses("Enregistrer le brouillon");
        at("identite").chooses("Vous êtes", "association").presses("Enregistrer le brouillon");
        submit();
        owner.looks("dashboard, submitted");
    }

    void isReturnedWithANote(Visitor reviewer, String city) {
        reviewer.visits("/relecture?territoire=" + city)
                .follows(title)
                .presses("Prendre en main")
                .sees("Vous avez ce projet en main")
                .fills("Nouvelle note", "Les verriers me connaissent bien.")
                .presses("Noter")
                .sees("C’est noté.")
                .opens("Réponses types")
                .opens("Notes aux champs")
                .looks("review")
                .fills("Contreparties", "Quand le banc sera-t-il gravé ?")
                .ticks("Rendre pour complément")
                .ticks("Je confirme cette décision")
                .presses("Enregistrer la décision")
                .sees("Projet rendu au porteur avec vos notes.");
        owner.visits("/mes-projets/" + id + "/tableau").sees("La modération a laissé des notes");
        at("contreparties")
                .sees("Quand le banc sera-t-il gravé ?")
                .looks("wizard, with a reviewer’s note")
                .fills("Mois de livraison", YearMonth.from(today).plusMonths(5).toString())
                .presses("Enregistrer le brouillon");
        submit();
    }

    /** The city wants two for sums as this one. */
    void isApprovedByTwo(Visitor first, Visitor second) {
        approve(first).sees("Approuvé une première fois");
        approve(second).sees("Projet accepté.");
    }

    private Visitor approve(Visitor reviewer) {
        reviewer.visits("/relecture/" + id);
        reviewer.page().locator("input[name=met]").all().forEach(Locator::check);
        return reviewer.ticks("Accepter").ticks("Je confirme cette décision").presses("Enregistrer la décision");
    }

    /** @return the address of its page */
    String isLaunched() {
        owner.visits("/mes-projets/" + id + "/tableau").presses("Faire vérifier mon identité");
        owner.page().locator("form[action*='/approve'] button").click();
        owner.waitsFor("Lancer la collecte").looks("dashboard, ready");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            // The catalog hears of the payee a moment after the dashboard does.
            owner.presses("Lancer la collecte");
            return owner.page().locator("body").innerText().contains("La collecte est lancée !");
        });
        owner.looks("dashboard, live").follows("Voir la page publique");
        return "/projets/" + owner.lastOfPath();
    }

    private void submit() {
        at("relecture").presses("Envoyer en relecture").sees("Le projet est envoyé en relecture.");
    }

    private Visitor at(String step) {
        return owner.goesTo("/mes-projets/" + id + "/" + step);
    }
}
