import { startEngine } from '../../src/workbench/grid/engine';
import { UniverWorkbook } from '../../src/workbench/grid/univerWorkbook';
import { describeWorkbookModel } from '../workbench/modelContract';

describeWorkbookModel('UniverWorkbook', {
  create: () => new UniverWorkbook(startEngine()),
  dispose: (model) => model instanceof UniverWorkbook && model.dispose(),
  calculates: true,
});
