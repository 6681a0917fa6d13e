/** Loads the demo through the public API: thirty projects, their backers, and seventy days of their lives. */
@NullMarked
package quartier.local.demo;

import org.jspecify.annotations.NullMarked;
