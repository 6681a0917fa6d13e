/** Escrows kept as journals of pages in MongoDB: the writers, the pages, the projections and the relay to Kafka. */
@NullMarked
package quartier.pledge.escrow.journal;

import org.jspecify.annotations.NullMarked;
