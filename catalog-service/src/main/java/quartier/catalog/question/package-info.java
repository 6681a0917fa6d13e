/** What members ask about a project, and what its team answers. Pure Java. */
@NullMarked
package quartier.catalog.question;

import org.jspecify.annotations.NullMarked;
