@NullMarked
package quartier.catalog.project.web;

import org.jspecify.annotations.NullMarked;
