@NullMarked
package quartier.catalog.contest.project;

import org.jspecify.annotations.NullMarked;
