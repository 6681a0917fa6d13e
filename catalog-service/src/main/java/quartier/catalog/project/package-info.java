/** What somebody wants to do, from the first draft to its realisation: states, rules, review and terms. Pure Java. */
@NullMarked
package quartier.catalog.project;

import org.jspecify.annotations.NullMarked;
