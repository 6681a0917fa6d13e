package quartier.catalog.project.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

class AccentFilterTest {

    @Test
    void foldsEveryLetterAsTheLibraryDoes() throws IOException {
        for (int letter = 1; letter < Character.MAX_VALUE; letter++) {
            if (!Character.isSurrogate((char) letter)) {
                String word = "a" + (char) letter + "é" + (char) letter;
                assertThat(tokens(word, AccentFilter::new))
                        .as("U+%04X", letter)
                        .isEqualTo(tokens(word, ASCIIFoldingFilter::new));
            }
        }
    }

    @Test
    void foldsLongWordsAndPairsOfSurrogates() throws IOException {
        String word = "ﬃß🌳œ".repeat(60);
        assertThat(tokens(word, AccentFilter::new)).isEqualTo(tokens(word, ASCIIFoldingFilter::new));
    }

    private static List<String> tokens(String word, UnaryOperator<TokenStream> filter) throws IOException {
        var whole = new KeywordTokenizer();
        whole.setReader(new StringReader(word));
        List<String> tokens = new ArrayList<>();
        try (TokenStream folded = filter.apply(whole)) {
            var term = folded.addAttribute(CharTermAttribute.class);
            folded.reset();
            while (folded.incrementToken()) {
                tokens.add(term.toString());
            }
            folded.end();
        }
        return tokens;
    }
}
