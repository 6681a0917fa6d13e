@NullMarked
package quartier.catalog.contest.web;

import org.jspecify.annotations.NullMarked;
