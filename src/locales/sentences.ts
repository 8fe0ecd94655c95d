/**
 * What the engine's sentences are told with, in a language of Excel; its own words are English. A table is fetched by those who read
 * it: commands are answered without the pane and its words.
 */
import type { Sentences } from '../engine/index';
import { isKorean } from './isKorean';

export async function sentencesFor(language: string): Promise<Sentences> {
  if (!isKorean(language)) return {};
  const { sentences } = await import(/* webpackChunkName: "korean" */ './ko/sentences');
  return sentences;
}
