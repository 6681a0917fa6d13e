@NullMarked
package quartier.catalog.project.imaging;

import org.jspecify.annotations.NullMarked;
