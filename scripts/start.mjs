/** `npm start`: installs what is missing, builds, and shows what Looplens says about the sample deals. */
import { join } from 'node:path';
import { ensureBuilt, root, run } from './house.mjs';

const cli = ensureBuilt();
const files = process.argv.slice(2);
const sample = join('assets', 'samples', 'ai-deals.xlsx');
run(process.execPath, [cli, 'score', ...(files.length > 0 ? files : [sample])], { cwd: root });
