/** Everything that the engine says about a sheet, in Korean. */
import type { Sentences } from '../../engine/index';
import { ko } from '../ko';
import { columnSentences } from './columns';
import { rowSentences } from './rows';
import { sheetSentences } from './sheets';

export const sentences: Sentences = { ...sheetSentences, ...columnSentences, ...rowSentences, ...ko.roles };
