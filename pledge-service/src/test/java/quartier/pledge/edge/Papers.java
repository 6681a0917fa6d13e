package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Papers as people get them: downloaded, and read. */
record Papers(TestHttp http, TestTokens tokens) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    byte[] download(String member, String path) throws IOException, InterruptedException {
        return download(member, path, "fr");
    }

    byte[] download(String member, String path, String language) throws IOException, InterruptedException {
        return bytes(tokens.member(member), path, language);
    }

    byte[] bytes(String token, String path, String language) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = CLIENT.send(
                HttpRequest.newBuilder(http.uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    /** The text of a tagged PDF in a known language, with spaces as people type them. */
    static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).isIn("fr", "en");
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
