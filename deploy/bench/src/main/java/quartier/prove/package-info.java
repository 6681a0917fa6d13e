/** Scripted runs that anyone can repeat, in which real processes are killed and nothing may be lost or doubled. */
@NullMarked
package quartier.prove;

import org.jspecify.annotations.NullMarked;
