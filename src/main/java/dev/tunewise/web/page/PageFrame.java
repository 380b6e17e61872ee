package dev.tunewise.web.page;

import dev.tunewise.web.visitor.Visitor;

/** What every page shows around its own. `assets`: versions of the files that it loads. */
public record PageFrame(String title, Visitor reader, Assets assets) {}
