/** @jest-environment node */
import { MemoryWorkbook } from '../../src/workbench/memoryWorkbook';
import { describeWorkbookModel } from '../workbench/modelContract';

describeWorkbookModel('MemoryWorkbook', { create: () => new MemoryWorkbook(), calculates: true });
