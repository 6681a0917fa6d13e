@NullMarked
package quartier.catalog.question.web;

import org.jspecify.annotations.NullMarked;
