package dev.dovetail;

/** Core is a module. */
final class ModuleTest extends ModuleRules {}
