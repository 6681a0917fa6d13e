package quartier.catalog.project.mongo;

import quartier.catalog.project.Project;

/**
 * The form in which a project is stored. The domain's records are stored under their own names: documents only grow,
 * and a test reads one that an earlier version wrote.
 */
record StoredProject(Project project) {}
