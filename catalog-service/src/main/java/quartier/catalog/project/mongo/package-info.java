@NullMarked
package quartier.catalog.project.mongo;

import org.jspecify.annotations.NullMarked;
