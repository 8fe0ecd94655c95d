/** The classes of the pinned office.js, as generated. */
import types from './types.json';
import type { Meta } from './types';

export const meta: Meta = types;
