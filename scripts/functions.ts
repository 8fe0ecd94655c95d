/** `npm run functions`: writes what is made from the comments in src/functions. A test compares it with what is committed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './docs/caseFiles';
import { functionsDocument } from './functions/document';
import { englishMetadata, jsonText, koreanMetadata } from './functions/metadata';

async function main(): Promise<void> {
  const english = await englishMetadata();
  writeFileSync(join(projectRoot, 'assets', 'functions.json'), jsonText(english));
  writeFileSync(join(projectRoot, 'assets', 'functions-ko.json'), jsonText(koreanMetadata(english)));
  writeFileSync(join(projectRoot, 'docs', 'functions.md'), await functionsDocument(english));
}

void main();
