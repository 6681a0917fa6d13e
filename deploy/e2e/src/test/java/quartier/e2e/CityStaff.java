package quartier.e2e;

import java.io.IOException;
import java.time.LocalDate;

/** What a city's staff do on their pages, from its foundation by the operator on. */
final class CityStaff {

    /** The palest green that can be read on paper: what stands on a tint must not take it. */
    private static final String PALE_GREEN = "#0b7a70";

    private static final String OUTLINE = """
            {"type":"Polygon","coordinates":[[[4.58,45.51],[4.65,45.51],[4.65,45.55],[4.58,45.55],[4.58,45.51]]]}\
            """;

    private final Visitor admin;
    private final String city;
    private final String name;
    private final LocalDate today;

    /** @param city its id, as it stands in addresses */
    CityStaff(Visitor admin, String city, String name, LocalDate today) {
        this.admin = admin;
        this.city = city;
        this.name = name;
        this.today = today;
    }

    void isFoundedBy(Visitor operator) {
        operator.visits("/bureaux")
                .fills("Identifiant", "api")
                .fills("Nom en français", name)
                .chooses("Sorte de territoire", "Ville")
                .chooses("Fait partie de", "Auvergne-Rhône-Alpes")
                .presses("Fonder un territoire")
                .sees("Cet identifiant est réservé aux pages de la plateforme.")
                .looks("offices, refused")
                .fills("Identifiant", city)
                .presses("Fonder un territoire")
                .sees("Le territoire est fondé.")
                .looks("office of the operator");
    }

    void setUpTheWindow() {
        admin.visits("/" + city + "/bureau");
        admin.visits("/" + city + "/bureau/equipe").sees("relecture · " + name, "Donner ou retirer un rôle");
        admin.visits("/" + city + "/bureau/fenetre")
                .fills("Code INSEE", "42186")
                .fills("Habitants", "14 900")
                .fills("Centre : latitude", "45,529")
                .fills("Centre : longitude", "4,617")
                .fills("Contour", OUTLINE)
                .fills("Quartiers", "Grand-Pont\nCouzon\nÉgarande")
                .fills("Nom affiché", "Rive Ensemble")
                .fills("Couleur", "#ffe08a")
                .fills("Couleur du texte dessus", "#ffffff")
                .fills("Partenaire", "la Maison des verriers")
                .fills("Mentions légales en français", "Éditée par la ville.")
                .fills("Mentions légales en anglais", "Published by the city.")
                .fills("Déclaration d’accessibilité en français", "Partiellement conforme au RGAA 4.1.")
                .presses("Enregistrer")
                .sees("Le contraste est de")
                .looks("settings, refused")
                .fills("Couleur", PALE_GREEN)
                .presses("Enregistrer")
                .sees("C’est enregistré.");
        admin.visits("/" + city).sees("Rive Ensemble", "Avec la Maison des verriers.");
    }

    void showALogo(String words) throws IOException {
        admin.goesTo("/" + city + "/bureau/fenetre")
                .gives("Fichier du logo", Drawing.png("logo.png"))
                .fills("Ce que le logo montre", words)
                .presses("Envoyer le logo")
                .sees("Le logo est en place.")
                .seesPicture(words)
                .looks("settings, with a logo");
    }

    void giveRulesAndWords() {
        admin.visits("/" + city + "/bureau/reglement")
                .fills("Objectif le plus haut", "8000")
                .fills("Second regard au-dessus de", "2000")
                .fills("Pourquoi", "Petite ville, petits projets.")
                .presses("Édicter cette version")
                .sees("La version est édictée.", "en vigueur")
                .fills("Objectif le plus haut", "9000")
                .fills("À partir du", today.plusDays(20).toString())
                .presses("Édicter cette version")
                .sees("La version est édictée.", "Retirer la version")
                .looks("policy with its versions");
        admin.visits("/" + city + "/bureau/reponses")
                .fills("Titre, pour la relecture", "Date de remise")
                .fills("Texte en français", "Dites quand la contrepartie sera remise.")
                .presses("Enregistrer")
                .sees("C’est enregistré.");
        admin.visits("/" + city + "/regles").sees("Petite ville, petits projets.", "Un petit projet");
        admin.visits("/" + city + "/mentions").sees("Éditée par la ville.");
        admin.visits("/" + city + "/accessibilite").sees("Partiellement conforme");
    }

    /** @return the address of the call */
    String openACall(String french, String english) {
        admin.visits("/animation")
                .chooses("Territoire", name)
                .fills("Titre en français", french)
                .fills("Texte en français", "Où manque-t-il un banc ? Dites-le, et faites-le avec vos voisins.")
                .fills("Titre en anglais", english)
                .fills("Texte en anglais", "Where is a bench missing?")
                .fills("Premier jour", today.toString())
                .fills("Dernier jour", today.plusDays(60).toString())
                .presses("Publier l’appel")
                .sees("L’appel est publié.");
        return "/appels/" + admin.lastOfPath();
    }

    void putInFront(String project) {
        admin.visits("/animation/une/" + city)
                .choosesAt("f-themes-0-theme", "Espace public")
                .fillsAt("f-themes-0-text-fr", "La rue est à tout le monde.")
                .fillsAt("f-themes-0-text-en", "The street belongs to everyone.")
                .fillsAt("f-themes-0-from", today.toString())
                .fillsAt("f-themes-0-until", today.plusDays(30).toString())
                .choosesAt("f-picks-0-project", project)
                .fillsAt("f-picks-0-text-fr", "On y sera assis au printemps.")
                .fillsAt("f-picks-0-text-en", "We will sit on it in spring.")
                .fillsAt("f-picks-0-from", today.toString())
                .fillsAt("f-picks-0-until", today.plusDays(30).toString())
                .presses("Mettre à la une")
                .sees("La une est en place.");
    }

    /** With one place, so that who comes second waits. */
    void announceAMeetup(String french, String english) {
        admin.visits("/animation/rencontres")
                .chooses("Territoire", name)
                .fills("Titre en français", french)
                .fills("Titre en anglais", english)
                .fills("Texte en français", "Venez avec une idée.")
                .fills("Lieu et adresse", "Salle Jean-Dasté")
                .fills("Début", today.plusDays(10) + "T18:30")
                .fills("Fin", today.plusDays(10) + "T20:00")
                .fills("Nombre de places", "1")
                .presses("Annoncer")
                .sees("La rencontre est annoncée.");
    }
}
