@NullMarked
package quartier.catalog.project.kafka;

import org.jspecify.annotations.NullMarked;
