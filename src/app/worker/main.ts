/** Entry of the worker's script. */
import { serveAnalyses, type WorkerScope } from './analysisWorker';

serveAnalyses(self as unknown as WorkerScope);
