@NullMarked
package quartier.catalog.front.project;

import org.jspecify.annotations.NullMarked;
