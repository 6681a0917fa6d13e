@NullMarked
package quartier.catalog.question.project;

import org.jspecify.annotations.NullMarked;
