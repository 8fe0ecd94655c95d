/** The words for a language of Excel, such as 'ko-KR'; English for any that Looplens does not speak. */
import { en } from './en';
import { isKorean } from './isKorean';
import { ko } from './ko';
import type { PaneWords } from './words';

export function wordsFor(language: string): PaneWords {
  return isKorean(language) ? ko : en;
}
