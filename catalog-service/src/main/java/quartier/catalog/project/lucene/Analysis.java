package quartier.catalog.project.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The three ways in which texts are cut into words: as they are written, by French stems, by English stems. In each,
 * case, accents and elided articles do not count. Accents go before the stemmer, so that who types none finds the same.
 */
final class Analysis {

    static final String FRENCH = ".fr";
    static final String ENGLISH = ".en";

    static final Analyzer PLAIN = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, folded(words));
        }
    };

    static final Analyzer BY_FRENCH_STEMS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream telling = new StopFilter(lowered(words), FrenchAnalyzer.getDefaultStopSet());
            return new TokenStreamComponents(words, new FrenchLightStemFilter(new AccentFilter(telling)));
        }
    };

    static final Analyzer BY_ENGLISH_STEMS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream telling =
                    new StopFilter(lowered(new EnglishPossessiveFilter(words)), EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            return new TokenStreamComponents(words, new PorterStemFilter(new AccentFilter(telling)));
        }
    };

    private Analysis() {}

    /** For each field the way that its name ends with. */
    static Analyzer of(String... fields) {
        Map<String, Analyzer> ways = new java.util.HashMap<>();
        for (String field : fields) {
            ways.put(field + FRENCH, BY_FRENCH_STEMS);
            ways.put(field + ENGLISH, BY_ENGLISH_STEMS);
        }
        return new PerFieldAnalyzerWrapper(PLAIN, ways);
    }

    /** The text's words, in their order. */
    static List<String> words(Analyzer way, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = way.tokenStream("", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    private static TokenStream lowered(TokenStream words) {
        return new LowerCaseFilter(new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES));
    }

    private static TokenStream folded(TokenStream words) {
        return new AccentFilter(lowered(words));
    }
}
