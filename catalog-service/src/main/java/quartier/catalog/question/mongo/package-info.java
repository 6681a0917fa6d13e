@NullMarked
package quartier.catalog.question.mongo;

import org.jspecify.annotations.NullMarked;
