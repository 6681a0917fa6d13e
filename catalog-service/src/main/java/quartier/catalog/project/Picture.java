package quartier.catalog.project;

import java.time.Instant;

/**
 * A picture of a project, as it is shown: made anew on the server, so that nothing of the file that was sent is in it.
 *
 * @param id derived from the project and what was sent, so that the same file is the same picture
 * @param alternative what it shows, in words, for those who don't see it
 * @param width of its large print, in pixels
 */
public record Picture(String id, String alternative, int width, int height, Instant at) {

    public static final int MOST = 12;
    static final int LONGEST_ALTERNATIVE = 250;
}
