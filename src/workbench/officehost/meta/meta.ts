/** The classes of the pinned office.js, as generated, and newer ones. */
import { newerChildren, newerTypes } from './newer';
import types from './types.json';
import type { Meta, TypeMeta } from './types';

export const generated: Meta = types;

const withChildren = Object.entries(newerChildren).map(([name, children]): [string, TypeMeta] => {
  const known = generated.types[name];
  return [name, { ...known, children: { ...known.children, ...children } }];
});

export const meta: Meta = {
  library: generated.library,
  types: { ...generated.types, ...newerTypes, ...Object.fromEntries(withChildren) },
};
