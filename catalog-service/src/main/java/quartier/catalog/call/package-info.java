/** What a territory asks projects for, and when: announced, open, closed. Pure Java. */
@NullMarked
package quartier.catalog.call;

import org.jspecify.annotations.NullMarked;
