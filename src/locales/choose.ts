/** The words for a language of Excel, such as 'ko-KR'; English for any that Looplens does not speak. */
import type { Sentences } from '../engine/index';
import { en } from './en';
import { ko } from './ko';
import type { PaneWords } from './words';

export function wordsFor(language: string): PaneWords {
  return isKorean(language) ? ko : en;
}

/** What the engine's sentences are told with; its own words are English. A table is fetched by those who read it. */
export async function sentencesFor(language: string): Promise<Sentences> {
  if (!isKorean(language)) return {};
  const { sentences } = await import(/* webpackChunkName: "korean" */ './ko/sentences');
  return sentences;
}

function isKorean(language: string): boolean {
  return /^ko\b/i.test(language);
}
