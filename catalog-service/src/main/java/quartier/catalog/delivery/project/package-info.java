@NullMarked
package quartier.catalog.delivery.project;

import org.jspecify.annotations.NullMarked;
