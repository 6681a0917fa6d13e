@NullMarked
package quartier.catalog.territory.web;

import org.jspecify.annotations.NullMarked;
