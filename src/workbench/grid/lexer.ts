/**
 * Keeps the engine's lexer of formulas clean.
 *
 * The engine reads every formula with one lexer, also each unfinished one while it is typed, and the lexer (0.25.1)
 * forgets to count square brackets from nought again: after `=ROWS(Deals[#A` it takes whole formulas elsewhere for the
 * inside of a bracket, and they answer #NAME? for good, because wrong readings are kept. So open brackets are closed
 * before each reading.
 */
import type { Injector } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';

/** Brackets that an unfinished formula may leave open, or close too many of. */
const MOST_BRACKETS = 64;

/**
 * Forgets every reading. The engine (0.25.1) works on the lexer's own trees when it makes sense of a LAMBDA and spoils
 * them for the next time, and it finds them by the text alone, in whichever workbook and whatever the names in it stood
 * for. So nothing may be read a second time from a tree of before. `dispose` empties what the lexer keeps; the tree that
 * it read last, which a formula may be using, is put out of its reach first.
 */
export function emptyLexer(injector: Injector): void {
  const lexer = injector.get(LexerTreeBuilder);
  lexer.treeBuilder('1', false);
  lexer.dispose();
}

export function keepLexerClean(injector: Injector): void {
  const lexer = injector.get(LexerTreeBuilder);
  const treeBuilder = lexer.treeBuilder.bind(lexer);
  const sequenceNodesBuilder = lexer.sequenceNodesBuilder.bind(lexer);
  const close = (): void => {
    // Whether brackets are open or closed too often is not told, only whether they are balanced: look to either side of
    // the count in growing steps. Without the suffix step the lexer keeps nothing of what it reads here.
    for (let step = 1; step <= 2 * MOST_BRACKETS; step += 1) {
      for (let i = 0; i < step; i += 1) {
        if (lexer.isSquareBracketClose()) return;
        treeBuilder(step % 2 === 1 ? ']' : '[', false);
      }
    }
  };
  lexer.treeBuilder = (...formula) => {
    close();
    return treeBuilder(...formula);
  };
  lexer.sequenceNodesBuilder = (formula) => {
    close();
    return sequenceNodesBuilder(formula);
  };
}
