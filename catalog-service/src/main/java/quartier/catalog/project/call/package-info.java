@NullMarked
package quartier.catalog.project.call;

import org.jspecify.annotations.NullMarked;
