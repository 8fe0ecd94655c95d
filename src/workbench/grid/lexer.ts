/**
 * Keeps the engine's lexer of formulas clean.
 *
 * The engine reads every formula with one lexer, also each unfinished one while it is typed, and the lexer (0.25.1)
 * forgets to count square brackets from nought again: after `=ROWS(Deals[#A` it takes whole formulas elsewhere for the
 * inside of a bracket, and they answer #NAME? for good, because wrong readings are kept. So open brackets are closed
 * before each reading.
 *
 * It keeps the trees that it has made, and who makes sense of a LAMBDA works on that very tree and spoils it for the next
 * time: a function in it is then called without its arguments. So a tree with a LAMBDA is handed out as a copy.
 */
import type { Injector } from '@univerjs/core';
import { LexerNode, LexerTreeBuilder } from '@univerjs/engine-formula';

/** Brackets that an unfinished formula may leave open, or close too many of. */
const MOST_BRACKETS = 64;

/**
 * Forgets every reading: the lexer finds them by the text alone, in whichever workbook and whatever the names in it stood
 * for. `dispose` empties what it keeps; the tree that it read last, which a formula may be using, is put out of its reach
 * first.
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
    const tree = treeBuilder(...formula);
    return tree instanceof LexerNode && hasLambda(tree) ? copyOf(tree) : tree;
  };
  lexer.sequenceNodesBuilder = (formula) => {
    close();
    return sequenceNodesBuilder(formula);
  };
}

function hasLambda(tree: LexerNode): boolean {
  return (
    tree.getToken().toUpperCase() === 'LAMBDA' ||
    tree.getChildren().some((child) => child instanceof LexerNode && hasLambda(child))
  );
}

function copyOf(tree: LexerNode): LexerNode {
  const copy = Object.assign(new LexerNode(), tree);
  copy.setChildren(
    tree.getChildren().map((child) => {
      if (!(child instanceof LexerNode)) return child;
      const own = copyOf(child);
      own.setParent(copy);
      return own;
    }),
  );
  return copy;
}
