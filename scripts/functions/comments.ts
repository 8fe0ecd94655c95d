/** What the comments of the functions say beyond the metadata: the meaning of the answer, and an example. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { functionSources } from './metadata';

export interface FunctionComment {
  /** What comes back. */
  readonly returns: string;
  /** A formula over the sample deals. */
  readonly example: string;
}

/** By id. */
export function functionComments(): Map<string, FunctionComment> {
  const comments = new Map<string, FunctionComment>();
  for (const file of functionSources) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    for (const statement of source.statements) {
      if (!ts.isFunctionDeclaration(statement)) continue;
      const tags = ts.getJSDocTags(statement);
      const textOf = (name: string) => {
        const tag = tags.find((entry) => entry.tagName.text === name);
        return tag === undefined ? '' : (ts.getTextOfJSDocComment(tag.comment) ?? '').trim();
      };
      const [id] = textOf('customfunction').split(' ');
      comments.set(id, { returns: textOf('returns'), example: textOf('example') });
    }
  }
  return comments;
}
