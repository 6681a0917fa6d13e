@NullMarked
package quartier.catalog.project.territory;

import org.jspecify.annotations.NullMarked;
