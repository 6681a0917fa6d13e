@NullMarked
package quartier.catalog.delivery.web;

import org.jspecify.annotations.NullMarked;
