@NullMarked
package quartier.catalog.project.lucene;

import org.jspecify.annotations.NullMarked;
