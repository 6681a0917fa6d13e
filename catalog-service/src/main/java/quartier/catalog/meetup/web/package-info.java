@NullMarked
package quartier.catalog.meetup.web;

import org.jspecify.annotations.NullMarked;
