/** Every template that the engine can say, read from its sources: what another language has to have. */
import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { dealRoles } from '../../src/engine/ledger/columns';
import { financialWords } from '../../src/engine/ledger/financialWords';
import { dealWords } from '../../src/engine/ledger/headingWords';

const engine = `${__dirname}/../../src/engine`;

/** Template -> the file that says it. */
export function templates(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(engine, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = ts.createSourceFile(
      name,
      readFileSync(`${engine}/${name}`, 'utf8'),
      ts.ScriptTarget.ES2022,
    );
    const look = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'say')
        found.set(templateOf(node.template), name);
      ts.forEachChild(node, look);
    };
    look(source);
  }
  for (const role of dealRoles) found.set(role, 'ledger/columns.ts');
  for (const { meaning } of [...dealWords, ...financialWords]) found.set(meaning, 'ledger/headingWords.ts');
  return found;
}

function templateOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (text, span, at) => `${text}{${at}}${span.literal.text}`,
    template.head.text,
  );
}
