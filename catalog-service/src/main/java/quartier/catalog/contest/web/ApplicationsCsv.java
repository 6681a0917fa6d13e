package quartier.catalog.contest.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartier.catalog.contest.ListApplications.Applied;
import quartier.catalog.contest.ListApplications.Sheaf;

/**
 * Applications as a spreadsheet reads them (RFC 4180, with semicolons and a byte order mark, as French ones expect). No
 * cell becomes a formula, whatever an owner writes.
 */
final class ApplicationsCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ApplicationsCsv() {}

    static String of(Sheaf sheaf) {
        Stream<String> header = Stream.of(
                "projet", "titre", "territoire", "quartier", "thematique", "porteur", "etat", "complet", "repondu_le");
        return Stream.concat(
                        Stream.of(line(Stream.concat(header, sheaf.questions().stream()))),
                        sheaf.applied().stream().map(one -> line(cells(sheaf.questions(), one))))
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
    }

    private static Stream<String> cells(List<String> questions, Applied one) {
        var entrant = one.entrant();
        var application = one.application();
        return Stream.concat(
                Stream.of(
                        entrant.slug(),
                        entrant.title(),
                        entrant.territory(),
                        orEmpty(entrant.district()),
                        orEmpty(entrant.theme()),
                        entrant.ownerKind(),
                        entrant.state(),
                        one.complete() ? "oui" : "non",
                        application == null ? "" : application.at().toString()),
                questions.stream()
                        .map(question ->
                                application == null ? "" : application.answers().getOrDefault(question, "")));
    }

    private static String line(Stream<String> cells) {
        return cells.map(ApplicationsCsv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9.,]+");
        String plain = formula ? "'" + text : text;
        return plain.matches("(?s).*[;\"\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
