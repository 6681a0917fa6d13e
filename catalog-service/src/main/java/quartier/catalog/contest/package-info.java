/** From the projects that answer a call to its result: answers, jury, public preference, standings. Pure Java. */
@NullMarked
package quartier.catalog.contest;

import org.jspecify.annotations.NullMarked;
