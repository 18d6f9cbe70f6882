package dev.dovetail.jooq;

import dev.dovetail.ModuleRules;

/** The adapter is a module. */
final class ModuleTest extends ModuleRules {}
