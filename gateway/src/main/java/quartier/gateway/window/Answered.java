package quartier.gateway.window;

import java.util.List;
import quartier.gateway.call.Part;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Project;

/** A call for projects with some that answer it. */
record Answered(CallForProjects call, Part<List<Project>> projects) {}
