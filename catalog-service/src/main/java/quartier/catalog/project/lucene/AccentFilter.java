package quartier.catalog.project.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Does as {@link ASCIIFoldingFilter}, whose one method for all letters of the world is too long for the compiler of the
 * machine: interpreted for each accent, it took a third of the time in which an index is made. What it says of Latin
 * letters is asked once.
 */
final class AccentFilter extends TokenFilter {

    private static final int LATIN = 0x250;
    private static final int MOST_FOR_ONE = 4;
    private static final char[][] FOLDED = new char[LATIN][];

    static {
        for (char letter = 0; letter < LATIN; letter++) {
            FOLDED[letter] = fold(letter);
        }
    }

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private char[] folded = new char[64];

    AccentFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] letters = term.buffer();
        int length = term.length();
        for (int i = 0; i < length; i++) {
            if (letters[i] >= 0x80) {
                foldAll(letters, length);
                return true;
            }
        }
        return true;
    }

    private void foldAll(char[] letters, int length) {
        if (folded.length < MOST_FOR_ONE * length) {
            folded = new char[MOST_FOR_ONE * length];
        }
        int to = 0;
        for (int i = 0; i < length; i++) {
            char letter = letters[i];
            char[] plain = letter < LATIN ? FOLDED[letter] : fold(letter);
            System.arraycopy(plain, 0, folded, to, plain.length);
            to += plain.length;
        }
        term.copyBuffer(folded, 0, to);
    }

    private static char[] fold(char letter) {
        char[] plain = new char[MOST_FOR_ONE];
        int length = ASCIIFoldingFilter.foldToASCII(new char[] {letter}, 0, plain, 0, 1);
        return Arrays.copyOf(plain, length);
    }
}
