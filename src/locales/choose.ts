/** The words for a language of Excel, such as 'ko-KR'; English for any that Looplens does not speak. */
import type { Sentences } from '../engine/index';
import { en } from './en';
import { ko } from './ko';
import { sentences } from './ko/sentences';
import type { PaneWords } from './words';

export function wordsFor(language: string): PaneWords {
  return isKorean(language) ? ko : en;
}

/** What the engine's sentences are told with; its own words are English. */
export function sentencesFor(language: string): Sentences {
  return isKorean(language) ? sentences : {};
}

function isKorean(language: string): boolean {
  return /^ko\b/i.test(language);
}
