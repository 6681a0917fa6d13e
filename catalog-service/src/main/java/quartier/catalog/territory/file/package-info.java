@NullMarked
package quartier.catalog.territory.file;

import org.jspecify.annotations.NullMarked;
