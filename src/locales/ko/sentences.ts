/** Everything that the engine says about a sheet, in Korean. */
import type { Sentences } from '../../engine/index';
import { columnSentences } from './columns';
import { roles } from './roles';
import { rowSentences } from './rows';
import { sheetSentences } from './sheets';

export const sentences: Sentences = { ...sheetSentences, ...columnSentences, ...rowSentences, ...roles };
