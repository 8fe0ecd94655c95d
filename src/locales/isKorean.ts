/** Of a language of Excel: 'ko-KR'. */
export function isKorean(language: string): boolean {
  return /^ko\b/i.test(language);
}
