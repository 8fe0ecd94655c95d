#!/usr/bin/env node
/** The command `looplens`: runs the build, after making it where the sources are at hand and newer. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuilt, root } from './house.mjs';

const hasSources = existsSync(join(root, 'src'));
createRequire(import.meta.url)(hasSources ? ensureBuilt() : join(root, 'dist', 'looplens.cjs'));
